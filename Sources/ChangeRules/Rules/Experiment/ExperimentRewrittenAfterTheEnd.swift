public import Diffing
internal import JSONSyntax

/// Tells that the question of an experiment is changed when its answer is known.
public struct ExperimentRewrittenAfterTheEnd: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/rewritten-after-the-end", .breaking,
    watches: [
      "experiment/type", "experiment/hypothesis", "experiment/primaryMetrics", "experiment/secondaryMetrics",
      "experiment/guardrails", "experiment/design",
    ],
    summary: "What an experiment was to find out is changed after its end.",
    why: "A question that is fitted to the answer makes every result look like a prediction.",
    remedy: "Leave it as it was. What else the numbers show is the hypothesis of the next experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A hypothesis that fits the result", before: ExampleExperiment.text("concluded"),
      change: #"{"hypothesis": "Fewer steps, fewer refunds."}"#, as: .breaking),
    .found(
      "Another metric decides",
      before: ExampleExperiment.text("stopped", #"{"primaryMetrics": ["conversion"]}"#),
      change: #"{"primaryMetrics": ["revenue"]}"#, as: .breaking),
    .found(
      "A comma", before: ExampleExperiment.text("concluded"),
      change: #"{"hypothesis": "Fewer steps: more orders"}"#, as: .routine),
    .left(
      "It runs", before: ExampleExperiment.text(), change: #"{"hypothesis": "Fewer steps, fewer refunds."}"#),
  ]

  /// Takes all that belongs to the question together.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.experimentBefore == .over else { return nil }
    if change.fields.count == 1, Phrase.readAlike(change.before, change.after) {
      return Judgement(.routine, ChangeReason("wording"))
    }
    return Judgement(
      .breaking, ChangeReason("answer-known", "its answer is known"),
      covers: change.fields.count > 1 ? context.positions(at: change.fields[0].token) : [])
  }
}
