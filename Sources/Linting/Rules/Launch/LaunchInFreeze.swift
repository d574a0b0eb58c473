internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches on days on which nothing may be launched.
public struct LaunchInFreeze: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/in-freeze", .error,
    summary: "The date of a launch lies within a freeze of the repository's calendar.",
    why: "The freeze is there because nobody can help if it goes wrong.",
    remedy: "Move the launch before or after the freeze.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Between the years",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": ⟦"2026-12-17"⟧}
      """#,
      configuration:
        #"{"version": 1, "calendar": {"freezes": [{"from": "2026-12-15", "to": "2027-01-03", "title": "Year's end"}]}}"#
    ),
    .good(
      "Before",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-12-10"}
      """#,
      configuration:
        #"{"version": 1, "calendar": {"freezes": [{"from": "2026-12-15", "to": "2027-01-03", "title": "Year's end"}]}}"#
    ),
  ]

  /// Holds the dates of launches that are not over against the freezes in `prodops.json`.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let freezes = context.snapshot.configuration.freezes
    if freezes.isEmpty { return }
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let value = launch["date"], let date = context.when(value),
        let freeze = freezes.first(where: { $0.from <= date.first && date.last <= $0.to })
      else { continue }
      report.report(.frozen(launch, freeze.title, freeze.from, freeze.to), at: value, in: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func frozen(_ launch: Definition, _ title: String, _ from: Day, _ to: Day) -> Self {
    Self("\(launch.title) falls into a freeze: \(title), \(from) to \(to)")
  }
}
