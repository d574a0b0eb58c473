internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches that should have happened.
public struct LaunchDatePassed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/date-passed", .error,
    summary: "The date of a launch has passed, and it is still planned or given its go.",
    why: "Sales, support and customers count on that day; the definition says something that is not so.",
    remedy: "Set the status to `done`, or write the new date.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It was to happen last year",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": ⟦"2025-12-10"⟧}
      """#),
    .good(
      "A quarter is not over before its last day",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-Q1"}
      """#),
    .good(
      "Held, and everybody knows",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "date": "2025-12-10", "status": "held"}
      """#),
  ]

  /// Looks at the date of launches that are planned or have their go.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let value = launch["date"], let day = context.passed(value) else { continue }
      report.report(.datePassed(launch, day.days(until: context.asOf)), at: value, in: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func datePassed(_ launch: Definition, _ days: Int) -> Self {
    Self("'\(launch.id)' was to happen \(DayDistance.words(days)) ago, and its status is \(launch.status)")
  }
}
