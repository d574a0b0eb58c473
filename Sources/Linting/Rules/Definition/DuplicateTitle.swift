public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags two living definitions of one kind under one title.
public struct DuplicateTitle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/duplicate-title", .warning,
    summary: "Two living definitions of one kind with the same title.",
    why:
      "Reports and schedules show titles: nobody can tell which of the two is meant, or that work is done twice.",
    remedy: "Say in the titles what tells the two apart, or make one definition of them.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two initiatives called the same",
      #"{"kind": "initiative", "id": "checkout", "title": "Faster checkout", "status": "idea", "team": "growth"}"#,
      #"""
      {"kind": "initiative", "id": "fast-pay", "title": ⟦"Faster Checkout"⟧, "status": "idea", "team": "growth"}
      """#,
      RuleExample.growth),
    .good(
      "The earlier attempt is over",
      #"{"kind": "initiative", "id": "checkout", "title": "Faster checkout", "status": "idea", "team": "growth"}"#,
      #"""
      {"kind": "initiative", "id": "checkout-2024", "title": "Faster checkout", "status": "cancelled",
        "team": "growth"}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the titles of each kind, without regard to capital letters.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for kind in snapshot.library.kindNames {
      var seen: [String: Definition] = [:]
      for (_, definition) in snapshot.definitions(of: kind) where context.lifecycles.isLive(definition) {
        guard let title = definition["title"]?.string?.lowercased(), !title.isEmpty else { continue }
        guard let first = seen[title], first.id != definition.id else {
          seen[title] = seen[title] ?? definition
          continue
        }
        let notes = [RuleNote("it stands here first", at: first["title"] ?? first.root, in: first)]
        report.report(.duplicate(first), field: "title", of: definition, notes: notes)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func duplicate(_ first: Definition) -> Self {
    Self("the \(first.kind) '\(first.id)' has the same title")
  }
}
