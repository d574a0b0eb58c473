internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches whose checklist has dropped a step of its process.
public struct LaunchChecklistStepMissing: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/checklist-step-missing", .warning,
    summary:
      "A launch that is near, or has its go, lacks a step of its process that is not optional. Option "
      + "`days` (30).",
    why: "Steps are dropped by forgetting, and the one that was forgotten is the one support needed.",
    remedy: "Add the step to the checklist; with the status `waived` where it is left out on purpose.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The briefing of support is missing",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-02-02", "process": "launch-checklist",
       "checklist": ⟦[{"step": "note", "status": "done"}]⟧}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "note", "title": "Write",
       "accountable": "pm"}, {"id": "tell-support", "title": "Brief", "accountable": "pm"}]}
      """#),
    .good(
      "Left out on purpose",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-02-02", "process": "launch-checklist",
       "checklist": [{"step": "note", "status": "done"}, {"step": "tell-support", "status": "waived"}]}
      """#,
      #"""
      {"kind": "process", "id": "launch-checklist", "title": "Launch checklist",
       "purpose": "Nobody is surprised.", "status": "adopted", "steps": [{"id": "note", "title": "Write",
       "accountable": "pm"}, {"id": "tell-support", "title": "Brief", "accountable": "pm"}]}
      """#),
  ]

  /// Holds the checklists of near launches against the steps of their process.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let ahead = context.number("days", of: metadata, standard: 30)
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let process = context.target(launch["process"], "process"),
        let day = context.when(launch["date"])?.last
      else { continue }
      guard launch.has("status", "go") || context.asOf.days(until: day) <= ahead else { continue }
      let listed = Set(launch.items("checklist").compactMap { $0.string("step") })
      let missing = process.items("steps").filter { $0["optional"]?.bool != true }.compactMap {
        $0.string("id")
      }
      .filter { !listed.contains($0) }
      if missing.isEmpty { continue }
      let field: StaticString = launch["checklist"] == nil ? "process" : "checklist"
      report.report(.stepsMissing(process, missing), field: field, of: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func stepsMissing(_ process: Definition, _ steps: [String]) -> Self {
    Self(
      "\(Enumeration.count(steps.count, "step")) of \(process.title) \(steps.count == 1 ? "is" : "are") "
        + "missing: \(Wording.list(steps))"
    )
  }
}
