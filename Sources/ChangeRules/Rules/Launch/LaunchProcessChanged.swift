public import Diffing
internal import JSONSyntax

/// Tells that a launch follows another checklist than before.
public struct LaunchProcessChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/process-changed", .notable, watches: ["launch/process"],
    summary: "A coming launch follows another process than before, or none.",
    why:
      "Other steps are demanded: some are new to those who prepare, and some that others count on are gone.",
    remedy: "Look at the steps that are named here, and take them over where they are still needed.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A smaller checklist", before: launch, change: #"{"process": "minor"}"#, alongside: processes,
      as: .notable),
    .found(
      "No process any more", before: launch, change: #"{"process": null}"#, alongside: processes, as: .risky),
    .left("It is out", before: launch.replacing("planned", with: "done"), change: #"{"process": "minor"}"#),
    .left(
      "A process at last", before: launch.replacing(#", "process": "major""#, with: ""),
      change: #"{"process": "major"}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "process": "major"}
    """#
  private static let processes = [
    #"""
    {"kind": "process", "id": "major", "title": "Major launch", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "note", "title": "Write", "accountable": "pm"},
     {"id": "brief-support", "title": "Brief support", "accountable": "pm"}]}
    """#,
    #"""
    {"kind": "process", "id": "minor", "title": "Minor launch", "purpose": "Quiet launches.",
     "status": "adopted", "steps": [{"id": "note", "title": "Write", "accountable": "pm"}]}
    """#,
  ]

  /// Compares the steps that the two processes demand.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isComing, context.stageAfter != .ended, change.before != nil else { return nil }
    let old = context.steps(context.before, in: context.base)
    let new = context.steps(context.after, in: context.head)
    let delta = StepDelta(old, new)
    guard change.after != nil else {
      return Judgement(.risky, ChangeReason("no-process", "no checklist says any more what has to be done"))
    }
    if let words = delta.words { return Judgement(.notable, ChangeReason("other-steps", words)) }
    return Judgement(.notable)
  }
}
