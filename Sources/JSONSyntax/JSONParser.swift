internal import Diagnostics

extension JSONDocument {
  /// Reads `bytes`; whatever is wrong with them becomes a fault, and the rest is read all the same.
  public static func parse(
    _ bytes: [UInt8], dialect: JSONDialect = .strict, limits: JSONLimits = JSONLimits()
  ) -> JSONDocument {
    var scratch = JSONScratch()
    return parse(bytes, dialect: dialect, limits: limits, scratch: &scratch)
  }

  /// Reads `bytes`, using memory that earlier readings left.
  public static func parse(
    _ bytes: [UInt8], dialect: JSONDialect = .strict, limits: JSONLimits = JSONLimits(), scratch: inout JSONScratch
  ) -> JSONDocument {
    guard bytes.count < UInt32.max else {
      return JSONDocument(
        bytes: [], nodes: [], dialect: dialect,
        faults: [JSONFault(problem: .empty, span: ByteSpan(start: 0, end: 0))])
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(buffer, dialect, limits, &scratch)
      parser.parse()
      defer { scratch.take(&parser) }
      return JSONDocument(
        bytes: bytes, nodes: parser.exactNodes(), dialect: dialect, faults: parser.sortedFaults())
    }
  }
}

/// Memory that readings hand on to each other.
public struct JSONScratch {
  fileprivate var nodes: [JSONNode] = []
  fileprivate var keys: [UInt32] = []

  /// No memory yet.
  public init() {}

  fileprivate mutating func take(_ parser: inout JSONParser) {
    // What one huge file needed is not kept for all the small ones.
    guard parser.nodes.capacity < 1 << 16 else { return }
    swap(&nodes, &parser.nodes)
    swap(&keys, &parser.keys)
  }
}

/// The parser: one loop over states, an explicit stack of open brackets, no recursion.
struct JSONParser {
  enum State {
    case value
    case firstItem
    case firstKey
    case key
    case colon
    case afterValue
    case done
  }

  /// An array or object that is still open.
  struct Frame {
    var node: Int
    var keyBase: Int
    var count: Int
    var isObject: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let dialect: JSONDialect
  let limits: JSONLimits
  var nodes: [JSONNode] = []
  var faults: [JSONFault] = []
  var stack: [Frame] = []
  var keys: [UInt32] = []
  var position = 0
  var state = State.value
  /// The offset up to which a fault has been told: what else is wrong there has the same cause.
  private var toldUpTo = -1

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: JSONDialect, _ limits: JSONLimits, _ scratch: inout JSONScratch
  ) {
    self.bytes = bytes
    self.dialect = dialect
    self.limits = limits
    swap(&nodes, &scratch.nodes)
    swap(&keys, &scratch.keys)
    nodes.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    stack.reserveCapacity(8)
  }

