internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags insights that were learned long ago and are used by nothing.
public struct InsightUnused: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/unused", .info,
    summary: "A validated insight from long ago is cited by no initiative. Option `days` (180).",
    why: "It was paid for; either it matters, and a plan should say so, or it can be put away.",
    remedy: "Cite it where it matters, or set it to `addressed`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Known for a year",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": ⟦"validated"⟧, "observed": "2025-01-10",
       "evidence": [{"source": "metric:conversion", "stance": "supports"}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up"}
      """#),
    .good(
      "An initiative rests on it",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "status": "validated", "observed": "2025-01-10",
       "evidence": [{"source": "metric:conversion", "stance": "supports"}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up"}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "evidence": ["insight:guests-leave"]}
      """#),
  ]

  /// Looks at validated insights that nothing refers to.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let limit = context.number("days", of: metadata, standard: 180)
    for (position, insight) in context.all("insight") where insight.has("status", "validated") {
      guard let day = context.day(insight["observed"]), day.days(until: context.asOf) > limit,
        !context.relations.isReferred(position)
      else { continue }
      report.report(.usedByNothing(insight, day.days(until: context.asOf)), field: "status", of: insight)
    }
  }
}

extension RuleMessage {
  fileprivate static func usedByNothing(_ insight: Definition, _ days: Int) -> Self {
    Self("'\(insight.id)' was observed \(DayDistance.words(days)) ago, and no initiative rests on it")
  }
}
