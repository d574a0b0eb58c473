public import Diffing
internal import JSONSyntax

/// Tells that a study that was finished is worked on again.
public struct StudyReopened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/reopened", .notable, watches: ["study/status"],
    summary: "A study that was published, or cancelled, is worked on again.",
    why:
      "What was said about it may not be the last word: those who cite it should know.",
    remedy: "Say in a note what is looked at again, and tell those who cite it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Published too early", before: published, change: #"{"status": "analysing"}"#, alongside: [insight],
      as: .notable),
    .left(
      "It is published", before: published.replacing("published", with: "analysing"),
      change: #"{"status": "published"}"#),
  ]

  private static let published = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "published",
     "questions": ["Why do guests leave?", "Who pays?"], "participants": [{"segment": "Guests", "target": 8,
     "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}],
     "start": "2026-01-05", "end": "2026-02-06", "consent": {"form": "Version 2", "retainUntil": "2026-12-31"}}
    """#

  private static let insight = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "evidence": [{"source": "study:talks", "stance": "supports", "participants": 4}]}
    """#

  /// Names who cites it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .lifecycleReopened, context.stageBefore == .ended else { return nil }
    let citers = context.after.map { StudyProgress.citers(of: $0.name, in: context.head) } ?? []
    if citers.isEmpty { return Judgement(.notable) }
    return Judgement(
      .notable, ChangeReason("cited", "\(Clause.names(citers)) \(citers.count == 1 ? "rests" : "rest") on it")
    )
  }
}
