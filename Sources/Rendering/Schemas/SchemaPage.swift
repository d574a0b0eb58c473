public import JSONSyntax

/// A page of documentation that is made from a schema: every field with what may stand in it and what it says.
public struct SchemaPage {
  /// A list of fields that is told apart: that of an inner object.
  struct Section {
    /// The way there, such as `milestones[].owner`.
    let path: String
    let schema: JSONValue
  }

  /// The shared schema, whose values the other schemas refer to.
  let common: JSONValue
  /// The page of the shared values, as seen from this page; empty on that page itself.
  let commonPage: String
  /// Inner objects that are still to be told.
  var waiting: [Section] = []

  /// The page of a kind, or of the configuration; `remark` is a paragraph of its own above the fields.
  public static func fields(of schema: JSONValue, common: JSONValue, commonPage: String, remark: String = "")
    -> String
  {
    var page = SchemaPage(common: common, commonPage: commonPage)
    var text = "# \(words(schema["title"]))\n\n\(made)\n\n\(words(schema["description"]))\n\n"
    if !remark.isEmpty { text += remark + "\n\n" }
    text += page.table(schema, at: "") + page.rest(heading: "##")
    return text
  }

  /// The page of the values that all kinds share.
  public static func values(_ common: JSONValue) -> String {
    var page = SchemaPage(common: common, commonPage: "")
    var text = "# \(words(common["title"]))\n\n\(made)\n\n\(words(common["description"]))\n"
    guard let values = common["$defs"] else { return text }
    for value in values.members {
      let type = page.type(value.value, at: value.name)
      text += "\n## `\(value.name)`\n\n\(words(value.value["description"]))\n\nValue: \(type).\n"
      // The heading of the value is that of its own fields.
      if let first = page.waiting.first, anchor(first.path) == anchor(value.name) {
        page.waiting.removeFirst()
        text += "\n" + page.table(first.schema, at: first.path)
      }
      text += page.rest(heading: "###")
    }
    return text
  }

  /// The list of the kinds' pages.
  public static func index(_ kinds: [(name: String, schema: JSONValue)]) -> String {
    let rows = kinds.map { kind in
      ["[`\(kind.name)`](\(kind.name).md)", words(kind.schema["title"]), words(kind.schema["description"])]
    }
    return "# Kinds of definitions\n\n\(made)\n\n"
      + MarkdownText.table(header: ["Kind", "Title", "What it is"], rows: rows)
      + "\nValues that all kinds share, such as dates, efforts and costs, are told in [common.md](common.md).\n"
  }

  private static let made = "This page is made from the schemas by `prodops-dev generate`."

  /// The sections of the inner objects, and of theirs.
  private mutating func rest(heading: String) -> String {
    var text = ""
    while !waiting.isEmpty {
      let section = waiting.removeFirst()
      let inner = waiting
      waiting = []
      text += "\n\(heading) `\(section.path)`\n\n" + table(section.schema, at: section.path)
      // An object's own objects follow it.
      waiting += inner
    }
    return text
  }

  /// The fields of an object.
  private mutating func table(_ schema: JSONValue, at path: String) -> String {
    guard let properties = schema["properties"] else { return "" }
    let required = Set(schema["required"]?.items.compactMap(\.string) ?? [])
    var rows: [[String]] = []
    for field in properties.members {
      let target = target(of: field.value)
      let help = Self.words(field.value["description"] ?? target?["description"])
      let change = (field.value["x-class"] ?? target?["x-class"])?.string ?? ""
      let type = type(field.value, at: path.isEmpty ? field.name : "\(path).\(field.name)")
      rows.append(["`\(field.name)`", type, required.contains(field.name) ? "yes" : "", help, change])
    }
    return MarkdownText.table(
      header: ["Field", "Value", "Required", "What it says", "A change is"], rows: rows)
  }

  /// What a schema refers to, if anything.
  func target(of schema: JSONValue) -> JSONValue? {
    Self.sharedName(schema).flatMap { common["$defs"]?[name: $0] }
  }

  /// The name of the shared value that a schema refers to.
  static func sharedName(_ schema: JSONValue) -> String? {
    guard let reference = schema["$ref"]?.string, let slash = reference.lastIndex(of: "/") else { return nil }
    return String(reference[reference.index(after: slash)...])
  }

  /// A schema's own text, with what Markdown would act on taken literally.
  static func words(_ value: JSONValue?) -> String {
    var result = ""
    for character in value?.string ?? "" {
      if "\\`*_[]<>|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// The anchor that a heading of this text gets.
  static func anchor(_ path: String) -> String {
    String(path.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
  }
}
