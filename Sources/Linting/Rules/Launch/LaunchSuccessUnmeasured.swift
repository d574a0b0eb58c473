internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches that nobody looked back on.
public struct LaunchSuccessUnmeasured: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/success-unmeasured", .warning,
    summary:
      "The day by which a launch was to succeed has passed, and its metric has not been observed since "
      + "the launch.",
    why: "Without looking back the next launch is planned with the same hopes.",
    remedy: "Measure the metric and add the observation.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "No number since the launch",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "date": "2025-10-01", "status": "done", "success": [{"metric": "conversion",
       "target": 0.36, "by": ⟦"2025-12-31"⟧}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "observations": [{"date": "2025-09-30", "value": 0.31}]}
      """#),
    .good(
      "Measured after it",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "date": "2025-10-01", "status": "done", "success": [{"metric": "conversion",
       "target": 0.36, "by": "2025-12-31"}]}
      """#,
      #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "direction": "up", "observations": [{"date": "2025-09-30", "value": 0.31}, {"date": "2025-12-31",
       "value": 0.35}]}
      """#),
  ]

  /// Looks at the metrics of launches that are done.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", "done") {
      guard let date = context.when(launch["date"])?.first else { continue }
      for item in launch.items("success") {
        guard let value = item["by"], context.passed(value) != nil,
          let metric = context.target(item["metric"], "metric"),
          metric["data"] == nil, !metric.isFading,
          !MetricGoal.measurements(of: metric, in: context).contains(where: { $0.day > date })
        else { continue }
        report.report(.unmeasured(metric, value.string ?? "", date), at: value, in: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func unmeasured(_ metric: Definition, _ by: String, _ date: Day) -> Self {
    Self("success was to show by \(by), and '\(metric.id)' has not been observed since \(date)")
  }
}
