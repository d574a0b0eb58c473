internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells of committed work whose reason does not hold.
public struct InitiativeInsightRefuted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/insight-refuted", .breaking,
    summary:
      "An insight that a committed initiative cites was refuted or contested; the initiative itself was not edited.",
    why:
      "The work goes on for a reason that nobody believes any more.",
    remedy: "Stop it, or decide to go on with evidence that holds, and write the decision down.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It was refuted", before: validated, change: #"{"status": "refuted"}"#, alongside: [initiative],
      as: .breaking),
    .found(
      "It is contested", before: validated, change: #"{"status": "contested"}"#, alongside: [initiative],
      as: .risky),
    .left(
      "Only an idea rests on it", before: validated, change: #"{"status": "refuted"}"#,
      alongside: [initiative.replacing("committed", with: "idea")]),
  ]

  private static let validated = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "confidence": "medium", "review": "2026-06-30", "evidence": [
       {"source": "study:talks", "stance": "supports", "participants": 8},
       {"source": "metric:conversion", "stance": "supports"}]}
    """#
  private static let initiative = #"""
    {"kind": "initiative", "id": "guest-checkout", "title": "Guest checkout", "status": "committed",
     "team": "growth", "evidence": ["insight:guests-leave"]}
    """#

  /// Goes from insights that fell to the committed work that cites them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    set.changes.filter { $0.rule == InsightRefuted.metadata.name }.flatMap { cause in
      InsightUses.referrers(of: cause.subject.name, in: set.head).filter {
        InsightUses.isCommitted($0.version) && LiveUses.existed($0.version, set)
      }.map {
        let isRefuted = cause.after?.string == "refuted"
        let others = ($0.version.root["evidence"]?.count ?? 1) - 1
        return set.affected(
          $0, by: cause, metadata, isRefuted ? .breaking : .risky,
          reasons: ChangeReason(
            "evidence-left",
            others > 0 ? "\(Enumeration.count(others, "other source")) cited" : "it cites nothing else"),
          words:
            "Its evidence “\(cause.subject.title)” (\(cause.subject.id)) was \(isRefuted ? "refuted" : "contested")"
        )
      }
    }
  }
}
