internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an initiative with a date that has passed while its work is still open.
public struct TargetPassed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/target-passed", .error,
    summary: "A target or milestone that has passed while the work is still open.",
    why:
      "Most dates are corrected only after they have passed; until then sales, support and other teams plan with them.",
    remedy: "Say that it is done, or move the date to one that can be kept and tell those who rely on it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A milestone of last quarter is still open",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "milestones": [
          {"id": "alpha", "target": "2025-10", "status": "done"},
          {"id": "beta", "target": ⟦"2025-12-05"⟧, "status": "in-progress"},
          {"id": "ga", "target": "2026-03"}
        ]}
      """#,
      RuleExample.growth),
    .bad(
      "A candidate was never looked at again",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "target": ⟦"2025"⟧}
      """#,
      RuleExample.growth),
    .good(
      "A quarter means its last day",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "target": "2026-Q1"}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the open dates of what is neither over nor paused: one finding for each initiative.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative") {
      guard context.lifecycles.isLive(initiative), !context.lifecycles.isPaused(initiative) else { continue }
      let passed = context.relations.openPromises(of: initiative).filter { $0.when.last < context.asOf }
      guard let first = passed.first else { continue }
      report.report(
        .passed(first.milestone, first.when.last, context.asOf, passed.count - 1, initiative.isPromised),
        at: first.value, in: initiative,
        notes: passed.dropFirst().prefix(RuleNote.limit).map {
          RuleNote("this has passed as well", at: $0.value, in: initiative)
        })
    }
  }
}

extension RuleMessage {
  fileprivate static func passed(
    _ milestone: String?, _ day: Day, _ asOf: Day, _ others: Int, _ isPromised: Bool
  ) -> Self {
    let what = milestone.map { "the milestone '\($0)'" } ?? "the target"
    return Self(
      "\(what) passed \(DayDistance.words(day.days(until: asOf))) ago, on \(day)"
        + (others > 0 ? ", and \(others) more" : ""),
      severity: isPromised ? nil : .warning)
  }
}
