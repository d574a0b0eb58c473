public import Diffing
internal import JSONSyntax

/// Tells that everybody who follows a process has one more thing to do.
public struct ProcessStepAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/step-added", .notable, watches: ["process/steps", "process/steps/*/optional"],
    summary: "A step is added to a followed process, or one becomes mandatory.",
    why:
      "Launches under way get it too: where its day is over already, they are late with something they never heard of.",
    remedy: "Tell the launches under way, and say from which launch on the step holds.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It was due last week", before: adopted,
      change: #"""
        {"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "video", "title": "Record a video", "accountable": "designer", "due": "T-28"}]}
        """#,
      alongside: [launch], as: .breaking),
    .found(
      "There is time", before: adopted,
      change: #"""
        {"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "video", "title": "Record a video", "accountable": "designer", "due": "T-2"}]}
        """#,
      alongside: [launch], as: .notable),
    .found(
      "A step that everybody may leave out", before: adopted,
      change: #"""
        {"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "video", "title": "Record a video", "accountable": "designer", "optional": true}]}
        """#,
      as: .routine),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change: #"""
        {"steps": [{"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "video", "title": "Record a video", "accountable": "designer"}]}
        """#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [
       {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"}]}
    """#

  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching"}
    """#

  /// Computes for each launch under way when the step is due.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, change.fields.count >= 2 else {
      return nil
    }
    let (step, title) = (change.fields[1].token, change.fields[1].label)
    let item: JSONValue?
    var words: String?
    if change.fields.count == 2 {
      guard change.idiom == .itemAdded else { return nil }
      item = change.after
      if item?["optional"]?.bool == true { return Judgement(.routine) }
    } else {
      guard change.fields.count == 3, change.fields[2].token == "optional", change.before?.bool == true,
        change.after?.bool != true
      else { return nil }
      item = context.after?.root.item("steps", "id", step)
      words = "Step “\(title)” may no longer be left out"
    }
    let launches = LaunchesUnderWay(context)
    let late = launches.late(step, due: item?["due"])
    if !late.isEmpty {
      return Judgement(
        .breaking, ChangeReason("due-passed", "for \(Clause.names(late)) its day is over already"),
        words: words)
    }
    if launches.isEmpty { return Judgement(.notable, words: words) }
    return Judgement(.notable, ChangeReason("launch-concerned", "new for \(launches.names)"), words: words)
  }
}
