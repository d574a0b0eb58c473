internal import JSONSyntax
internal import Diffing
/// Who counts on a metric.
enum MetricUse {
  /// The running experiments, committed work and plans under way that refer to the metric.
  static func users(of name: String, in context: ChangeContext) -> [Referrer] {
    context.head.referrers(of: name).filter { referrer in
      let status = referrer.version.root["status"]?.string
      return switch referrer.version.kind {
      case "experiment": status == "running" || status == "enrolment-closed"
      case "initiative": status == "committed" || status == "in-progress"
      case "plan": status == "active"
      case "launch": status == "go"
      default: false
      }
    }
  }
}
