internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a role that has been vacant for long.
public struct VacancyOld: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/vacancy-old", .warning,
    summary: "A role that has been vacant for longer than \"days\" (90 unless configured).",
    why:
      "After a quarter somebody is doing the work beside their own, or nobody is; plans still count on the seat.",
    remedy: "Fill the role, hand its work to somebody, or take the vacancy out and plan without it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Vacant since August",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [],
        "vacancies": [{"role": "designer", "since": ⟦"2025-08-01"⟧}]}
      """#),
    .good(
      "Vacant for a month",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [],
        "vacancies": [{"role": "designer", "since": "2025-12-15"}]}
      """#),
  ]

  /// Looks at the vacancies of teams that exist.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let longest = context.number("days", of: metadata, standard: 90)
    for (_, team) in context.snapshot.definitions(of: "team") where !Relations.isDisbanded(team) {
      for vacancy in team.items("vacancies") {
        guard let value = vacancy["since"], let since = value.content.flatMap(Day.init(iso:)),
          since.days(until: context.asOf) > longest
        else { continue }
        report.report(
          .vacant(vacancy.string("role") ?? "", since, context.asOf, longest), at: value, in: team)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func vacant(_ role: String, _ since: Day, _ asOf: Day, _ longest: Int) -> Self {
    Self(
      "'\(role)' has been vacant for \(DayDistance.words(since.days(until: asOf))), longer than \(longest) days",
      discriminator: role)
  }
}
