internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a membership or time off that ends before it begins.
public struct TeamDatesOutOfOrder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/dates-out-of-order", .error,
    summary: "A membership or a time off that ends before it begins.",
    why:
      "It counts on no day at all: the schedule plans as if the person were not there, or the holidays were not.",
    remedy: "Correct the date that is wrong.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Back before leaving",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [],
        "timeOff": [{"from": "2026-07-20", "to": ⟦"2026-07-10"⟧}]}
      """#),
    .good(
      "A single day",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [],
        "timeOff": [{"from": "2026-07-20", "to": "2026-07-20"}]}
      """#),
  ]

  /// Looks at members and time off.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, team) in context.snapshot.definitions(of: "team") {
      for item in Array(team.items("members")) + Array(team.items("timeOff")) {
        guard let from = item["from"], let to = item["to"], let first = from.content.flatMap(Day.init(iso:)),
          let last = to.content.flatMap(Day.init(iso:)), last < first
        else { continue }
        report.report(
          .reversed(first, last), at: to, in: team, notes: [RuleNote("it begins here", at: from, in: team)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func reversed(_ first: Day, _ last: Day) -> Self {
    Self("it ends on \(last), before it begins on \(first)")
  }
}
