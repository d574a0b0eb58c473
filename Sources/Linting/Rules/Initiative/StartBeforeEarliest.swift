internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a start before the day that the initiative itself calls its earliest.
public struct StartBeforeEarliest: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/start-before-earliest", .error,
    summary: "An initiative whose start lies before its own `notBefore`.",
    why: "Both cannot hold: a day that `start` names is kept, whatever the work was to wait for.",
    remedy: "Move the start, or take out the `notBefore` that no longer holds.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It starts three weeks too early",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "start": ⟦"2026-01-19"⟧, "notBefore": "2026-02-09"}
      """#,
      RuleExample.growth),
    .bad(
      "The whole quarter is too early",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "start": ⟦"2026-Q1"⟧, "notBefore": "2026-04"}
      """#,
      RuleExample.growth),
    .good(
      "A part of the quarter is left",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "start": "2026-Q1", "notBefore": "2026-02-09"}
      """#,
      RuleExample.growth),
    .good(
      "It began earlier than it had to",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
        "start": "2026-01-12", "notBefore": "2026-02-09"}
      """#,
      RuleExample.growth),
  ]

  /// Compares the start of initiatives that are still to begin with their earliest one.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let lifecycles = context.lifecycles
    for (_, initiative) in context.all("initiative") where lifecycles.isLive(initiative) {
      // Of what has begun the start is a fact.
      guard !lifecycles.isUnderWay(initiative), !lifecycles.isPaused(initiative),
        let start = context.relations.term("start", of: initiative),
        let earliest = context.relations.term("notBefore", of: initiative),
        start.when.last < earliest.when.first
      else { continue }
      report.report(
        .tooEarly(start.value, earliest.when.first), at: start.value, in: initiative,
        notes: [RuleNote("it may not start before this", at: earliest.value, in: initiative)])
    }
  }
}

extension RuleMessage {
  fileprivate static func tooEarly(_ start: JSONValue, _ earliest: Day) -> Self {
    Self("it starts \(start.string ?? ""), and may not start before \(earliest)")
  }
}
