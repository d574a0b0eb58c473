public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags experiments that are to enrol and send nobody anywhere.
public struct ExperimentWeightsZero: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/weights-zero-while-enrolling", .error,
    summary: "All weights of an experiment are zero before its enrolment is closed.",
    why: "Nobody sees any variant: the days pass and no data comes in.",
    remedy:
      "Give the variants their weights; where enrolment is over, set the status to `enrolment-closed`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Running for nobody",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": ⟦[{"id": "a",
       "control": true, "weight": 0}, {"id": "b", "weight": 0}]⟧}
      """#),
    .good(
      "Enrolment is closed",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "enrolment-closed", "variants": [{"id": "a",
       "control": true, "weight": 0}, {"id": "b", "weight": 0}]}
      """#),
  ]

  /// Looks at the weights of experiments that are ready or running.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") where experiment.has("status", oneOf: "ready", "running")
    {
      guard let variants = experiment["variants"], variants.count > 0,
        variants.items.allSatisfy({ $0["weight"]?.decimal?.isZero ?? false })
      else { continue }
      report.report(.allZero(experiment), at: variants, in: experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func allZero(_ experiment: Definition) -> Self {
    Self("'\(experiment.id)' is \(experiment.status), and all its variants have weight 0")
  }
}
