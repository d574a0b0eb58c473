public import Diffing
internal import JSONSyntax

/// Tells that fewer people took part in a study than was said.
public struct StudyCountDecreased: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/count-decreased", .breaking,
    watches: ["study/participants/*/completed", "study/participants/*/recruited"],
    summary: "Fewer people took part in a study than was reported before.",
    why:
      "Either the number was wrong, or people took their answers back: then these have to go, and what was concluded from them.",
    remedy:
      "Say which it is, take the answers out where they were taken back, and look at what cites the study.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An insight cites it", before: fielding,
      change:
        #"{"participants": [{"segment": "Guests", "target": 8, "recruited": 6, "completed": 3}, {"segment": "Regulars", "target": 4}]}"#,
      alongside: [insight], as: .breaking),
    .found(
      "Fewer were found", before: fielding,
      change:
        #"{"participants": [{"segment": "Guests", "target": 8, "recruited": 5, "completed": 4}, {"segment": "Regulars", "target": 4}]}"#,
      as: .notable),
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

  private static let insight = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "evidence": [{"source": "study:talks", "stance": "supports", "participants": 4}]}
    """#

  /// Compares the numbers, and names who cites them.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = change.before?.decimal, let new = change.after?.decimal, new < old else { return nil }
    guard change.fields.last?.token == "completed" else { return Judgement(.notable) }
    let citers = context.after.map { StudyProgress.citers(of: $0.name, in: context.head) } ?? []
    if citers.isEmpty {
      return Judgement(
        .breaking, ChangeReason("count-decreased", "were answers taken back, or was it miscounted?"))
    }
    return Judgement(
      .breaking,
      ChangeReason("cited", "\(Clause.names(citers)) \(citers.count == 1 ? "rests" : "rest") on it"))
  }
}
