public import Diffing
internal import JSONSyntax

/// Tells that a study goes about its questions in another way.
public struct StudyMethodChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/method-changed", .risky, watches: ["study/method"],
    summary: "A study uses another method than before.",
    why:
      "Answers that were got in different ways cannot be added up.",
    remedy: "Report both parts apart, and say under `limitations` what the change means.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Halfway through", before: fielding, change: #"{"method": "survey"}"#, as: .risky),
    .found(
      "Before anybody was asked", before: fielding.replacing("fielding", with: "planned"),
      change: #"{"method": "survey"}"#, as: .routine),
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
    if StudyProgress.hasBegun(context.before?.root) {
      return Judgement(.risky, ChangeReason("answers-exist", "people have answered in the old way already"))
    }
    return Judgement(context.stageBefore == .first ? .routine : .notable)
  }
}
