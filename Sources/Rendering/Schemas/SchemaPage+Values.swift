internal import Diagnostics
internal import JSONSyntax

extension SchemaPage {
  /// What may stand where `schema` holds, in words; inner objects are put on the waiting list.
  mutating func type(_ schema: JSONValue, at path: String) -> String {
    let notes = notes(schema)
    return ([kind(schema, at: path)] + notes).joined(separator: "; ")
  }

  private mutating func kind(_ schema: JSONValue, at path: String) -> String {
    if let shared = shared(schema) { return shared }
    if let value = schema["const"] { return Self.code(value) }
    if let values = schema["enum"] {
      return values.count == 1
        ? values.items.map(Self.code).joined()
        : "one of " + Counting.list(values.items.map(Self.code), "or")
    }
    for choices in [schema["oneOf"], schema["anyOf"]] {
      let types = choices?.items.filter { $0["required"] == nil || $0["type"] != nil } ?? []
      guard !types.isEmpty else { continue }
      return types.map { type($0, at: path) }.joined(separator: ", or ")
    }
    switch schema["type"]?.string {
    case "array": return list(schema, at: path)
    case "object": return object(schema, at: path)
    case "boolean": return "`true` or `false`"
    case "integer": return "whole number" + range(schema)
    case "number": return "number" + range(schema)
    case "string": return text(schema)
    default: return "anything"
    }
  }

  /// A link to a shared value, with what its annotations narrow it to.
  private func shared(_ schema: JSONValue) -> String? {
    guard let name = Self.sharedName(schema) else { return nil }
    let link = "[\(name)](\(commonPage)#\(Self.anchor(name)))"
    if let kinds = schema["x-ref"] {
      return "\(link) of " + Counting.list(kinds.items.compactMap { $0.string.map(Self.article) }, "or")
    }
    if let list = schema["x-ref-local"]?.string { return "\(link) of one of the definition's own `\(list)`" }
    if let list = schema["x-ref-part"]?.string {
      let owner = schema["x-ref-part-of"]?.string.map { " of what `\($0)` names" } ?? ""
      return "\(link) of one of the `\(list)`\(owner)"
    }
    return link
  }

  private mutating func list(_ schema: JSONValue, at path: String) -> String {
    guard let items = schema["items"] else { return "list" }
    let item = type(items, at: path + "[]")
    var words = "list of " + (item.hasPrefix("object, ") ? "objects, " + item.dropFirst(8) : item)
    if let most = schema["maxItems"]?.integer { words += "; at most \(Counting.grouped(most))" }
    return words
  }

  private mutating func object(_ schema: JSONValue, at path: String) -> String {
    if let fields = schema["properties"], fields.count > 0 {
      waiting.append(Section(path: path, schema: schema))
      var words = "object, see [its fields](#\(Self.anchor(path)))"
      if let more = schema["additionalProperties"], more.kind == .object {
        words += "; further fields: \(type(more, at: path + ".*"))"
      }
      return words
    }
    var names = "names"
    if let pattern = schema["propertyNames"] {
      names =
        Self.sharedName(pattern) != nil ? type(pattern, at: path) : pattern["x-hint"].map(Self.words) ?? names
    }
    guard let value = schema["additionalProperties"], value.kind == .object else {
      return "object of any fields"
    }
    return "object from \(names) to \(type(value, at: path + ".*"))"
  }

  private func text(_ schema: JSONValue) -> String {
    var words = "text"
    if let hint = schema["x-hint"] {
      words += ": \(Self.words(hint))"
    } else if let most = schema["maxLength"]?.integer {
      words += " of at most \(Counting.grouped(most)) characters"
    }
    return words
  }

  private func range(_ schema: JSONValue) -> String {
    let least = bound(schema["minimum"], "from ") ?? bound(schema["exclusiveMinimum"], "above ")
    let most = bound(schema["maximum"], "to ") ?? bound(schema["exclusiveMaximum"], "below ")
    return [least, most].compactMap { $0 }.map { " " + $0 }.joined()
  }

  /// A bound in words; bounds that only keep numbers exact are not worth a word.
  private func bound(_ value: JSONValue?, _ word: String) -> String? {
    guard let number = value?.decimal, number.magnitude < 12 else { return nil }
    return word + (number.integer.map(Counting.grouped) ?? number.description)
  }

  /// What the schema's annotations say of the value.
  private func notes(_ schema: JSONValue) -> [String] {
    var notes: [String] = []
    notes += schema["x-unit"]?.string.flatMap(Self.unit).map { [$0] } ?? []
    if schema["x-person"]?.bool == true { notes.append("a member of some team") }
    switch schema["x-list"]?["as"]?.string {
    case "set": notes.append("the order does not matter")
    case "keyed": notes.append("each `\(schema["x-list"]?["key"]?.string ?? "")` once")
    case "ordered": notes.append("the order matters")
    case "append-only": notes.append("entries are added, never changed")
    default: break
    }
    if let cycle = schema["x-lifecycle"] { notes += steps(cycle) }
    if schema["x-promise"]?.bool == true {
      let other = schema["x-promise-unless"]?.string.map { " unless there are `\($0)`" } ?? ""
      notes.append("a promise\(other): moving it later is a slip")
    }
    if let other = schema["x-with"]?.string { notes.append("says `\(other)` in other words") }
    return notes
  }

  private func steps(_ cycle: JSONValue) -> [String] {
    func names(_ list: JSONValue?) -> [String] { list?.items.map(Self.code) ?? [] }
    var notes = ["goes " + names(cycle["order"]).joined(separator: " → ")]
    let final = names(cycle["final"])
    if !final.isEmpty { notes.append("ends with " + Counting.list(final, "or")) }
    let paused = names(cycle["paused"])
    if !paused.isEmpty { notes.append("rests at " + Counting.list(paused, "or")) }
    if let tentative = cycle["tentative"] {
      let states = names(tentative)
      notes.append(
        states.isEmpty ? "binds from the first state" : "binds nobody at " + Counting.list(states, "or"))
    }
    return notes
  }

  private static func unit(_ unit: String) -> String? {
    switch unit {
    case "month": nil
    case "person-weeks": "in person-weeks"
    case "percent-share": "shown in percent"
    case "relative": "relative to the control"
    case "relative-weight": "relative to each other"
    case "information-fraction": "a share of all that will be known"
    default: "in " + unit.replacing("-", with: " ")
    }
  }

  private static func code(_ value: JSONValue) -> String {
    "`" + (value.string.map { "\"\($0)\"" } ?? String(decoding: value.text, as: UTF8.self)) + "`"
  }

  private static func article(_ kind: String) -> String {
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    return (kind.first.map(vowels.contains) == true ? "an " : "a ") + kind
  }
}
