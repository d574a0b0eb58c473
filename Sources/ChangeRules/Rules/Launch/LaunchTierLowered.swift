public import Diffing
internal import JSONSyntax

/// Tells that a launch is to be a smaller one than was said.
public struct LaunchTierLowered: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/tier-lowered", .notable, watches: ["launch/tier"],
    summary: "A launch is to be a smaller one than was said.",
    why:
      "Shortly before the day, it is often a way around steps that would not be ready: they are dropped, not done.",
    remedy: "Look at the steps that go with it, and agree with those who would have done them.",
    options: [.init("days", 14, "The days before the launch in which it is risky.")])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A week before", before: launch, change: #"{"tier": 3}"#, as: .risky, day: "2026-02-22"),
    .found(
      "With the step that would not be ready", before: launch, change: #"{"tier": 3, "checklist": null}"#,
      as: .risky, day: "2026-02-22"),
    .found("Months before", before: launch, change: #"{"tier": 3}"#, as: .notable),
    .left("A bigger one", before: launch, change: #"{"tier": 1}"#),
    .left("It is out", before: launch.replacing("planned", with: "done"), change: #"{"tier": 3}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "checklist": [{"step": "brief-support", "status": "open"}]}
    """#

  /// Asks how near the launch is, and which steps go with it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isComing, let old = change.before?.integer, let new = change.after?.integer, new > old
    else { return nil }
    let kept = Set((context.after?.root).items("checklist").compactMap { $0["step"]?.string })
    let listed = (context.before?.root).items("checklist").filter { $0["status"]?.string != "done" }
      .compactMap { $0["step"]?.string }.filter { !kept.contains($0) }
    let demanded = Set(context.steps(context.after, in: context.head))
    let freed = context.steps(context.before, in: context.base).filter {
      !demanded.contains($0) && !kept.contains($0) && !listed.contains($0)
    }
    let dropped = listed + freed
    let reasons =
      dropped.isEmpty
      ? [] : [ChangeReason("steps-dropped", "steps that go with it: \(Clause.list(dropped))")]
    let left = context.days(to: context.before?.root["date"])
    let isNear = left.map { $0 < context.number("days", of: metadata) } ?? false
    var judgement = Judgement(isNear ? .risky : .notable)
    judgement.reasons = reasons
    return judgement
  }
}
