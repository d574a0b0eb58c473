internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// Whether the success of a launch is still to be judged.
enum LaunchSuccess {
  /// How much it matters to a launch that one of its success criteria no longer holds; nil where nothing is left to
  /// judge.
  static func weight(_ root: JSONValue, _ metric: String, _ context: DiffContext) -> ChangeClass? {
    switch root["status"]?.string {
    case "planned": return .risky
    case "go", "held": return .breaking
    case "done":
      let criterion = root["success"]?.items.first { $0["metric"]?.string.map { "metric:\($0)" } == metric }
      guard let day = context.day, let by = criterion?["by"]?.content,
        let when = When(by, fiscalYearStart: context.fiscalYearStart)
      else { return nil }
      return day <= when.last ? .breaking : nil
    default: return nil
    }
  }
}
