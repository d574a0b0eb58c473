extension JSONDocument {
  /// The text in canonical form: that of `JSON.stringify(x, null, 2)` and a final newline.
  ///
  /// Number tokens, the order of keys, the comments of `.jsonc` and the kind of line ends stay as they are; a byte
  /// order mark goes. Nil where the text has faults of syntax: what cannot be read is never rewritten.
  public func formatted() -> [UInt8]? {
    guard isComplete, let root else { return nil }
    var printer = JSONPrinter(document: self)
    printer.print(root)
    return printer.finished()
  }
}

/// Writes a document's tape in canonical form, with an explicit stack.
struct JSONPrinter {
  private struct Frame {
    var end: Int
    var isObject: Bool
    var isFirst: Bool
  }

  private let document: JSONDocument
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var stack: [Frame] = []
  /// The offset in the text up to which comments have been written.
  private var commentsUpTo: Int
  private let hasComments: Bool

  init(document: JSONDocument) {
    self.document = document
    bytes = document.bytes
    output.reserveCapacity(bytes.count + 64)
    commentsUpTo = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    hasComments = document.dialect == .withComments
  }

  mutating func print(_ root: JSONValue) {
    writeComments(before: Int(root.node.start), ownLine: true)
    var index = root.index
    let nodes = document.nodes
    while index < nodes.count {
      let node = nodes[index]
      while let frame = stack.last, index >= frame.end { closeFrame(frame) }
      if let frame = stack.last {
        if frame.isObject == (node.kind == .key) {
          beginElement(at: node)
        } else {
          writeInnerComments(before: node)
        }
      }
      switch node.kind {
      case .key:
        writeString(index)
        output += [0x3A, 0x20]
      case .array, .object: open(node, index)
      case .string: writeString(index)
      default: output += bytes[Int(node.start)..<Int(node.end)]
      }
      let isOpen = node.kind == .array || node.kind == .object
      commentsUpTo = max(commentsUpTo, isOpen ? Int(node.start) + 1 : Int(node.end))
      index += 1
    }
    while let frame = stack.last { closeFrame(frame) }
    writeComments(before: bytes.count, ownLine: true)
  }

  /// The text, with the line ends of the original.
  func finished() -> [UInt8] {
    var result = output
    if result.last != 0x0A { result.append(0x0A) }
    guard let newline = bytes.firstIndex(of: 0x0A), newline > 0, bytes[newline - 1] == 0x0D else {
      return result
    }
    return result.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  private mutating func open(_ node: JSONNode, _ index: Int) {
    let isObject = node.kind == .object
    let hasInner = hasComments && containsComment(from: Int(node.start) + 1, to: Int(node.end) - 1)
    if Int(node.payload) == index + 1, !hasInner {
      commentsUpTo = max(commentsUpTo, Int(node.end))
      output += isObject ? [0x7B, 0x7D] : [0x5B, 0x5D]
      return
    }
    output.append(isObject ? 0x7B : 0x5B)
    stack.append(Frame(end: Int(node.payload), isObject: isObject, isFirst: true))
    closings.append(Int(node.end) - 1)
  }

  private var closings: [Int] = []

  private mutating func closeFrame(_ frame: Frame) {
    let closing = closings.removeLast()
    writeTrailingComment(before: closing)
    writeComments(before: closing, ownLine: true)
    stack.removeLast()
    startLine()
    output.append(frame.isObject ? 0x7D : 0x5D)
    commentsUpTo = max(commentsUpTo, closing + 1)
  }

  private mutating func beginElement(at node: JSONNode) {
    if !stack[stack.count - 1].isFirst {
      output.append(0x2C)
      writeTrailingComment(before: Int(node.start))
    }
    stack[stack.count - 1].isFirst = false
    writeComments(before: Int(node.start), ownLine: true)
    startLine()
  }

  private mutating func startLine() {
    if output.isEmpty || output.last == 0x0A && stack.isEmpty { return }
    if output.last != 0x0A { output.append(0x0A) }
    output += Array(repeating: 0x20, count: 2 * stack.count)
  }

  private mutating func writeString(_ index: Int) {
    let value = JSONValue(document: document, index: index)
    let node = value.node
    if node.flags.contains(.hasEscape) {
      JSONEscapes.appendQuoted(value.content ?? [], to: &output)
    } else {
      output += bytes[Int(node.start)..<Int(node.end)]
    }
  }

  // MARK: Comments

  private func containsComment(from start: Int, to end: Int) -> Bool {
    start < end && bytes[start..<end].contains(0x2F)
  }

  /// The comments between `commentsUpTo` and `limit` that stand on the same line as what precedes them.
  private mutating func writeTrailingComment(before limit: Int) {
    guard hasComments else { return }
    var index = commentsUpTo
    while index < limit, bytes[index] != 0x0A {
      if bytes[index] == 0x2F, index + 1 < limit, bytes[index + 1] == 0x2F || bytes[index + 1] == 0x2A {
        let end = endOfComment(index)
        output.append(0x20)
        output += trimmed(index, end)
        commentsUpTo = end
        index = end
        if bytes[end - 1] != 0x2F { return }
      } else {
        index += 1
      }
    }
  }

  /// The comments between a key and its value.
  private mutating func writeInnerComments(before node: JSONNode) {
    guard hasComments else { return }
    var index = commentsUpTo
    while index + 1 < Int(node.start) {
      guard bytes[index] == 0x2F else {
        index += 1
        continue
      }
      let end = endOfComment(index)
      output += trimmed(index, end)
      if bytes[index + 1] == 0x2A { output.append(0x20) } else { startLine() }
      index = end
    }
  }

  private mutating func writeComments(before limit: Int, ownLine: Bool) {
    guard hasComments else { return }
    var index = commentsUpTo
    while index < limit {
      if bytes[index] == 0x2F, index + 1 < limit, bytes[index + 1] == 0x2F || bytes[index + 1] == 0x2A {
        let end = endOfComment(index)
        if !output.isEmpty { startLine() }
        output += trimmed(index, end)
        if stack.isEmpty { output.append(0x0A) }
        index = end
      } else if bytes[index] == 0x22 {
        index = endOfString(index)
      } else {
        index += 1
      }
    }
    commentsUpTo = max(commentsUpTo, limit)
  }

  private func endOfString(_ start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
    return min(index + 1, bytes.count)
  }

  private func endOfComment(_ start: Int) -> Int {
    var end = start + 2
    if bytes[start + 1] == 0x2F {
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      return end
    }
    while end + 1 < bytes.count, !(bytes[end] == 0x2A && bytes[end + 1] == 0x2F) { end += 1 }
    return min(end + 2, bytes.count)
  }

  private func trimmed(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
    var end = end
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return bytes[start..<end].filter { $0 != 0x0D }[...]
  }
}
