public import Diffing
internal import JSONSyntax

/// Tells that a study asks something else.
public struct StudyQuestionsChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/questions-changed", .risky, watches: ["study/questions"],
    summary: "What a study asks changes after people have begun to answer.",
    why:
      "Answers from before belong to other questions: together they answer neither.",
    remedy: "Report the answers from before apart, or start a study of its own for the new question.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Halfway through", before: fielding, change: #"{"questions": ["Why do guests leave?"]}"#, as: .risky),
    .found(
      "While people are found", before: fielding.replacing("fielding", with: "recruiting"),
      change: #"{"questions": ["Why do guests leave?"]}"#, as: .notable),
    .found(
      "While it is planned", before: fielding.replacing("fielding", with: "planned"),
      change: #"{"questions": ["Why do guests leave?"]}"#, as: .routine),
    .left("It takes longer", before: fielding, change: #"{"end": "2026-03-06"}"#),
  ]

  private static let fielding = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "fielding",
     "questions": ["Why do guests leave?", "Who pays?"], "participants": [{"segment": "Guests", "target": 8,
     "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}],
     "start": "2026-01-05", "end": "2026-02-06", "consent": {"form": "Version 2", "retainUntil": "2026-12-31"}}
    """#

  /// Asks whether people have answered already.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    let words = "Its questions changed"
    let covered = context.positions(at: "questions")
    if StudyProgress.hasBegun(context.before?.root) {
      return Judgement(
        .risky, ChangeReason("answers-exist", "people have answered the old ones already"), words: words,
        covers: covered)
    }
    if context.stageBefore == .first {
      return Judgement(.routine, .notCommitted, words: words, covers: covered)
    }
    return context.stageBefore == .ended ? nil : Judgement(.notable, words: words, covers: covered)
  }
}
