internal import JSONSyntax
internal import Workspaces

/// A place where work that is going on relies on a metric.
struct MetricUse {
  /// The metric.
  let metric: Definition
  /// What relies on it.
  let definition: Definition
  /// Where it says so.
  let value: JSONValue
}

extension LintContext {
  /// What experiments and launches that are not over are measured by; objectives have a rule of their own.
  func currentMetricUses() -> [MetricUse] {
    var uses: [MetricUse] = []
    func add(_ value: JSONValue?, in definition: Definition) {
      guard let value, let metric = target(value, "metric") else { return }
      uses.append(MetricUse(metric: metric, definition: definition, value: value))
    }
    for (_, experiment) in all("experiment") where !experiment.has("status", oneOf: "concluded", "stopped") {
      for value in experiment.items("primaryMetrics") { add(value, in: experiment) }
      for value in experiment.items("secondaryMetrics") { add(value, in: experiment) }
      for item in experiment.items("guardrails") { add(item["metric"], in: experiment) }
    }
    for (_, launch) in all("launch") where launch.has("status", oneOf: "planned", "go", "held") {
      for item in launch.items("success") { add(item["metric"], in: launch) }
    }
    return uses
  }
}
