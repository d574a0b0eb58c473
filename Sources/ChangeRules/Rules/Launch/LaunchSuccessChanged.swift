public import Diffing
internal import JSONSyntax

/// Tells that what counts as success of a launch changes.
public struct LaunchSuccessChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/success-changed", .breaking, watches: ["launch/success"],
    summary: "What counts as success of a launch changes after its go.",
    why: "Set afterwards, everything is a success: the go was given for the old number.",
    remedy: "Leave the number, judge by it, and write what you learned into an insight.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("An easier number after the go", before: launch, change: success("0.33"), as: .breaking),
    .found("No number any more after the go", before: launch, change: #"{"success": null}"#, as: .breaking),
    .found(
      "A harder number after the go", before: launch, change: success("0.4"), alongside: [conversion],
      as: .risky),
    .found(
      "Before the go it is still being agreed",
      before: launch.replacing(#""go", "initiative"#, with: #""planned", "initiative"#),
      change: success("0.33"), as: .notable),
    .left(
      "A first number before the go",
      before: #"""
        {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned",
         "initiative": "checkout", "date": "2026-03-01", "tier": 2}
        """#, change: success("0.36")),
  ]

  private static func success(_ target: String) -> String {
    #"{"success": [{"metric": "conversion", "target": \#(target), "by": "2026-06-30"}]}"#
  }
  private static let launch = #"""
    {"kind": "launch", "id": "express", "title": "Checkout for everyone", "status": "go", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "success": [{"metric": "conversion", "target": 0.36, "by": "2026-06-30"}]}
    """#
  private static let conversion = #"""
    {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
     "direction": "up", "status": "active"}
    """#

  /// Tells easier from harder by the metric's direction.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.endedWithIt), change.fields.count > 1 else { return nil }
    let field = change.fields.count > 2 ? change.fields[2].token : ""
    guard context.hasGo else {
      return change.idiom == .itemAdded || field == "by" ? nil : Judgement(.notable)
    }
    if change.idiom == .itemAdded {
      return Judgement(.risky, ChangeReason("set-afterwards", "it was not part of what the go was given for"))
    }
    let direction = GoalMove.direction(of: change.fields[1].token, in: context)
    let isHarder =
      field == "by"
      ? change.idiom == .dateEarlier
      : field == "target" && GoalMove(change, direction: direction, baseline: nil) == .harder
    if change.idiom == .dateReworded { return nil }
    return isHarder
      ? Judgement(.risky, ChangeReason("after-go", "the go was given for another number"))
      : Judgement(.breaking, ChangeReason("after-go", "the go was given for another number"))
  }
}
