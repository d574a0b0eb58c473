internal import Diffing
internal import JSONSyntax

/// How far a metric may be relied on.
enum MetricState {
  case proposed
  /// Active, or without a status.
  case active
  case deprecated
  case retired

  init(_ root: JSONValue?) {
    switch root?["status"]?.string {
    case "proposed": self = .proposed
    case "deprecated": self = .deprecated
    case "retired": self = .retired
    default: self = .active
    }
  }

  /// Whether others may rely on it.
  var isLive: Bool { self == .active || self == .deprecated }
}

/// Who counts on a metric.
enum MetricUse {
  /// The running experiments, active plans and launches to be judged that measure by the metric, each once.
  static func users(of name: String, in surroundings: any Surroundings, _ context: DiffContext) -> [Referrer]
  {
    var known: Set<String> = []
    return surroundings.referrers(of: name).filter { referrer in
      isUse(referrer, name, context) && known.insert(referrer.version.name).inserted
    }
  }

  private static func isUse(_ referrer: Referrer, _ name: String, _ context: DiffContext) -> Bool {
    let root = referrer.version.root
    return switch referrer.version.kind {
    case "experiment": isMeasure(referrer) && ExperimentStage(root)?.isUnderWay ?? false
    case "plan": root["status"]?.isString("active") ?? false
    case "launch": LaunchSuccess.weight(root, name, context) == .breaking
    default: false
    }
  }

  /// Whether an experiment is decided, explained or guarded by the metric, and does not only report it.
  static func isMeasure(_ referrer: Referrer) -> Bool {
    ["primaryMetrics", "secondaryMetrics", "guardrails"].contains(referrer.field)
  }
}

extension ChangeContext {
  /// How far the metric could be relied on before.
  var metricBefore: MetricState { MetricState(before?.root) }
  /// How far the metric may be relied on after.
  var metricAfter: MetricState { MetricState(after?.root) }

  /// The class of what is done to a metric, by who counts on it: one class with users, another without, and a third
  /// where nobody can tell.
  func byUsers(used: ChangeClass, unused: ChangeClass, alone: ChangeClass) -> (ChangeClass, ChangeReason) {
    guard !isAlone, let name = after?.name else { return (alone, ChangeReason("users-unknown")) }
    let users = MetricUse.users(of: name, in: head, context).map(\.version.name)
    guard !users.isEmpty else { return (unused, ChangeReason("unused", "nothing under way measures by it")) }
    return (
      used,
      ChangeReason("in-use", "\(Clause.list(users)) \(users.count == 1 ? "measures" : "measure") by it")
    )
  }
}
