internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags numbers that claim to have been measured on a day that has not come yet.
public struct MetricObservationInFuture: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/observation-in-future", .error,
    summary: "An observation, a baseline or an experiment's result is dated after today.",
    why: "It is a forecast that looks like a measurement, or a date that was mistyped.",
    remedy: "Correct the date; write what is hoped for as a target.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Measured next month",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "observations": [{"date": ⟦"2026-02-01"⟧, "value": 0.31}]}
      """#),
    .good(
      "Measured today",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "observations": [{"date": "2026-01-15", "value": 0.31}]}
      """#),
  ]

  /// Looks at the dates of observations, baselines and results.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") {
      look(at: metric["baseline"]?["asOf"], in: metric, context, &report)
      for item in metric.items("observations") { look(at: item["date"], in: metric, context, &report) }
    }
    for (_, experiment) in context.all("experiment") {
      for item in experiment.items("results") { look(at: item["asOf"], in: experiment, context, &report) }
    }
  }

  private static func look(
    at value: JSONValue?, in definition: Definition, _ context: LintContext, _ report: inout Reporter
  ) {
    guard let value, let day = context.day(value), day > context.asOf else { return }
    report.report(.notYet(day, context.asOf), at: value, in: definition)
  }
}

extension RuleMessage {
  fileprivate static func notYet(_ day: Day, _ today: Day) -> Self {
    Self("\(day) is \(DayDistance.words(today.days(until: day))) ahead, so nothing was measured then")
  }
}
