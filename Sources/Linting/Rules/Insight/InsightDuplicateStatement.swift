public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags one finding written down twice.
public struct InsightDuplicateStatement: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/duplicate-statement", .warning,
    summary: "Two insights have the same statement.",
    why:
      "Their evidence is split, so each looks weaker than it is, and one of them will be forgotten when "
      + "the other changes.",
    remedy: "Keep one with the evidence of both.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The same words",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step."}
      """#,
      #"""
      {"kind": "insight", "id": "guests-quit", "title": "Guests quit",
       "statement": ⟦"Guests leave at the  account step."⟧}
      """#),
    .good(
      "Another finding",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step."}
      """#,
      #"""
      {"kind": "insight", "id": "guests-return", "title": "Guests return",
       "statement": "Guests come back on another device."}
      """#),
  ]

  /// Compares the statements of insights word for word.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var known: [String: Definition] = [:]
    for (_, insight) in context.all("insight") where !insight.has("status", "refuted") {
      guard let value = insight["statement"], let text = value.string.map(Wording.folded) else { continue }
      if let other = known[text] {
        let note = other["statement"].map { RuleNote("the same words", at: $0, in: other) }
        report.report(.sameStatement(insight, other), at: value, in: insight, notes: note.map { [$0] } ?? [])
      } else {
        known[text] = insight
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func sameStatement(_ insight: Definition, _ other: Definition) -> Self {
    Self("'\(insight.id)' says word for word what '\(other.id)' says")
  }
}
