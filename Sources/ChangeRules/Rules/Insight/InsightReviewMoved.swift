public import Diffing
internal import JSONSyntax

/// Tells that an insight is looked at again later or earlier.
public struct InsightReviewMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/review-moved", .notable, watches: ["insight/review"],
    summary: "The day on which an insight is to be looked at again moves.",
    why:
      "Put off without a new look, an insight grows old and is cited as if it were fresh.",
    remedy: "Look at it now, add what you find, and move the day then.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Put off", before: validated, change: #"{"review": "2027-06-30"}"#, as: .notable),
    .found("Never again", before: validated, change: #"{"review": null}"#, as: .notable),
    .found("Earlier", before: validated, change: #"{"review": "2026-03-31"}"#, as: .routine),
    .found(
      "Put off after a new look", before: validated,
      change: #"""
        {"review": "2027-06-30", "evidence": [{"source": "study:talks", "stance": "supports", "participants": 12},
         {"source": "metric:conversion", "stance": "supports"}]}
        """#,
      as: .routine),
    .left(
      "Still new", before: validated.replacing("validated", with: "new"), change: #"{"review": "2027-06-30"}"#
    ),
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

  /// Asks for new evidence.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .first, context.was("status") != nil || context.stageBefore == .unknown
    else { return nil }
    if change.before == nil { return Judgement(.routine) }
    let isLonger = change.after == nil || (DateMove(change, context)?.isLater ?? false)
    guard isLonger, !InsightEvidence(context.after?.root).isNewer(than: InsightEvidence(context.before?.root))
    else {
      return Judgement(.routine)
    }
    return Judgement(.notable, ChangeReason("no-new-evidence", "nothing new speaks for it"))
  }
}
