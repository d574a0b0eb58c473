internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells that less speaks for an insight than before.
public struct InsightEvidenceWeakened: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/evidence-weakened", .risky,
    watches: ["insight/evidence", "insight/evidence/*/stance", "insight/evidence/*/participants"],
    summary: "Evidence for an insight goes, turns against it, or comes from fewer people.",
    why:
      "What plans cite as known is a guess again, and looks the same as before.",
    remedy: "Lower the confidence or contest the insight, and tell those who cite it.",
    options: [
      .init("sources", 2, "How many sources at least should speak for an insight.")
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "One source is left", before: validated,
      change: #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 8}]}"#,
      as: .risky),
    .found(
      "Something speaks against it", before: validated,
      change:
        #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 8}, {"source": "metric:conversion", "stance": "contradicts"}]}"#,
      as: .risky),
    .found(
      "One of three goes",
      before: validated.replacing(
        #""metric:conversion", "stance": "supports"}"#,
        with: #""metric:conversion", "stance": "supports"}, {"source": "metric:exits", "stance": "supports"}"#
      ),
      change:
        #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 8}, {"source": "metric:conversion", "stance": "supports"}]}"#,
      as: .notable),
    .found(
      "Fewer people", before: validated,
      change:
        #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 5}, {"source": "metric:conversion", "stance": "supports"}]}"#,
      as: .notable),
    .left(
      "One more source", before: validated,
      change:
        #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 8}, {"source": "metric:conversion", "stance": "supports"}, {"source": "metric:exits", "stance": "supports"}]}"#
    ),
  ]

  private static let validated = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "confidence": "medium", "review": "2026-06-30", "evidence": [
       {"source": "study:talks", "stance": "supports", "participants": 8},
       {"source": "metric:conversion", "stance": "supports"}]}
    """#
  private static let initiative = #"""
    {"kind": "initiative", "id": "guest-checkout", "title": "Guest checkout", "status": "committed",
     "team": "growth", "evidence": ["insight:guests-leave"]}
    """#

  /// Counts the sources.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .first, !context.text("status", oneOf: "refuted"), let after = context.after
    else { return nil }
    let (old, new) = (InsightEvidence(context.before?.root), InsightEvidence(after.root))
    let covered = context.positions(at: "evidence").filter { context.changes[$0].idiom != .itemAdded }
    let against = new.contradicting.filter { !Set(old.contradicting).contains($0) }
    let citers = InsightUses.citers(of: after.name, in: context.head)
    let cited =
      citers.isEmpty
      ? [] : [ChangeReason("cited", "\(Clause.names(citers)) \(citers.count == 1 ? "cites" : "cite") it")]
    var judgement: Judgement
    if change.idiom == .itemAdded, against.isEmpty { return nil }
    if !against.isEmpty {
      judgement = Judgement(
        .risky, words: "New evidence against it: \(Clause.list(against))",
        covers: context.positions(at: "evidence"))
    } else if new.supporting.count < old.supporting.count {
      let least = context.number("sources", of: metadata)
      let isTooFew = new.supporting.count < least
      let gone = old.supporting.filter { !Set(new.supporting).contains($0) }
      judgement = Judgement(
        isTooFew ? .risky : .notable,
        ChangeReason(
          "sources-left",
          "\(Enumeration.count(new.supporting.count, "source")) left, and \(least) should speak for it"),
        words: "No longer evidence for it: \(Clause.list(gone))", covers: covered)
      if !isTooFew { judgement.reasons = [] }
    } else if change.fields.last?.token == "participants", let was = change.before?.decimal,
      change.after?.decimal.map({ $0 < was }) ?? true
    {
      judgement = Judgement(.notable)
    } else {
      return nil
    }
    if judgement.changeClass == .risky { judgement.reasons += cited }
    return judgement
  }
}
