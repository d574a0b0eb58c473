internal import JSONSyntax

/// A JSON value that can be taken apart and put together again.
indirect enum SchemaTree {
  case object([Member])
  case array([SchemaTree])
  /// A number, a string, a truth value or null, as its text.
  case scalar([UInt8])

  struct Member {
    var name: String
    var value: SchemaTree

    init(_ name: String, _ value: SchemaTree) {
      self.name = name
      self.value = value
    }
  }

  /// What `value` says, as it stands.
  init(_ value: JSONValue) {
    switch value.kind {
    case .object: self = .object(value.members.map { Member($0.name, SchemaTree($0.value)) })
    case .array: self = .array(value.items.map(SchemaTree.init))
    default: self = .scalar(Array(value.text))
    }
  }

  /// The string `text`.
  static func string(_ text: String) -> SchemaTree { .scalar(JSONEscapes.quoted(text)) }

  /// The members of an object; none of anything else.
  var members: [Member] {
    if case .object(let members) = self { return members }
    return []
  }

  subscript(_ name: String) -> SchemaTree? { members.first { $0.name == name }?.value }

  /// The text, in the form of `JSON.stringify(x, null, 2)`, with a final newline.
  var text: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes + [0x0A]
  }

  /// The text without white space: two values are the same where these are.
  var compactText: [UInt8] {
    var writer = JSONWriter(indented: false)
    write(to: &writer)
    return writer.bytes
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .object(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.name)
          member.value.write(to: &writer)
        }
      }
    case .array(let items):
      writer.array { writer in
        for item in items { item.write(to: &writer) }
      }
    case .scalar(let text): writer.raw(text)
    }
  }
}
