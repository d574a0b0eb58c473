internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a study takes place at another time.
public struct StudyWindowMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/window-moved", .notable, watches: ["study/start", "study/end"],
    summary: "A study takes place earlier or later.",
    why:
      "Decisions wait for its answers, or are made without them.",
    remedy: "Tell the teams of the initiatives that it is for.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Later", before: fielding, change: #"{"start": "2026-01-12", "end": "2026-02-13"}"#, as: .notable),
    .found("Earlier", before: fielding, change: #"{"end": "2026-01-30"}"#, as: .routine),
    .left(
      "It is over", before: fielding.replacing("fielding", with: "published"),
      change: #"{"end": "2026-02-13"}"#),
  ]

  private static let fielding = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "fielding",
     "questions": ["Why do guests leave?", "Who pays?"], "participants": [{"segment": "Guests", "target": 8,
     "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}],
     "start": "2026-01-05", "end": "2026-02-06", "consent": {"form": "Version 2", "retainUntil": "2026-12-31"}}
    """#

  /// Names those who wait for the answers.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, let move = DateMove(change, context) else { return nil }
    guard move.isLater else { return Judgement(.routine) }
    let initiatives = (context.after?.root.texts("initiatives") ?? []).compactMap {
      context.head.definition("initiative:\($0)")
    }.filter(LiveUses.isLive)
    let covered = context.positions(at: "end").filter { position in
      guard context.changes[position].fields.count == 1,
        let other = DateMove(context.changes[position], context)
      else { return false }
      return other.isLater && change.fields.first?.token == "start"
    }
    let end = covered.first.flatMap { context.changes[$0].after?.string }
    let words = end.map { "Study moved: it starts on \(change.after?.string ?? "") and ends on \($0)" }
    if initiatives.isEmpty { return Judgement(.notable, words: words, covers: covered) }
    return Judgement(
      .notable,
      ChangeReason(
        "awaited", "\(Clause.names(initiatives)) \(initiatives.count == 1 ? "waits" : "wait") for it"),
      words: words, covers: covered)
  }
}
