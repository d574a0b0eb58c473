internal import JSONSyntax

/// What an editor offers in an empty file: the fields that a definition needs, with the example's values to type over.
enum Snippet {
  /// The snippet of a schema with an example; nil for one without.
  static func of(_ schema: JSONValue) -> JSONTree? {
    guard let example = schema.items("examples").first(where: { $0.kind == .object }),
      let title = schema.string("title")
    else { return nil }
    let required = Set(schema.items("required").compactMap(\.string))
    var stop = 1
    let names = (schema["properties"]?.members).map { $0.map(\.name) } ?? []
    let body = names.compactMap { name -> JSONTree.Member? in
      guard required.contains(name) || required.isEmpty && name != "$schema", let value = example[name: name]
      else { return nil }
      let property = schema["properties"]?[name: name]
      if property?["const"] != nil { return .init(name, JSONTree(value)) }
      return .init(name, typeOver(value, choices: property?.items("enum").compactMap(\.string) ?? [], &stop))
    }
    guard !body.isEmpty else { return nil }
    let words = title.prefix(1).lowercased() + title.dropFirst()
    return .object([
      .init("label", .string("New \(words)")),
      .init("description", .string("What every \(words) needs, to be typed over.")),
      .init("body", .object(body)),
    ])
  }

  /// `value` with a tab stop for every text in it.
  private static func typeOver(_ value: JSONValue, choices: [String], _ stop: inout Int) -> JSONTree {
    switch value.kind {
    case .object:
      return .object(value.members.map { .init($0.name, typeOver($0.value, choices: [], &stop)) })
    case .array: return .array(value.items.map { typeOver($0, choices: [], &stop) })
    case .string:
      let text = value.string ?? ""
      guard isPlain(text) else { return .string("") }
      defer { stop += 1 }
      let others = choices.filter { $0 != text }
      guard choices.contains(text), choices.allSatisfy({ isPlain($0) && !$0.utf8.contains(0x2C) }) else {
        return .string("${\(stop):\(text)}")
      }
      return .string("${\(stop)|\(([text] + others).joined(separator: ","))|}")
    default: return JSONTree(value)
    }
  }

  /// Whether a text means nothing special in a snippet.
  private static func isPlain(_ text: String) -> Bool {
    !text.unicodeScalars.contains { "$}\\|".unicodeScalars.contains($0) }
  }
}

extension JSONValue {
  /// The string in the member named `name` of this object.
  func string(_ name: StaticString) -> String? { self[name]?.string }

  /// The items of the list in the member named `name` of this object; none where it is missing.
  func items(_ name: StaticString) -> [JSONValue] { self[name].map { Array($0.items) } ?? [] }
}
