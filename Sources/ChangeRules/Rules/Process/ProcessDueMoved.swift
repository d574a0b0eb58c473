internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells that a step is due earlier or later before the day that the process leads to.
public struct ProcessDueMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/due-moved", .risky, watches: ["process/steps/*/due"],
    summary: "A step of a followed process is due earlier, later, or at a time for the first time.",
    why:
      "Launches under way planned by the old day, and the new one may be over already.",
    remedy: "Tell the launches under way, or let the new day hold for later ones only.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Earlier, with a launch under way", before: adopted,
      change:
        #"{"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-14"}]}"#,
      alongside: [launch], as: .risky),
    .found(
      "So early that the day is over", before: adopted,
      change:
        #"{"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-28"}]}"#,
      alongside: [launch], as: .breaking),
    .found(
      "Later", before: adopted,
      change:
        #"{"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-3"}]}"#,
      alongside: [launch], as: .notable),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change:
        #"{"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-14"}]}"#
    ),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [
       {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-7"}]}
    """#

  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching"}
    """#

  /// Computes the new day for each launch under way.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, change.fields.count == 3 else {
      return nil
    }
    let (step, title) = (change.fields[1].token, change.fields[1].label)
    let (old, new) = (StepDue.days(change.before), StepDue.days(change.after))
    guard let new else { return Judgement(.notable) }
    if let old, new >= old { return Judgement(.notable) }
    let words = old.map {
      "Step “\(title)” due \(Enumeration.count($0 - new, "day")) earlier: \(change.before?.string ?? "") → \(change.after?.string ?? "")"
    }
    let launches = LaunchesUnderWay(context)
    let was = Set(launches.late(step, due: change.before).map(\.name))
    let late = launches.late(step, due: change.after).filter { !was.contains($0.name) }
    if !late.isEmpty {
      return Judgement(
        .breaking, ChangeReason("due-passed", "for \(Clause.names(late)) the new day is over already"),
        words: words)
    }
    if launches.isEmpty { return Judgement(.notable, words: words) }
    return Judgement(
      .risky, ChangeReason("launch-concerned", "\(launches.names) planned by the old day"), words: words)
  }
}
