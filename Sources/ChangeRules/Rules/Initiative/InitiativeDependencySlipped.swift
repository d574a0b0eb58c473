public import Diffing
internal import JSONSyntax

/// Tells of promised work whose dates no longer hold because of what it waits for.
public struct InitiativeDependencySlipped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/dependency-slipped", .risky,
    summary: "What an initiative waits for moved behind its own dates; the initiative itself was not edited.",
    why: "Its own dates cannot hold any more, and its team may not have read the change of the other.",
    remedy: "Move its dates too, or untie it from what it waits for.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It starts before what it waits for ends", before: checkout, change: #"{"target": "2026-06-30"}"#,
      alongside: [oneClick], as: .risky),
    .left(
      "There is still time", before: checkout, change: #"{"target": "2026-03-10"}"#, alongside: [oneClick]),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-02-28"}
    """#
  private static let oneClick = #"""
    {"kind": "initiative", "id": "one-click", "title": "One click", "status": "committed",
     "team": "growth", "start": "2026-04", "dependsOn": ["checkout"]}
    """#

  /// Goes from slips that leave no room to the initiatives that wait.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    DateConsequence.all(in: set, of: "initiative").map { cause, referrer in
      set.affected(
        referrer, by: cause, metadata, .risky,
        words:
          "Waits for “\(cause.subject.title)” (\(cause.subject.id)), which now comes too late for its dates")
    }
  }
}
