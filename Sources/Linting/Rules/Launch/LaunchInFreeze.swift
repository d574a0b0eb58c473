internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches on days on which nothing may be launched.
public struct LaunchInFreeze: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/in-freeze", .error,
    summary:
      "The date of a launch lies within a freeze of the repository's calendar that holds for its team.",
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
      configuration: #"{"version": 1, "calendar": {"freezes": [{"from": "2026-12-15", "to": "2027-01-03"}]}}"#
    ),
    .good(
      "Before",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-12-10"}
      """#,
      configuration: #"{"version": 1, "calendar": {"freezes": [{"from": "2026-12-15", "to": "2027-01-03"}]}}"#
    ),
    .good(
      "The freeze of another team",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-12-17"}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth"}
      """#,
      configuration:
        #"{"calendar": {"freezes": [{"from": "2026-12-15", "to": "2027-01-03", "teams": ["billing"]}]}}"#),
  ]

  /// Holds the dates of launches that are not over against the freezes in `prodops.json`.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    guard let calendar = context.snapshot.configuration.document?.root?["calendar"] else { return }
    let freezes = calendar.items("freezes").compactMap { item -> Freeze? in
      guard let from = context.day(item["from"]), let to = context.day(item["to"]) else { return nil }
      let teams = Set(item.items("teams").compactMap(\.string))
      return Freeze(from: from, to: to, teams: teams, title: item.string("title"))
    }
    if freezes.isEmpty { return }
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let value = launch["date"], let date = context.when(value) else { continue }
      let initiative = context.target(launch["initiative"], "initiative")
      let teams = ([initiative?["team"]] + (initiative?.items("partners").map { $0 } ?? [])).compactMap {
        $0?.string
      }
      let freeze = freezes.first {
        $0.from <= date.first && date.last <= $0.to && ($0.teams.isEmpty || !$0.teams.isDisjoint(with: teams))
      }
      if let freeze {
        report.report(.frozen(launch, freeze.title, freeze.from, freeze.to), at: value, in: launch)
      }
    }
  }

  /// Days on which teams, or all where none are named, launch nothing.
  private struct Freeze {
    let from: Day
    let to: Day
    let teams: Set<String>
    let title: String?
  }
}

extension RuleMessage {
  fileprivate static func frozen(_ launch: Definition, _ title: String?, _ from: Day, _ to: Day) -> Self {
    let name = title.map { "\($0), " } ?? ""
    return Self("\(launch.title) falls into a freeze: \(name)\(from) to \(to)")
  }
}
