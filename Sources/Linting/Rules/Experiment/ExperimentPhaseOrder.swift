internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags phases that do not follow each other.
public struct ExperimentPhaseOrder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/phase-order", .error,
    summary: "A phase of an experiment begins before the one above it, or on the same day.",
    why: "Which weights were in force on a day is read from the phases; out of order they say two things.",
    remedy: "Sort the phases; new ones are added at the end.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The second phase begins first",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "phases": [{"from": "2026-01-08",
       "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "More"}, {"from": ⟦"2026-01-01"⟧,
       "weights": {"old": 1, "new": 1}, "share": 0.1, "reason": "Start"}]}
      """#),
    .good(
      "In order",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "phases": [{"from": "2026-01-01",
       "weights": {"old": 1, "new": 1}, "share": 0.1, "reason": "Start"}, {"from": "2026-01-08",
       "weights": {"old": 1, "new": 1}, "share": 0.5, "reason": "More"}]}
      """#),
  ]

  /// Compares the first days of neighbouring phases.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") {
      var last: Day?
      for phase in experiment.items("phases") {
        guard let value = phase["from"], let day = context.day(value) else { continue }
        if let last, day <= last { report.report(.phaseOrder(day, last), at: value, in: experiment) }
        last = day
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func phaseOrder(_ day: Day, _ last: Day) -> Self {
    day == last
      ? Self("two phases begin on \(day)") : Self("the phase of \(day) stands after that of \(last)")
  }
}
