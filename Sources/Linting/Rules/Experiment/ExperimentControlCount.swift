public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags comparisons that have no control, or several.
public struct ExperimentControlCount: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/control-count", .error,
    summary: "An A/B test or holdout that is past its draft does not have exactly one control.",
    why:
      "A difference is measured against the control; without one there is none, with two it depends on "
      + "the reader.",
    remedy: "Mark the variant that people have today with `\"control\": true`, and no other.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nothing to compare with",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": ⟦[{"id": "a",
       "weight": 1}, {"id": "b", "weight": 1}]⟧}
      """#),
    .good(
      "One control",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "a",
       "control": true, "weight": 1}, {"id": "b", "weight": 1}]}
      """#),
    .good(
      "A beta compares nothing",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "type": "beta",
       "variants": [{"id": "a", "weight": 1}]}
      """#),
  ]

  /// Counts the controls of A/B tests and holdouts.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment")
    where experiment.has("type", oneOf: "ab-test", "holdout") && !experiment.has("status", "draft") {
      guard let variants = experiment["variants"] else { continue }
      let controls = variants.items.filter { $0["control"]?.bool == true }.compactMap { $0.string("id") }
      if controls.count != 1 { report.report(.controls(experiment, controls), at: variants, in: experiment) }
    }
  }
}

extension RuleMessage {
  fileprivate static func controls(_ experiment: Definition, _ controls: [String]) -> Self {
    controls.isEmpty
      ? Self("none of the variants of '\(experiment.id)' is the control")
      : Self("'\(experiment.id)' has \(controls.count) controls: \(Wording.list(controls))")
  }
}
