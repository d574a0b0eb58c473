public import Diffing
internal import JSONSyntax

/// Tells that promised work is no longer promised.
public struct InitiativeCommitmentWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/commitment-withdrawn", .risky, watches: ["initiative/status"],
    summary: "An initiative goes back from a promise to a candidate, or from work under way to a promise.",
    why:
      "From \"committed\" on, others rely on its dates; whoever did so has to hear that they no longer can.",
    remedy: "Tell those who wait for it, and take back the dates that nobody stands for any more.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Nobody waits for it", before: checkout, change: #"{"status": "candidate"}"#, as: .risky),
    .found(
      "Promised work waits for it", before: checkout, change: #"{"status": "candidate"}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "one-click", "title": "One click", "status": "committed",
         "team": "growth", "dependsOn": ["checkout"]}
        """#
      ], as: .breaking),
    .found(
      "Not begun after all", before: checkout.replacing("committed", with: "in-progress"),
      change: #"{"status": "committed"}"#, as: .notable),
    .found(
      "A candidate is an idea again", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"status": "idea"}"#, as: .routine),
    .left("It goes on", before: checkout, change: #"{"status": "in-progress"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth"}
    """#

  /// Looks at steps back that end nothing.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.idiom == .lifecycleReopened else { return nil }
    switch (context.stageBefore, context.stageAfter) {
    case (.first, .first): return Judgement(.routine)
    case (.live, .live): return Judgement(.notable)
    case (.live, .first):
      return context.waitingReason.map { Judgement(.breaking, $0) } ?? Judgement(.risky)
    default: return nil
    }
  }
}
