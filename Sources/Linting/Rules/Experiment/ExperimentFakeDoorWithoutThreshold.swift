public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags fake doors without a number that would count as interest.
public struct ExperimentFakeDoorWithoutThreshold: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/fake-door-without-threshold", .warning,
    summary: "A fake door past its draft has no threshold.",
    why:
      "Whatever number comes out can be called interest, and people were shown a door that leads "
      + "nowhere for nothing.",
    remedy: "Fix in `design.threshold` which share of people would be enough, before it starts.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "How many are enough?",
      #"""
      {"kind": "experiment", "id": "gift-cards", "title": "Gift cards",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "type": ⟦"fake-door"⟧, "status": "ready"}
      """#),
    .good(
      "One in ten is enough",
      #"""
      {"kind": "experiment", "id": "gift-cards", "title": "Gift cards",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "type": "fake-door", "status": "ready", "design": {"threshold": 0.1}}
      """#),
  ]

  /// Looks at the design of fake doors.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment")
    where experiment.has("type", "fake-door") && !experiment.has("status", "draft") {
      if experiment["design"]?["threshold"] != nil { continue }
      report.report(.noThreshold(experiment), field: "type", of: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func noThreshold(_ experiment: Definition) -> Self {
    Self("nothing says how many people have to come through the fake door '\(experiment.id)'")
  }
}
