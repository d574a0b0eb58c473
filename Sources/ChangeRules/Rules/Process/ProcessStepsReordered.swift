public import Diffing
internal import JSONSyntax

/// Tells that the steps of a process follow each other in another way.
public struct ProcessStepsReordered: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/steps-reordered", .notable, watches: ["process/steps", "process/steps/*/after"],
    summary: "The steps of a process follow each other in another way.",
    why:
      "Who did one thing after another for years does it in the wrong order from now on, unless told.",
    remedy: "Tell the teams that follow it why the order is a better one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Two steps swapped", before: adopted,
      change: #"""
        {"steps": [{"id": "go", "title": "Go", "accountable": "pm"}, {"id": "guide", "title": "Guide", "accountable": "pm"}]}
        """#,
      as: .notable),
    .found(
      "One has to wait for the other", before: adopted,
      change: #"""
        {"steps": [{"id": "guide", "title": "Guide", "accountable": "pm"},
          {"id": "go", "title": "Go", "accountable": "pm", "after": ["guide"]}]}
        """#,
      as: .notable),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change: #"""
        {"steps": [{"id": "guide", "title": "Guide", "accountable": "pm"},
          {"id": "go", "title": "Go", "accountable": "pm", "after": ["guide"]}]}
        """#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "guide", "title": "Guide", "accountable": "pm"},
       {"id": "go", "title": "Go", "accountable": "pm"}]}
    """#

  /// Tells all moves as one.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, isAboutOrder(change) else { return nil }
    let covered = context.changes.indices.filter { isAboutOrder(context.changes[$0]) }
    var titles: [String] = []
    for position in covered where titles.count < 200 {
      let title = context.changes[position].fields[1].label
      if titles.last != title { titles.append(title) }
    }
    return Judgement(
      .notable, words: "Order of the steps changed: \(Clause.list(titles.map { "“\($0)”" }))", covers: covered
    )
  }

  private static func isAboutOrder(_ change: Change) -> Bool {
    guard change.fields.count >= 2, change.fields[0].token == "steps" else { return false }
    return change.fields.count == 2
      ? change.idiom == .itemMoved : change.fields.count > 2 && change.fields[2].token == "after"
  }
}
