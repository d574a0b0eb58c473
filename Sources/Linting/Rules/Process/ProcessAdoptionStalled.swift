internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags teams that have been about to adopt a process for very long.
public struct ProcessAdoptionStalled: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "process/adoption-stalled", .info,
    summary: "A team has been adopting a process for months. Option `days` (120).",
    why: "The team has quietly decided against it, and everybody else counts on it.",
    remedy: "Ask what is in the way; adopt it, change it, or exempt the team and say why.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Half a year in between",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [], "adoption": [{"team": "growth",
       "state": ⟦"adopting"⟧, "since": "2025-07-01"}]}
      """#),
    .good(
      "Begun last month",
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [], "adoption": [{"team": "growth",
       "state": "adopting", "since": "2025-12-10"}]}
      """#),
  ]

  /// Looks at the adoption of processes that are tried or adopted.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let limit = context.number("days", of: metadata, standard: 120)
    for (_, process) in context.all("process") where process.has("status", oneOf: "trial", "adopted") {
      for item in process.items("adoption") {
        guard let value = item["state"], value.isString("adopting"), let since = context.day(item["since"]),
          since.days(until: context.asOf) > limit
        else { continue }
        report.report(.stalled(item, since.days(until: context.asOf)), at: value, in: process)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func stalled(_ item: JSONValue, _ days: Int) -> Self {
    Self("\(item.string("team") ?? "a team") has been adopting this for \(DayDistance.words(days))")
  }
}
