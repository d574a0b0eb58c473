internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments that should have ended.
public struct ExperimentOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/overdue", .warning,
    summary: "The end of an experiment has passed, and it is not concluded.",
    why:
      "Reading a test until it says yes is how chance becomes a decision; and its variants stay in the "
      + "product.",
    remedy: "Conclude it with a decision, or write the new end and why in the commit.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It was to end last year",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "end": ⟦"2025-12-20"⟧}
      """#),
    .good(
      "It still runs as planned",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "end": "2026-02-20"}
      """#),
  ]

  /// Looks at the end of experiments that are running or closed for enrolment.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment")
    where experiment.has("status", oneOf: "running", "enrolment-closed") {
      guard let value = experiment["end"], let end = context.passed(value) else { continue }
      report.report(.overdue(experiment, end, context.asOf), at: value, in: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func overdue(_ experiment: Definition, _ end: Day, _ today: Day) -> Self {
    Self(
      "'\(experiment.id)' was to end \(DayDistance.words(end.days(until: today))) ago, and is "
        + "\(experiment.status)"
    )
  }
}
