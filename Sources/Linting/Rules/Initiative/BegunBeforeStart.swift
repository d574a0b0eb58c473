internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags work that is under way and says that it starts later.
public struct BegunBeforeStart: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/begun-before-start", .warning,
    summary: "An initiative that is under way, with a start that is still to come.",
    why: "One of the two is not so, and the schedule goes by the status: it plans the work from today on.",
    remedy: "Write the day on which work began, or set the status back until it does.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "In progress, and to start next month",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "start": ⟦"2026-02-02"⟧}
      """#,
      RuleExample.growth),
    .bad(
      "In progress, and to start next quarter",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "start": ⟦"2026-Q2"⟧}
      """#,
      RuleExample.growth),
    .good(
      "It starts within the month, which has begun",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "start": "2026-01"}
      """#,
      RuleExample.growth),
    .good(
      "Decided, and to start next month",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "start": "2026-02-02"}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the start of initiatives that are under way.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.all("initiative") where context.lifecycles.isUnderWay(initiative) {
      guard let start = context.relations.term("start", of: initiative), start.when.first > context.asOf
      else { continue }
      report.report(
        .begun(initiative, start.when.first, context.asOf), at: start.value, in: initiative,
        notes: initiative["status"].map { [RuleNote("its status says so", at: $0, in: initiative)] } ?? [])
    }
  }
}

extension RuleMessage {
  fileprivate static func begun(_ initiative: Definition, _ start: Day, _ today: Day) -> Self {
    Self(
      "'\(initiative.id)' is \(initiative.status), and its start is \(DayDistance.words(today.days(until: start)))"
        + " ahead, on \(start)")
  }
}
