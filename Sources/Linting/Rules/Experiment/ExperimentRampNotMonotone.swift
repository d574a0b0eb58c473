internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags ramps whose steps go back in time or in share.
public struct ExperimentRampNotMonotone: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/ramp-not-monotone", .warning,
    summary: "A step of a ramp comes before the one above it, or lets fewer people in.",
    why:
      "A ramp is read from top to bottom; a step out of order is a mistake, or a way back that nobody "
      + "explained.",
    remedy: "Sort the steps; a way back belongs into `phases`, with its reason.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Half, then a tenth",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "ramp": [{"on": "2026-02-01",
       "share": 0.5}, {"on": "2026-02-15", "share": ⟦0.1⟧}]}
      """#),
    .bad(
      "The second step is earlier",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "ramp": [{"on": "2026-02-15",
       "share": 0.1}, {"on": ⟦"2026-02-01"⟧, "share": 0.5}]}
      """#),
    .good(
      "Step by step",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "ramp": [{"on": "2026-02-01",
       "share": 0.1}, {"on": "2026-02-15", "share": 0.5}]}
      """#),
  ]

  /// Compares neighbouring steps of each ramp.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") {
      var last: (day: Day?, share: ExactDecimal?) = (nil, nil)
      for step in experiment.items("ramp") {
        let day = context.day(step["on"])
        let share = step["share"]?.decimal
        if let value = step["on"], let day, let before = last.day, day <= before {
          report.report(.earlierStep(day, before), at: value, in: experiment)
        } else if let value = step["share"], let share, let before = last.share, share < before {
          report.report(.smallerStep(share, before), at: value, in: experiment)
        }
        last = (day, share)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func earlierStep(_ day: Day, _ before: Day) -> Self {
    Self("the step of \(day) stands after that of \(before)")
  }
  fileprivate static func smallerStep(_ share: ExactDecimal, _ before: ExactDecimal) -> Self {
    Self("the ramp falls from \(before) to \(share)")
  }
}
