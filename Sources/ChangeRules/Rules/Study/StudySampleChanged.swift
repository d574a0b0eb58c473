public import Diffing
internal import JSONSyntax

/// Tells that a study asks fewer, more or other people.
public struct StudySampleChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/sample-changed", .risky, watches: ["study/participants", "study/participants/*/target"],
    summary: "A study asks fewer, more or other people than it set out to.",
    why:
      "What is learned then holds for fewer people than those who wait for it believe.",
    remedy: "Say under `limitations` whom the study no longer speaks for, and tell those who wait for it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A segment is dropped while people answer", before: fielding,
      change: #"{"participants": [{"segment": "Guests", "target": 8, "recruited": 6, "completed": 4}]}"#,
      as: .risky),
    .found(
      "Fewer are enough now", before: fielding,
      change:
        #"{"participants": [{"segment": "Guests", "target": 5, "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}]}"#,
      as: .risky),
    .found(
      "More", before: fielding,
      change:
        #"{"participants": [{"segment": "Guests", "target": 12, "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}]}"#,
      as: .notable),
    .found(
      "While it is planned", before: fielding.replacing("fielding", with: "planned"),
      change:
        #"{"participants": [{"segment": "Guests", "target": 5, "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}]}"#,
      as: .routine),
    .left(
      "One more has answered", before: fielding,
      change:
        #"{"participants": [{"segment": "Guests", "target": 8, "recruited": 6, "completed": 5}, {"segment": "Regulars", "target": 4}]}"#
    ),
  ]

  private static let fielding = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "fielding",
     "questions": ["Why do guests leave?", "Who pays?"], "participants": [{"segment": "Guests", "target": 8,
     "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}],
     "start": "2026-01-05", "end": "2026-02-06", "consent": {"form": "Version 2", "retainUntil": "2026-12-31"}}
    """#

  /// Tells fewer people from more.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended else { return nil }
    let isFewer: Bool
    let words: String?
    switch change.fields.count {
    case 2 where change.idiom == .itemAdded || change.idiom == .itemRemoved:
      isFewer = change.idiom == .itemRemoved
      words = isFewer ? "Nobody is asked any more from segment “\(change.fields[1].label)”" : nil
    case 3 where change.fields[2].token == "target":
      guard let old = change.before?.decimal, let new = change.after?.decimal else { return nil }
      isFewer = new < old
      words = nil
    default: return nil
    }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted, words: words) }
    guard isFewer, context.was("status", oneOf: "fielding", "analysing") else {
      return Judgement(.notable, words: words)
    }
    return Judgement(.risky, ChangeReason("answers-exist", "people are being asked already"), words: words)
  }
}
