internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tests of a fixed length that were decided before their end.
public struct ExperimentDecidedEarly: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/decided-early", .warning,
    summary: "An A/B test with a fixed design was decided before its end, and shipped.",
    why:
      "A fixed test that is stopped when it looks good finds an effect where there is none far more "
      + "often than its alpha says.",
    remedy: "Wait for the end, or plan interim looks: method `group-sequential` or `always-valid`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Shipped a month early",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "concluded", "end": "2026-02-08",
       "design": {"method": "fixed"}, "decision": {"outcome": "ship", "on": ⟦"2026-01-08"⟧, "by": "@ana",
       "because": "It leads."}}
      """#),
    .good(
      "Looks were planned",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "concluded", "end": "2026-02-08",
       "design": {"method": "group-sequential"}, "decision": {"outcome": "ship", "on": "2026-01-08",
       "by": "@ana", "because": "The bound was crossed."}}
      """#),
  ]

  /// Holds the day of decisions to ship against the planned end.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") where experiment.has("type", "ab-test") {
      guard let design = experiment["design"], design.has("method", oneOf: "fixed"),
        let decision = experiment["decision"],
        decision.has("outcome", oneOf: "ship"), let value = decision["on"], let day = context.day(value),
        let end = context.when(experiment["end"])?.first, day < end
      else { continue }
      report.report(.early(day, end), at: value, in: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func early(_ day: Day, _ end: Day) -> Self {
    Self("this test of fixed length was decided \(DayDistance.words(day.days(until: end))) before its end")
  }
}
