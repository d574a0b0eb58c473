public import Diffing
internal import JSONSyntax

/// Tells that everyone gets one variant, where there were several.
public struct ExperimentOneVariantLeft: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/one-variant-left", .notable, watches: ["experiment/variants/*"],
    summary:
      "An experiment gives everyone one variant where there were several: it is shipped, or taken back.",
    why:
      "Whoever comes from now on is part of no comparison. Without a decision nobody can tell later whether the numbers allowed it.",
    remedy: "Record the decision: the outcome, the variant, who decided and why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Shipped, as decided", before: ExampleExperiment.text(),
      change:
        #"{"variants": \#(ExampleExperiment.weights(0, 1)), "decision": \#(ExampleExperiment.decision("ship", variant: "new"))}"#,
      as: .notable),
    .found(
      "Taken back, as decided", before: ExampleExperiment.text(),
      change:
        #"{"variants": \#(ExampleExperiment.weights(1, 0)), "decision": \#(ExampleExperiment.decision("abandon"))}"#,
      as: .notable),
    .found(
      "Without a decision", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#, as: .breaking),
    .found(
      "The other variant is taken out of the list", before: ExampleExperiment.text(),
      change: #"{"variants": [{"id": "new", "weight": 1}]}"#, as: .breaking),
    .found(
      "The decision says otherwise", before: ExampleExperiment.text(),
      change:
        #"{"variants": \#(ExampleExperiment.weights(0, 1)), "decision": \#(ExampleExperiment.decision("abandon"))}"#,
      as: .breaking),
    .found(
      "A rollout reaches everyone", before: ExampleExperiment.text("running", #"{"type": "rollout"}"#),
      change: #"{"variants": \#(ExampleExperiment.weights(0, 1))}"#, as: .notable),
    .left(
      "Both go on", before: ExampleExperiment.text(),
      change: #"{"variants": \#(ExampleExperiment.weights(20, 80))}"#),
  ]

  /// Compares the variant that is left with the decision.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard case .oneLeft(let variant) = ExperimentTraffic(context),
      !(context.experimentBefore?.isPlanned ?? true), !(context.experimentAfter?.isPlanned ?? true)
    else { return nil }
    let isControl = ExperimentShares(context.before?.root).control == variant
    let words =
      isControl ? "Everyone gets the control “\(variant)” again" : "Everyone gets “\(variant)” from now on"
    let covered = context.trafficPositions + context.positions(of: "phases", .itemAdded)
    guard let decision = context.decision, let outcome = decision["outcome"]?.string else {
      if context.isRollout, !isControl {
        return Judgement(.notable, ChangeReason("rolled-out"), words: words, covers: covered)
      }
      return Judgement(
        .breaking, ChangeReason("no-decision", "no decision says why"), words: words, covers: covered)
    }
    let shipped = decision["variant"]?.string
    let agrees = outcome == "ship" ? shipped == nil ? !isControl : shipped == variant : isControl
    if agrees {
      return Judgement(
        .notable, ChangeReason("as-decided", "as decided: \(outcome)"), words: words,
        covers: covered + context.positions(of: "decision", .fieldAdded))
    }
    let said = shipped.map { "\(outcome) “\($0)”" } ?? outcome
    return Judgement(
      .breaking, ChangeReason("decision-says-otherwise", "the decision says \(said)"), words: words,
      covers: covered)
  }
}
