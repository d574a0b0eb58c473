internal import Diffing
internal import JSONSyntax

/// Where a goal on a metric moved.
enum GoalMove {
  case easier, harder, unclear

  /// Compares the numbers by the metric's direction; where that is not known, by the baseline that the goal is to
  /// leave behind.
  init(_ change: Change, direction: String?, baseline: JSONValue?) {
    guard let old = change.before?.decimal, let new = change.after?.decimal, old != new else {
      self = .unclear
      return
    }
    switch direction {
    case "up": self = new < old ? .easier : .harder
    case "down": self = new > old ? .easier : .harder
    case nil:
      guard let start = baseline?.decimal, old != start else {
        self = .unclear
        return
      }
      self = (old > start) == (new > old) ? .harder : .easier
    default: self = .unclear
    }
  }

  /// The direction of a metric, on either side.
  static func direction(of metric: String?, in context: ChangeContext) -> String? {
    guard let metric else { return nil }
    let found = context.base.definition("metric:\(metric)") ?? context.head.definition("metric:\(metric)")
    return found?.root["direction"]?.string
  }
}