  /// Faults in order of place; a merge conflict hides the cascade that follows from it.
  func sortedFaults() -> [JSONFault] {
    guard !faults.isEmpty else { return [] }
    if faults.contains(where: { $0.problem.breaksSyntax }), let conflict = mergeConflict() {
      return [conflict]
    }
    return faults.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// The nodes in a buffer of just their size; a plain conversion would share the larger one.
  func exactNodes() -> ContiguousArray<JSONNode> {
    nodes.withUnsafeBufferPointer { source in
      ContiguousArray(unsafeUninitializedCapacity: source.count) { buffer, count in
        count = buffer.initialize(fromContentsOf: source)
      }
    }
  }

  mutating func parse() {
    guard readEncoding() else { return }
    skipTrivia()
    guard position < bytes.count else {
      tell(.empty, from: 0, to: bytes.count)
      return
    }
    while state != .done {
      skipTrivia()
      guard position < bytes.count else { break }
      switch state {
      case .value: readValue()
      case .firstItem: readFirstItem()
      case .firstKey: readKey(isFirst: true)
      case .key: readKey(isFirst: false)
      case .colon: readColon()
      case .afterValue: readAfterValue()
      case .done: break
      }
    }
    finish()
  }

  // MARK: Faults

  mutating func tell(_ problem: JSONProblem, from start: Int, to end: Int, related: ByteSpan? = nil) {
    if problem.breaksSyntax {
      guard start > toldUpTo else { return }
      toldUpTo = max(start, end - 1)
    }
    guard faults.count < limits.faults else { return }
    if faults.count == limits.faults - 1 {
      faults.append(
        JSONFault(problem: .tooManyFaults(limit: limits.faults), span: ByteSpan(start: start, end: end)))
      if problem.breaksSyntax { abandon() }
      return
    }
    faults.append(JSONFault(problem: problem, span: ByteSpan(start: start, end: end), related: related))
  }

  /// Reads no further: what is open is closed where it stands, without another fault.
  mutating func abandon() {
    closeFrames(at: position)
    state = .done
  }

  private mutating func closeFrames(at end: Int) {
    while let frame = stack.popLast() { close(frame, at: end) }
  }

  /// Ends the reading at the end of the text.
  private mutating func finish() {
    if state != .done {
      if let open = stack.last {
        let start = Int(nodes[open.node].start)
        if !endsInFault {
          tell(
            .unclosed(open.isObject ? "{" : "["), from: max(bytes.count - 1, 0), to: bytes.count,
            related: ByteSpan(start: start, end: start + 1))
        }
        if nodes.last?.kind == .key { nodes.append(invalid(from: bytes.count, to: bytes.count)) }
        closeFrames(at: bytes.count)
      } else if nodes.isEmpty, faults.isEmpty {
        tell(.empty, from: 0, to: bytes.count)
      }
      return
    }
    skipTrivia()
    if position < bytes.count { tell(.trailingText, from: position, to: endOfLine(position)) }
  }

  private var endsInFault: Bool { toldUpTo >= bytes.count - 1 && bytes.count > 0 }

  func invalid(from start: Int, to end: Int) -> JSONNode {
    JSONNode(start: UInt32(start), end: UInt32(end), payload: 0, kind: .invalid)
  }

  func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  // MARK: Structure

  private mutating func readFirstItem() {
    if bytes[position] == 0x5D {
      closeBracket()
    } else {
      state = .value
    }
  }

  private mutating func readValue() {
    let start = position
    switch bytes[start] {
    case 0x22: readString(.string)
    case 0x7B, 0x5B: open(isObject: bytes[start] == 0x7B)
    case 0x2D, 0x30...0x39: readNumber()
    case 0x74: readLiteral("true", .true)
    case 0x66: readLiteral("false", .false)
    case 0x6E: readLiteral("null", .null)
    case 0x27:
      tell(.singleQuotes, from: start, to: start + 1)
      readString(.string)
    case 0x2C, 0x7D, 0x5D, 0x3A: readMissingValue()
    default: readUnknownWord()
    }
  }

  private mutating func readMissingValue() {
    let byte = bytes[position]
    let isAfterComma = byte == 0x5D && stack.last?.isObject == false
    if isAfterComma {
      let comma = previousComma(before: position)
      if dialect == .strict { tell(.trailingComma, from: comma, to: comma + 1) }
      closeBracket()
      return
    }
    tell(.expected("a value", found: String(UnicodeScalar(byte))), from: position, to: position + 1)
    if byte == 0x3A {
      position += 1
      return
    }
    valueRead(invalid(from: position, to: position))
  }

  func previousComma(before offset: Int) -> Int {
    var index = offset
    while index > 0 {
      index -= 1
      if bytes[index] == 0x2C { return index }
    }
    return offset
  }

  mutating func valueRead(_ node: JSONNode) {
    nodes.append(node)
    afterValue()
  }

  mutating func afterValue() {
    if stack.isEmpty {
      state = .done
    } else {
      stack[stack.count - 1].count += 1
      state = .afterValue
    }
  }

  private mutating func open(isObject: Bool) {
    guard stack.count < limits.depth else {
      tell(.tooDeep(limit: limits.depth), from: position, to: position + 1)
      if nodes.last?.kind == .key { nodes.append(invalid(from: position, to: position)) }
      abandon()
      position = bytes.count
      return
    }
    stack.append(Frame(node: nodes.count, keyBase: keys.count, count: 0, isObject: isObject))
    nodes.append(
      JSONNode(start: UInt32(position), end: 0, payload: 0, kind: isObject ? .object : .array))
    position += 1
    state = isObject ? .firstKey : .firstItem
  }

  /// Closes the innermost bracket at the closing one that stands at `position`, whichever that is.
  private mutating func closeBracket() {
    let isBrace = bytes[position] == 0x7D
    guard let frame = stack.last else {
      tell(.trailingText, from: position, to: position + 1)
      position += 1
      state = .done
      return
    }
    if frame.isObject != isBrace {
      let start = Int(nodes[frame.node].start)
      tell(
        .expected(frame.isObject ? "'}'" : "']'", found: isBrace ? "}" : "]"), from: position,
        to: position + 1,
        related: ByteSpan(start: start, end: start + 1))
      let next = nextNonSpace(position + 1)
      let isOwnCloserNext = next < bytes.count && bytes[next] == (frame.isObject ? 0x7D : 0x5D)
      if stack.count >= 2, stack[stack.count - 2].isObject == isBrace {
        // The two closing brackets are swapped, or one is missing: both levels end here.
        stack.removeLast()
        close(frame, at: position)
        stack[stack.count - 1].count += 1
        closeBracket()
        if isOwnCloserNext { position = next + 1 }
        return
      }
      if isOwnCloserNext {
        position += 1
        return
      }
    }
    stack.removeLast()
    position += 1
    close(frame, at: position)
    afterValue()
  }

  private func nextNonSpace(_ start: Int) -> Int {
    var next = start
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    return next
  }

  private mutating func close(_ frame: Frame, at end: Int) {
    nodes[frame.node].end = UInt32(end)
    nodes[frame.node].payload = UInt32(nodes.count)
    nodes[frame.node].count = UInt16(clamping: frame.count)
    guard frame.isObject else { return }
    if keys.count - frame.keyBase > 1 { checkDuplicates(from: frame.keyBase) }
    keys.removeLast(keys.count - frame.keyBase)
  }

  private mutating func readKey(isFirst: Bool) {
    switch bytes[position] {
    case 0x22: readKeyString()
    case 0x7D:
      if !isFirst, dialect == .strict {
        let comma = previousComma(before: position)
        tell(.trailingComma, from: comma, to: comma + 1)
      }
      closeBracket()
    case 0x27:
      tell(.singleQuotes, from: position, to: position + 1)
      readKeyString()
    case 0x2C:
      tell(.expected("a key in double quotes", found: ","), from: position, to: position + 1)
      position += 1
    case 0x5D: closeBracket()
    case 0x3A, 0x7B, 0x5B:
      tell(
        .expected("a key in double quotes", found: String(UnicodeScalar(bytes[position]))), from: position,
        to: position + 1)
      if bytes[position] == 0x3A {
        position += 1
        return
      }
      nodes.append(JSONNode(start: UInt32(position), end: UInt32(position), payload: 0, kind: .key))
      state = .value
    default: readUnquotedKey()
    }
  }

  private mutating func readKeyString() {
    guard keys.count - (stack.last?.keyBase ?? 0) < limits.members else {
      tell(.tooManyMembers(limit: limits.members), from: position, to: position + 1)
      abandon()
      position = bytes.count
      return
    }
    keys.append(UInt32(nodes.count))
    readString(.key)
  }

  private mutating func readUnquotedKey() {
    let start = position
    let end = endOfWord(start)
    tell(.unquotedKey, from: start, to: end)
    position = end
    keys.append(UInt32(nodes.count))
    let hash = ContentHash.of(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    nodes.append(JSONNode(start: UInt32(start), end: UInt32(end), payload: hash, kind: .key))
    state = .colon
  }

  private mutating func readColon() {
    if bytes[position] == 0x3A {
      position += 1
    } else {
      tell(.missingColon, from: position, to: position + 1)
      if bytes[position] == 0x2C || bytes[position] == 0x7D {
        valueRead(invalid(from: position, to: position))
        return
      }
      if bytes[position] == 0x3D { position += 1 }
    }
    state = .value
  }

  private mutating func readAfterValue() {
    guard let frame = stack.last else {
      state = .done
      return
    }
    switch bytes[position] {
    case 0x2C:
      position += 1
      state = frame.isObject ? .key : .value
    case 0x7D, 0x5D: closeBracket()
    default:
      let byte = bytes[position]
      if byte == 0x3A, !frame.isObject {
        tell(.expected("',' or ']'", found: ":"), from: position, to: position + 1)
        position += 1
        return
      }
      let startsMore =
        byte == 0x22 || byte == 0x7B || byte == 0x5B || byte == 0x2D || (byte >= 0x30 && byte <= 0x39)
      if startsMore || isLetter(byte) {
        let end = position
        tell(.missingComma, from: end, to: end + 1)
        state = frame.isObject ? .key : .value
        return
      }
      let end = max(endOfWord(position), position + 1)
      tell(.unexpectedText(quotedText(position, end)), from: position, to: end)
      position = end
    }
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x24
  }

  func quotedText(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<min(end, start + 40)], as: UTF8.self)
  }

  /// The offset of the first byte from `start` that ends a word: white space or punctuation of JSON.
  func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A, 0x7B, 0x7D, 0x5B, 0x5D, 0x22: return end
      default: end += 1
      }
    }
    return end
  }
}
