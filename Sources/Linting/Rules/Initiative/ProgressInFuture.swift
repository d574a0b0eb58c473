internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags what is left of work as of a day that has not come yet.
public struct ProgressInFuture: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/progress-in-future", .error,
    summary: "What is left of an initiative is stated as of a day after today.",
    why: "Nobody can know it: the date was mistyped, or a hope is planned with as if it were done.",
    remedy: "Write the day on which `remaining` was true.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Left as of next month",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "work": [{"team": "growth", "effort": 8}], "progress": {"remaining": 2, "asOf": ⟦"2026-02-13"⟧}}
      """#,
      RuleExample.growth),
    .good(
      "Left as of today",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "work": [{"team": "growth", "effort": 8}], "progress": {"remaining": 2, "asOf": "2026-01-15"}}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the day of the progress of initiatives.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.all("initiative") {
      guard let value = initiative["progress"]?["asOf"], let day = context.day(value), day > context.asOf
      else { continue }
      report.report(.notYet(day, context.asOf), at: value, in: initiative)
    }
  }
}

extension RuleMessage {
  fileprivate static func notYet(_ day: Day, _ today: Day) -> Self {
    Self(
      "\(day) is \(DayDistance.words(today.days(until: day))) ahead, so nobody knows what will be left then")
  }
}
