/// A JSON value that is put together from parts, where a writer's order would be in the way.
public indirect enum JSONTree: Sendable {
  case object([Member])
  case array([JSONTree])
  /// A number, a string, a truth value or null, as its text.
  case scalar([UInt8])

  /// One member of an object.
  public struct Member: Sendable {
    /// The key.
    public var name: String
    /// The value.
    public var value: JSONTree

    /// The member `name` with a value.
    public init(_ name: String, _ value: JSONTree) {
      self.name = name
      self.value = value
    }
  }

  /// What `value` says, with its numbers and strings as they stand; what a text with faults of syntax spells in a way
  /// of its own becomes JSON.
  public init(_ value: JSONValue) {
    switch value.kind {
    case .object: self = .object(value.members.map { Member($0.name, JSONTree($0.value)) })
    case .array: self = .array(value.items.map(JSONTree.init))
    case .string where !value.document.isComplete: self = .string(value.string ?? "")
    case .invalid:
      self = value.text.isEmpty ? .null : .string(String(decoding: value.text, as: UTF8.self))
    default: self = .scalar(Array(value.text))
    }
  }

  /// The string `text`.
  public static func string(_ text: String) -> JSONTree { .scalar(JSONEscapes.quoted(text)) }

  /// The value null.
  public static var null: JSONTree { .scalar(Array("null".utf8)) }

  /// The members of an object; none of anything else.
  public var members: [Member] {
    if case .object(let members) = self { return members }
    return []
  }

  /// The text, in the form of `JSON.stringify(x, null, 2)`, with a final newline.
  public var text: [UInt8] {
    var writer = JSONWriter()
    writer.tree(self)
    return writer.bytes + [0x0A]
  }

  /// The text without white space: two values are the same where these are.
  public var compactText: [UInt8] {
    var writer = JSONWriter(indented: false)
    writer.tree(self)
    return writer.bytes
  }
}

extension JSONWriter {
  /// Writes a value as an item or a member's value, in canonical form.
  public mutating func tree(_ tree: JSONTree) {
    switch tree {
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(member.name)
          writer.tree(member.value)
        }
      }
    case .array(let items):
      array { writer in
        for item in items { writer.tree(item) }
      }
    case .scalar(let text): raw(text)
    }
  }
}
