internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags feature flags that should have been removed.
public struct ExperimentCleanupOverdue: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/cleanup-overdue", .warning,
    summary: "The day by which an experiment was to be cleaned up has passed, and flags are still listed.",
    why: "Every forgotten flag doubles what has to be tested, and one day somebody switches it.",
    remedy: "Remove the flags from the product and empty the list, or write the new day.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Due last year",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "stopped", "cleanup": {"flags": ["checkout"],
       "by": ⟦"2025-11-30"⟧}}
      """#),
    .good(
      "All flags are gone",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "stopped", "cleanup": {"flags": [], "by": "2025-11-30"}}
      """#),
  ]

  /// Looks at the clean-up of every experiment.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") {
      guard let cleanup = experiment["cleanup"], let value = cleanup["by"], let day = context.passed(value)
      else { continue }
      let flags = cleanup.items("flags").compactMap(\.string)
      if !flags.isEmpty { report.report(.flagsLeft(flags, day), at: value, in: experiment) }
    }
  }
}

extension RuleMessage {
  fileprivate static func flagsLeft(_ flags: [String], _ day: Day) -> Self {
    Self(
      "\(Enumeration.count(flags.count, "flag")) (\(Wording.list(flags))) "
        + "\(flags.count == 1 ? "was" : "were") to be removed by \(day)"
    )
  }
}
