internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags decisions to ship that nothing followed.
public struct ExperimentShipNotPropagated: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/ship-not-propagated", .info,
    summary:
      "An experiment was decided to be shipped, and neither its initiative nor a launch has moved "
      + "since. Option `days` (30).",
    why: "What is known to work waits, and the next plan is made as if it were not.",
    remedy:
      "Commit the initiative or plan the launch; or note on the experiment why it was not shipped after "
      + "all.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Its initiative is still a candidate",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "concluded", "initiative": "checkout",
       "decision": {"outcome": ⟦"ship"⟧, "on": "2025-10-05", "by": "@ana", "because": "More orders."}}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "candidate"}
      """#),
    .good(
      "A launch is planned",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "concluded", "initiative": "checkout",
       "decision": {"outcome": "ship", "on": "2025-10-05", "by": "@ana", "because": "More orders."}}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "candidate"}
      """#,
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "date": "2026-03-02",
       "tier": 2, "status": "planned", "initiative": "checkout"}
      """#),
  ]

  /// Holds decisions to ship against the state of the initiative and its launches.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let limit = context.number("days", of: metadata, standard: 30)
    for (_, experiment) in context.all("experiment") {
      guard let decision = experiment["decision"], let value = decision["outcome"], value.isString("ship"),
        let day = context.day(decision["on"]), day.days(until: context.asOf) > limit,
        let found = context.relations.target(experiment["initiative"], kind: "initiative"),
        found.definition.has("status", oneOf: "idea", "candidate", "paused"),
        context.relations.referrers(of: found.position, kind: "launch").isEmpty
      else { continue }
      report.report(.notShipped(found.definition, day), at: value, in: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func notShipped(_ initiative: Definition, _ day: Day) -> Self {
    Self(
      "it was decided on \(day) to ship this, and initiative '\(initiative.id)' is still \(initiative.status)"
    )
  }
}
