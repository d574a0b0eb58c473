public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Flags text that was meant to be replaced.
public struct Placeholder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/placeholder", .error,
    summary: "A placeholder such as TBD, TODO or YYYY-MM-DD that nobody has replaced.",
    why: "It looks filled in and says nothing. Once the work has begun, somebody acts on the gap.",
    remedy: "Write what is meant, or leave the field out until it is known.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Work has begun, and the problem is still to be written",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "problem": ⟦"TBD"⟧}
      """#,
      RuleExample.growth),
    .bad(
      "A choice that nobody made",
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "status": "trial", "category": ⟦"docs|wiki|notes"⟧}
      """#),
    .good(
      "Ordinary words, and notes that are free",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "A todo list for buyers", "status": "in-progress",
        "team": "growth", "notes": "TODO: ask support about the wording"}
      """#,
      RuleExample.growth),
  ]

  /// Fields that may say anything, or whose text is no prose.
  private static let free: Set<String> = [
    "$schema", "custom", "formerly", "id", "kind", "labels", "links", "notes", "tags", "waivers",
  ]

  /// Looks at every text outside the free fields.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for definition in context.snapshot.definitions {
      let source = context.snapshot.files[definition.file].source
      for index in source.doubtfulTexts {
        let value = JSONValue(document: source.document, index: Int(index))
        guard let content = value.content, let found = PlaceholderText.find(in: Array(content)),
          !isFree(value, in: definition),
          !isChoice(value, context.snapshot.library.shape(of: definition.kind))
        else { continue }
        report.report(
          .placeholder(found, context.lifecycles.hasBegun(definition)), at: value, in: definition)
      }
    }
  }

  /// Whether a value stands in a field that may say anything.
  private static func isFree(_ value: JSONValue, in definition: Definition) -> Bool {
    let member = definition.root.members.first { value.index < $0.value.endIndex }
    return member.map { value.index < $0.value.index || free.contains($0.name) } ?? true
  }

  /// Whether the schema itself offers the text as one of the field's values.
  private static func isChoice(_ value: JSONValue, _ shape: Shape?) -> Bool {
    var shape = shape
    for step in value.document.steps(to: value.index) {
      switch step {
      case .member(let name): shape = shape?[name]
      case .item: shape = shape?.items
      }
    }
    return shape?.allowedValues.contains { $0.content == value.content } ?? false
  }
}

extension RuleMessage {
  fileprivate static func placeholder(_ text: String, _ hasBegun: Bool) -> Self {
    Self("'\(text)' is a placeholder", severity: hasBegun ? nil : .warning)
  }
}
