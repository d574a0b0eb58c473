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
    _ bytes: [UInt8], dialect: JSONDialect = .strict, limits: JSONLimits = JSONLimits(),
    scratch: inout JSONScratch
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
    _ bytes: UnsafeBufferPointer<UInt8>, _ dialect: JSONDialect, _ limits: JSONLimits,
    _ scratch: inout JSONScratch
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

  mutating func closeFrames(at end: Int) {
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
}
