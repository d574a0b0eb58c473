public import Diffing
internal import JSONSyntax

/// Tells that somebody is surer of an insight, or less sure.
public struct InsightConfidenceChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/confidence-changed", .risky, watches: ["insight/confidence"],
    summary: "The confidence in an insight changes.",
    why:
      "Confidence that rises without new evidence is a wish; one that falls takes the ground from what cites it.",
    remedy: "Name the evidence that made the difference.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Surer without a reason", before: validated, change: #"{"confidence": "high"}"#, as: .risky),
    .found(
      "Surer with a new source", before: validated,
      change: #"""
        {"confidence": "high", "evidence": [{"source": "study:talks", "stance": "supports", "participants": 8},
         {"source": "metric:conversion", "stance": "supports"}, {"source": "metric:exits", "stance": "supports"}]}
        """#,
      as: .notable),
    .found(
      "Less sure, under committed work", before: validated, change: #"{"confidence": "low"}"#,
      alongside: [initiative], as: .risky),
    .found("Less sure", before: validated, change: #"{"confidence": "low"}"#, as: .notable),
    .left(
      "Still new", before: validated.replacing("validated", with: "new"), change: #"{"confidence": "high"}"#),
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

  /// Asks for new evidence, or for those who rest on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .first, let after = context.after else { return nil }
    let levels = ["low", "medium", "high"]
    let (old, new) = (
      change.before?.string.flatMap(levels.firstIndex(of:)) ?? -1,
      change.after?.string.flatMap(levels.firstIndex(of:)) ?? -1
    )
    if new > old {
      if InsightEvidence(after.root).isNewer(than: InsightEvidence(context.before?.root)) {
        return Judgement(.notable)
      }
      return Judgement(
        old < 0 ? .notable : .risky, ChangeReason("no-new-evidence", "nothing new speaks for it"))
    }
    let citers = InsightUses.committed(InsightUses.citers(of: after.name, in: context.head))
    if citers.isEmpty { return Judgement(.notable) }
    return Judgement(
      .risky,
      ChangeReason(
        "cited", "\(Clause.names(citers)) \(citers.count == 1 ? "was" : "were") committed because of it"))
  }
}
