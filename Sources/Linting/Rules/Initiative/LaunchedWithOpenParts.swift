public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an initiative that is called launched while parts of it are open.
public struct LaunchedWithOpenParts: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/launched-with-open-parts", .warning,
    summary: "A launched initiative with open milestones, running experiments or launches still to come.",
    why: "Everybody takes the work for done, while somebody still owes a part of it.",
    remedy: "Finish or drop the open parts, or say that the initiative is still in progress.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The launch is still to come",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": ⟦"launched"⟧, "team": "growth",
        "milestones": [{"id": "beta", "status": "done"}, {"id": "ga", "status": "planned"}]}
      """#,
      #"""
      {"kind": "launch", "id": "new-checkout", "title": "New checkout", "initiative": "checkout",
        "date": "2026-05", "tier": 2, "status": "planned"}
      """#,
      RuleExample.growth),
    .good(
      "A hold-out may outlive the launch",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "launched", "team": "growth",
        "milestones": [{"id": "beta", "status": "dropped"}, {"id": "ga", "status": "done"}]}
      """#,
      #"""
      {"kind": "experiment", "id": "without", "title": "Without it", "type": "holdout", "hypothesis": "It lasts",
        "status": "running", "initiative": "checkout",
        "variants": [{"id": "on", "weight": 9}, {"id": "off", "weight": 1}]}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the milestones of launched initiatives, and at the experiments and launches that belong to them.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (position, initiative) in context.snapshot.definitions(of: "initiative")
    where initiative.has("status", "launched") {
      var parts: [(name: String, value: JSONValue, definition: Definition)] = []
      for milestone in initiative.items("milestones") {
        guard let status = milestone["status"], milestone["completed"] == nil,
          status.isString("planned") || status.isString("in-progress")
        else { continue }
        parts.append(("the milestone '\(milestone.string("id") ?? "")'", status, initiative))
      }
      for (_, experiment, value) in context.relations.referrers(of: position, kind: "experiment")
      where experiment["initiative"]?.index == value.index
        && experiment.has("status", oneOf: "running", "enrolment-closed")
        && !experiment.has("type", "holdout")
      {
        parts.append(("the experiment '\(experiment.id)'", experiment["status"] ?? value, experiment))
      }
      for (_, launch, value) in context.relations.referrers(of: position, kind: "launch")
      where launch["initiative"]?.index == value.index && context.lifecycles.isLive(launch) {
        parts.append(("the launch '\(launch.id)'", launch["status"] ?? value, launch))
      }
      guard let first = parts.first else { continue }
      report.report(
        .open(first.name, parts.count - 1), field: "status", of: initiative,
        notes: parts.prefix(RuleNote.limit).map {
          RuleNote("\($0.name) is open", at: $0.value, in: $0.definition)
        })
    }
  }
}

extension RuleMessage {
  fileprivate static func open(_ first: String, _ others: Int) -> Self {
    Self(
      "it is launched, but \(first)\(others > 0 ? " and \(others) more" : "") \(others > 0 ? "are" : "is") open"
    )
  }
}
