public import Diffing
internal import JSONSyntax

/// Tells that something on which a finding rests can no longer be looked up.
public struct StudyArtefactRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "study/artefact-removed", .breaking, watches: ["study/links"],
    summary: "A link goes from a study that an insight cites: a report, a recording, a table.",
    why:
      "Nobody can check the insight any more, and the next team asks the same people again.",
    remedy: "Put the link back, or say where the material lies now.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An insight cites the study", before: published, change: #"{"links": null}"#, alongside: [insight],
      as: .breaking),
    .found("Nobody cites it", before: published, change: #"{"links": null}"#, as: .notable),
    .found(
      "It moved", before: published,
      change: #"{"links": [{"title": "Report", "url": "https://example.com/new"}]}"#, alongside: [insight],
      as: .routine),
    .left(
      "It never took place", before: published.replacing("published", with: "planned"),
      change: #"{"links": null}"#),
  ]

  private static let published = #"""
    {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "status": "published",
     "questions": ["Why do guests leave?"], "links": [{"title": "Report", "url": "https://example.com/report"}]}
    """#

  private static let insight = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "evidence": [{"source": "study:talks", "stance": "supports", "participants": 4}]}
    """#

  /// Asks whether it only moved, and who cites it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 2, change.idiom == .itemRemoved, let title = change.before?["title"]?.string,
      context.was("status", oneOf: "analysing", "published"), let after = context.after
    else { return nil }
    if let moved = context.changes.firstIndex(where: {
      $0.idiom == .itemAdded && $0.fields.first?.token == "links" && $0.after?["title"]?.string == title
    }) {
      return Judgement(.routine, words: "“\(title)” lies elsewhere", covers: [moved])
    }
    let citers = StudyProgress.citers(of: after.name, in: context.head)
    if citers.isEmpty { return Judgement(.notable) }
    return Judgement(
      .breaking,
      ChangeReason("cited", "\(Clause.names(citers)) \(citers.count == 1 ? "rests" : "rest") on it"))
  }
}
