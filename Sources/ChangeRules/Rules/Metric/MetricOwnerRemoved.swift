public import Diffing
internal import JSONSyntax

/// Tells that nobody answers for what a metric means any more.
public struct MetricOwnerRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/owner-removed", .risky, watches: ["metric/owner"],
    summary: "A metric loses its owner.",
    why:
      "A number that nobody answers for changes its meaning unnoticed, and nobody can say which of two values is right.",
    remedy: "Name the next owner in the same change.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nobody in her place", before: ExampleMetric.text("active", #"{"owner": "@ana"}"#),
      change: #"{"owner": null}"#, as: .risky),
    .found(
      "A retired metric needs none", before: ExampleMetric.text("retired", #"{"owner": "@ana"}"#),
      change: #"{"owner": null}"#, as: .routine),
    .left(
      "Somebody in her place", before: ExampleMetric.text("active", #"{"owner": "@ana"}"#),
      change: #"{"owner": "@ben"}"#),
  ]

  /// Asks for the state.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.before != nil, change.after == nil, context.metricBefore != .proposed else { return nil }
    if context.metricAfter == .retired { return Judgement(.routine, .alreadyEnded) }
    return Judgement(.risky, ChangeReason("nobody-answers", "nobody answers for its meaning"))
  }
}
