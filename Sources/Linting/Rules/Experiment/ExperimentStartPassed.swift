internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments that should have begun.
public struct ExperimentStartPassed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/start-passed", .warning,
    summary: "The start of an experiment has passed, and it is still a draft or only ready.",
    why: "Whoever waits for its result counts from a day that was not kept.",
    remedy: "Set the status to `running`, or write the day on which it will start.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It was to start last week",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "start": ⟦"2026-01-07"⟧}
      """#),
    .good(
      "It starts next week",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "start": "2026-01-21"}
      """#),
  ]

  /// Looks at the start of experiments that have not begun.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") where experiment.has("status", oneOf: "draft", "ready") {
      guard let value = experiment["start"], let start = context.passed(value) else { continue }
      report.report(.notStarted(experiment, start, context.asOf), at: value, in: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func notStarted(_ experiment: Definition, _ start: Day, _ today: Day) -> Self {
    Self(
      "'\(experiment.id)' was to start \(DayDistance.words(start.days(until: today))) ago, and is "
        + "\(experiment.status)"
    )
  }
}
