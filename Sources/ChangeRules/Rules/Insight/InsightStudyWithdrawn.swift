public import Diffing
internal import JSONSyntax

/// Tells of insights whose study is not what it was.
public struct InsightStudyWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/study-withdrawn", .risky,
    summary:
      "A study that an insight cites was cancelled, taken up again, or lost participants; the insight was not edited.",
    why:
      "The insight looks as sure as before, and what it rests on has changed.",
    remedy: "Look at the insight again: lower the confidence, contest it, or find another source.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The study is cancelled", before: fielding, change: #"{"status": "cancelled"}"#, alongside: [insight],
      as: .risky),
    .left(
      "The insight is refuted anyway", before: fielding, change: #"{"status": "cancelled"}"#,
      alongside: [insight.replacing("validated", with: "refuted")]),
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

  /// Goes from studies to the insights that cite them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    let causes = [
      StudyCancelled.metadata.name, StudyReopened.metadata.name, StudyCountDecreased.metadata.name,
    ]
    var told: Set<String> = []
    return set.changes.filter { causes.contains($0.rule) && $0.weight > .routine }.flatMap {
      cause -> [Change] in
      if cause.rule == causes[2], cause.weight < .breaking { return [] }
      let what =
        cause.rule == causes[0]
        ? "was cancelled"
        : cause.rule == causes[1] ? "was taken up again" : "has fewer participants than was said"
      return StudyProgress.citations(of: cause.subject.name, in: set.head).compactMap { referrer in
        guard LiveUses.existed(referrer.version, set),
          told.insert("\(cause.subject.name) \(referrer.version.name)").inserted
        else { return nil }
        return set.affected(
          referrer, by: cause, metadata, cause.rule == causes[1] ? .notable : .risky,
          words: "“\(cause.subject.title)” (\(cause.subject.id)), which it rests on, \(what)")
      }
    }
  }
}
