internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a date on which nothing may be released.
public struct TargetInFreeze: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/target-in-freeze", .warning,
    summary: "A target or milestone that falls into a freeze of the calendar.",
    why: "Nothing goes out in a freeze: the date will slip to its end, and it can be known today.",
    remedy: "Move the date before or after the freeze.")

  private static let calendar = #"""
    {"version": 1, "calendar": {
      "freezes": [{"from": "2026-11-23", "to": "2026-11-30", "title": "Peak shopping week"}]
    }}
    """#

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A release in the week before Christmas business",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "target": ⟦"2026-11-25"⟧}
      """#,
      RuleExample.growth, configuration: calendar),
    .good(
      "The month has other days",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "target": "2026-11"}
      """#,
      RuleExample.growth, configuration: calendar),
  ]

  /// Looks at the open dates of what is neither over nor paused.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let all = context.snapshot.configuration.freezes
    guard !all.isEmpty else { return }
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) && !context.lifecycles.isPaused(initiative) {
      let team = initiative["team"]?.string
      let freezes = all.filter { $0.teams.isEmpty || team.map($0.teams.contains) ?? false }
      for promise in context.relations.openPromises(of: initiative) where promise.when.last >= context.asOf {
        let freeze = freezes.first { $0.from <= promise.when.first && promise.when.last <= $0.to }
        guard let freeze else { continue }
        report.report(
          .frozen(promise.milestone, promise.value, (freeze.from, freeze.to, freeze.title)),
          at: promise.value, in: initiative)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func frozen(
    _ milestone: String?, _ date: JSONValue, _ freeze: (from: Day, to: Day, title: String)
  ) -> Self {
    let what = milestone.map { "the milestone '\($0)'" } ?? "the target"
    return Self("\(what) falls into '\(freeze.title)' (\(freeze.from) to \(freeze.to))")
  }
}
