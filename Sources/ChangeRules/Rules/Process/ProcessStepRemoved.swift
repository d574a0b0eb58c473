public import Diffing
internal import JSONSyntax

/// Tells that something is no longer done.
public struct ProcessStepRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/step-removed", .notable, watches: ["process/steps", "process/steps/*/optional"],
    summary: "A step of a followed process goes, or may be left out.",
    why:
      "Launches under way may have it in their checklist, and somebody may count on what it brought about.",
    remedy: "Say what takes its place, and take it out of the checklists where it stands.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nobody misses it", before: adopted,
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "head of product"}]}"#,
      as: .notable),
    .found(
      "It stands in a checklist", before: adopted,
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "head of product"}]}"#,
      alongside: [launch], as: .risky),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "head of product"}]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [
       {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
       {"id": "go", "title": "Go", "accountable": "head of product"}]}
    """#
  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching", "checklist": [{"step": "guide", "status": "open"}]}
    """#

  /// Looks into the checklists of launches under way.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, change.fields.count >= 2 else {
      return nil
    }
    let step = change.fields[1].token
    if change.fields.count == 3 {
      guard change.fields[2].token == "optional", change.after?.bool == true else { return nil }
      return Judgement(.notable, words: "Step “\(change.fields[1].label)” may be left out")
    }
    guard change.fields.count == 2, change.idiom == .itemRemoved else { return nil }
    let open = LaunchesUnderWay(context).open(step)
    guard !open.isEmpty else { return Judgement(.notable) }
    return Judgement(.risky, ChangeReason("in-checklist", "\(Clause.names(open)) has it in the checklist"))
  }
}
