internal import JSONSyntax

/// The top-level fields of one definition, side by side: rules ask for them over and over, and find them here
/// without walking the document again.
///
/// Only for texts without faults of syntax; where it is not complete, the document is walked.
struct FieldTable: Sendable {
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

  /// Whether the fields are in it.
  let isComplete: Bool
  private let entries: ContiguousArray<Entry>
  /// Whether every key is one that a schema of the tool knows, so that equal hashes are equal keys.
  private let hasKnownKeys: Bool

  /// A table without the fields.
  init() {
    isComplete = false
    hasKnownKeys = false
    entries = []
  }

  /// The fields of `root`, an object of a text without faults.
  init(_ root: JSONValue, hasKnownKeys: Bool) {
    isComplete = true
    self.hasKnownKeys = hasKnownKeys
    var entries: ContiguousArray<Entry> = []
    entries.reserveCapacity(root.count)
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
    self.entries = entries
  }

  /// The field of `document` named `name`.
  @inline(__always)
  func find(_ name: UnsafeBufferPointer<UInt8>, in document: JSONDocument) -> Entry? {
    let hash = ContentHash.of(name)
    return entries.withUnsafeBufferPointer { entries in
      for entry in entries where entry.key == hash {
        if hasKnownKeys || JSONValue(document: document, index: entry.node - 1).hasContent(name) {
          return entry
        }
      }
      return nil
    }
  }
}
