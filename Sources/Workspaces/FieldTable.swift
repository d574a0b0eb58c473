internal import JSONSyntax

/// The top-level fields of every definition of a snapshot, side by side: rules ask for them over and over, and
/// find them here without walking each document again.
final class FieldTable: Sendable {
  /// One field: the hashes of its key and, for strings, of its value, and the value's node.
  struct Entry: Sendable {
    let key: UInt32
    let content: UInt32
    private let nodeAndKind: UInt32

    init(key: UInt32, content: UInt32, node: UInt32, isString: Bool) {
      self.key = key
      self.content = content
      nodeAndKind = node << 1 | (isString ? 1 : 0)
    }

    var node: Int { Int(nodeAndKind >> 1) }
    var isString: Bool { nodeAndKind & 1 == 1 }
  }

  private let entries: ContiguousArray<Entry>

  init(_ entries: ContiguousArray<Entry>) { self.entries = entries }

  /// The entry in `range` whose key has this hash, and is told to be the right one by `isSame`.
  @inline(__always)
  func find(_ key: UInt32, _ range: Range<Int32>, _ isSame: (Entry) -> Bool) -> Entry? {
    entries.withUnsafeBufferPointer { entries in
      for index in Int(range.lowerBound)..<Int(range.upperBound) where entries[index].key == key {
        if isSame(entries[index]) { return entries[index] }
      }
      return nil
    }
  }

  /// Appends the fields of `root` to `entries`; the range that they take.
  static func append(_ root: JSONValue, to entries: inout ContiguousArray<Entry>) -> Range<Int32> {
    let start = Int32(entries.count)
    root.document.nodes.withUnsafeBufferPointer { nodes in
      let object = nodes[root.index]
      var index = root.index + 1
      while index < Int(object.payload) {
        let value = nodes[index + 1]
        entries.append(
          Entry(
            key: nodes[index].payload, content: value.payload, node: UInt32(index + 1),
            isString: value.kind == .string))
        let isContainer = value.kind == .array || value.kind == .object
        index = isContainer ? Int(value.payload) : index + 2
      }
    }
    return start..<Int32(entries.count)
  }
}
