internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that people's data is kept for a longer or shorter time.
public struct StudyRetentionChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/retention-changed", .breaking, watches: ["study/consent", "study/consent/retainUntil"],
    summary:
      "What people told in a study is kept for longer, or for ever, or for a shorter time than was agreed.",
    why:
      "They agreed to the old day: keeping their data for longer takes their consent or the law, not a commit.",
    remedy: "Let the person who answers for data protection approve it, or delete the data on the old day.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Longer", before: fielding, change: #"{"consent": {"retainUntil": "2027-12-31"}}"#, as: .breaking),
    .found("For ever", before: fielding, change: #"{"consent": {"retainUntil": null}}"#, as: .breaking),
    .found("Shorter", before: fielding, change: #"{"consent": {"retainUntil": "2026-06-30"}}"#, as: .notable),
    .found(
      "Nobody has agreed to it yet", before: fielding.replacing("fielding", with: "planned"),
      change: #"{"consent": {"retainUntil": "2027-12-31"}}"#, as: .notable),
    .left("Another form", before: fielding, change: #"{"consent": {"form": "Version 3"}}"#),
  ]

  private static let fielding = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "fielding",
     "questions": ["Why do guests leave?", "Who pays?"], "participants": [{"segment": "Guests", "target": 8,
     "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}],
     "start": "2026-01-05", "end": "2026-02-06", "consent": {"form": "Version 2", "retainUntil": "2026-12-31"}}
    """#

  /// Compares the days.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1 || change.fields[1].token == "retainUntil" else { return nil }
    let (old, new) = (
      context.when(context.before?.root["consent"]?["retainUntil"]),
      context.when(context.after?.root["consent"]?["retainUntil"])
    )
    guard let old else { return new == nil ? nil : Judgement(.notable) }
    if let new, new.last <= old.last { return new.last < old.last ? Judgement(.notable) : nil }
    if context.was("status", oneOf: "planned") {
      return Judgement(.notable, ChangeReason("nobody-asked", "nobody has agreed to the old day yet"))
    }
    var reasons = [ChangeReason("needs-approval", "people agreed to \(old.last)")]
    if let day = context.day, old.last < day {
      reasons.append(ChangeReason("should-be-deleted", "the data had to be deleted by then, which is over"))
    }
    var judgement = Judgement(
      .breaking, words: new == nil ? "Data is kept for ever; it was to be deleted by \(old.last)" : nil)
    judgement.reasons = reasons
    return judgement
  }
}
