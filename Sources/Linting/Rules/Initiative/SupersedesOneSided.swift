public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a succession that only one of the two initiatives tells of.
public struct SupersedesOneSided: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/supersedes-one-sided", .warning,
    summary: "A \"replaces\" without the other's \"supersededBy\", or the other way round.",
    why: "Whoever comes across the old initiative has to learn that another has taken over, and which.",
    remedy: "Say it on both sides, or take it out where it is not so.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The old one does not say so",
      #"""
      {"kind": "initiative", "id": "checkout-2", "title": "Checkout", "status": "candidate", "team": "growth",
        "replaces": [⟦"checkout"⟧]}
      """#,
      #"{"kind": "initiative", "id": "checkout", "title": "Old checkout", "status": "cancelled", "team": "growth"}"#,
      RuleExample.growth),
    .bad(
      "The new one does not say so",
      #"{"kind": "initiative", "id": "checkout-2", "title": "Checkout", "status": "candidate", "team": "growth"}"#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Old checkout", "status": "cancelled", "team": "growth",
        "supersededBy": [⟦"checkout-2"⟧]}
      """#,
      RuleExample.growth),
    .good(
      "Both say so",
      #"""
      {"kind": "initiative", "id": "checkout-2", "title": "Checkout", "status": "candidate", "team": "growth",
        "replaces": ["checkout"]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Old checkout", "status": "cancelled", "team": "growth",
        "supersededBy": ["checkout-2"]}
      """#,
      RuleExample.growth),
  ]

  /// Looks at both sides of every succession.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative") {
      compare(initiative, "replaces", "supersededBy", context, &report)
      compare(initiative, "supersededBy", "replaces", context, &report)
    }
  }

  private static func compare(
    _ initiative: Definition, _ field: StaticString, _ mirror: StaticString, _ context: LintContext,
    _ report: inout Reporter
  ) {
    for value in initiative.items(field) {
      guard let other = context.relations.target(value, kind: "initiative")?.definition,
        !other.items(mirror).contains(where: { $0.string == initiative.id })
      else { continue }
      report.report(
        .oneSided(initiative, other, "\(mirror)"), at: value, in: initiative,
        notes: [
          RuleNote(
            "'\(other.id)' does not tell of it", at: other[mirror] ?? other["id"] ?? other.root, in: other)
        ])
    }
  }
}

extension RuleMessage {
  fileprivate static func oneSided(_ initiative: Definition, _ other: Definition, _ mirror: String) -> Self {
    Self(
      "'\(other.id)' does not name '\(initiative.id)' under \"\(mirror)\"",
      help: "Write \"\(mirror)\": [\"\(initiative.id)\"] into '\(other.id)', or take '\(other.id)' out here.",
      discriminator: other.id)
  }
}
