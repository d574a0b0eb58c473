public import Diffing
internal import JSONSyntax

/// Tells that an insight says something else.
public struct InsightStatementReworded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/statement-reworded", .risky, watches: ["insight/statement"],
    summary: "What an insight says is put in other words.",
    why:
      "Whoever cites it cites the old words: the plan may rest on something that nobody claims any more.",
    remedy:
      "Have those who are named here look at the new words, or write a new insight and refute the old one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An initiative cites it", before: validated, change: #"{"statement": "Some guests leave."}"#,
      alongside: [initiative], as: .risky),
    .found(
      "Nobody cites it", before: validated, change: #"{"statement": "Some guests leave."}"#, as: .notable),
    .left(
      "Still new", before: validated.replacing("validated", with: "new"),
      change: #"{"statement": "Some guests leave."}"#),
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

  /// Names who cites it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let after = context.after, context.stageBefore != .first else { return nil }
    let citers = InsightUses.citers(of: after.name, in: context.head)
    if citers.isEmpty { return Judgement(.notable) }
    return Judgement(
      .risky,
      ChangeReason("cited", "\(Clause.names(citers)) \(citers.count == 1 ? "cites" : "cite") the old words"))
  }
}
