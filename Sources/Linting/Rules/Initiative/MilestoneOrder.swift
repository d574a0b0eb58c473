internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a milestone that is to be reached before the one above it.
public struct MilestoneOrder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/milestone-order", .warning,
    summary: "A milestone that is due before the milestone that stands above it.",
    why:
      "A beta after the general release is mostly a typing mistake, and readers take the list as the order.",
    remedy: "Correct the date that is wrong, or put the milestones into the order in which they are due.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The beta is after the release",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "milestones": [{"id": "beta", "target": "2026-07"}, {"id": "ga", "target": ⟦"2026-05"⟧}]}
      """#,
      RuleExample.growth),
    .good(
      "Both in one quarter",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "milestones": [{"id": "beta", "target": "2026-Q2"}, {"id": "ga", "target": "2026-05"}]}
      """#,
      RuleExample.growth),
  ]

  /// Compares each milestone with the latest above it; vague dates have the benefit of the doubt.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where !initiative.has("status", "cancelled") {
      var latest: (id: String, term: Relations.Term)?
      for milestone in initiative.items("milestones")
      where !(milestone["status"]?.isString("dropped") ?? false) {
        guard let term = context.relations.term("target", of: milestone) else { continue }
        let id = milestone.string("id") ?? ""
        if let above = latest, above.term.when.first > term.when.last {
          report.report(
            .earlier(id, term.value, above.id, above.term.value), at: term.value, in: initiative,
            notes: [RuleNote("'\(above.id)' is due here", at: above.term.value, in: initiative)])
        } else {
          latest = (id, term)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func earlier(_ id: String, _ date: JSONValue, _ above: String, _ aboveDate: JSONValue)
    -> Self
  {
    Self(
      "'\(id)' is due \(date.string ?? ""), before '\(above)' (\(aboveDate.string ?? "")), which stands above it"
    )
  }
}
