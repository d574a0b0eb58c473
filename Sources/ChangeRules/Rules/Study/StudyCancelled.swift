public import Diffing
internal import JSONSyntax

/// Tells that a study does not take place.
public struct StudyCancelled: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/cancelled", .risky, watches: ["study/status"],
    summary: "A study is cancelled.",
    why:
      "Somebody waits for its answers, and what cites it rests on nothing.",
    remedy: "Say why in a note: the reason is a finding too. Look at what cites it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An insight cites it", before: fielding, change: #"{"status": "cancelled"}"#, alongside: [insight],
      as: .breaking),
    .found("People gave their time", before: fielding, change: #"{"status": "cancelled"}"#, as: .risky),
    .found(
      "Before anybody was asked", before: fielding.replacing("fielding", with: "planned"),
      change: #"{"status": "cancelled"}"#, as: .notable),
    .left("It is analysed", before: fielding, change: #"{"status": "analysing"}"#),
  ]

  private static let fielding = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "fielding",
     "questions": ["Why do guests leave?", "Who pays?"], "participants": [{"segment": "Guests", "target": 8,
     "recruited": 6, "completed": 4}, {"segment": "Regulars", "target": 4}],
     "start": "2026-01-05", "end": "2026-02-06", "consent": {"form": "Version 2", "retainUntil": "2026-12-31"}}
    """#

  private static let insight = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "evidence": [{"source": "study:talks", "stance": "supports", "participants": 4}]}
    """#

  /// Names who counts on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "cancelled"), let after = context.after else { return nil }
    let citers = StudyProgress.citers(of: after.name, in: context.head)
    if !citers.isEmpty {
      return Judgement(
        .breaking,
        ChangeReason("cited", "\(Clause.names(citers)) \(citers.count == 1 ? "rests" : "rest") on it"))
    }
    if StudyProgress.hasBegun(context.before?.root) {
      return Judgement(.risky, ChangeReason("answers-exist", "people gave their time for it"))
    }
    return Judgement(.notable)
  }
}
