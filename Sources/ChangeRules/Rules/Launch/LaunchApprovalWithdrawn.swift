public import Diffing
internal import JSONSyntax

/// Tells that somebody no longer agrees to a launch, or is no longer asked.
public struct LaunchApprovalWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/approval-withdrawn", .risky, watches: ["launch/approvals"],
    summary: "An approval of a coming launch is taken back, or an approver is no longer asked.",
    why: "A go without the agreement that it needs is one person's go.",
    remedy: "Ask who agreed and why that no longer holds, before the launch goes on.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("The approver is no longer asked", before: launch, change: #"{"approvals": null}"#, as: .risky),
    .found(
      "The approval is taken back after the go",
      before: launch.replacing(#""planned", "initiative""#, with: #""go", "initiative""#),
      change: #"{"approvals": [{"by": "@dana"}]}"#, as: .breaking),
    .found(
      "It is out", before: launch.replacing(#""planned", "initiative""#, with: #""done", "initiative""#),
      change: #"{"approvals": null}"#, as: .routine),
    .left(
      "It is given", before: launch.replacing(#", "on": "2026-01-10""#, with: ""),
      change: #"{"approvals": [{"by": "@dana", "on": "2026-01-10"}]}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "express", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "approvals": [{"by": "@dana", "on": "2026-01-10"}]}
    """#

  /// Looks at approvers who went, and at days of approval that went.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.endedWithIt) else { return nil }
    let isGone = change.idiom == .itemRemoved && change.fields.count == 2
    let isTakenBack = change.idiom == .fieldRemoved && change.fields.last?.token == "on"
    guard isGone || isTakenBack else { return nil }
    if !context.isComing { return Judgement(.routine, .alreadyEnded) }
    let wasGiven = isTakenBack || change.before?["on"] != nil
    guard wasGiven, context.hasGo else { return Judgement(.risky) }
    return Judgement(.breaking, ChangeReason("after-go", "the go was given with it"))
  }
}
