internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags observations that stand before an older one, or share its day.
public struct MetricObservationsOutOfOrder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "metric/observations-out-of-order", .warning,
    summary: "Observations of a metric are not in the order of their days.",
    why:
      "Observations are only ever added at the end; one in the middle is a correction that nobody will "
      + "see, or a typing error.",
    remedy: "Sort them by date, and check the one that stands out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "November after December",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "observations": [{"date": "2025-12-01", "value": 0.31}, {"date": ⟦"2025-11-01"⟧,
       "value": 0.3}]}
      """#),
    .good(
      "In order",
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "observations": [{"date": "2025-11-01", "value": 0.3}, {"date": "2025-12-01",
       "value": 0.31}]}
      """#),
  ]

  /// Looks at the dates of neighbouring observations.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, metric) in context.all("metric") {
      var last: Day?
      for item in metric.items("observations") {
        guard let value = item["date"], let day = context.day(value) else { continue }
        if let last, day <= last { report.report(.outOfOrder(metric, day, last), at: value, in: metric) }
        last = max(last ?? day, day)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func outOfOrder(_ metric: Definition, _ day: Day, _ last: Day) -> Self {
    day == last
      ? Self("'\(metric.id)' has two observations of \(day)", help: "Keep the one that is right.")
      : Self("the observation of \(day) stands after that of \(last)")
  }
}
