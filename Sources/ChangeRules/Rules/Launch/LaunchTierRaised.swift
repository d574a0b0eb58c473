public import Diffing
internal import JSONSyntax

/// Tells that a launch is to be a bigger one than was said.
public struct LaunchTierRaised: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/tier-raised", .notable, watches: ["launch/tier"],
    summary: "A launch is to be a bigger one than was said.",
    why: "More departments have to prepare, and each needs the time that a launch of that size takes.",
    remedy: "Brief those who come in addition at once, or move the date.",
    options: ChangeRuleMetadata.leadTimes)

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "With less time than a big launch takes", before: launch, change: #"{"tier": 1}"#, as: .risky,
      day: "2026-02-01"),
    .found("In time", before: launch, change: #"{"tier": 1}"#, as: .notable, day: "2025-11-01"),
    .left("A smaller one", before: launch, change: #"{"tier": 3}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2}
    """#

  /// Asks whether there is time enough to prepare.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isComing, let old = change.before?.integer, let new = change.after?.integer, new < old
    else { return nil }
    let lead = context.leadDays(change.after, of: metadata)
    guard let left = context.days(to: context.after?.root["date"]), left < lead else {
      return Judgement(.notable)
    }
    return Judgement(
      .risky, ChangeReason("within-lead-time", "others prepare for such a launch \(lead) days ahead"))
  }
}
