public import Diffing
internal import JSONSyntax

/// Tells that a step is done with another tool.
public struct ProcessToolSwapped: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/tool-swapped", .notable, watches: ["process/steps/*/tools"],
    summary: "A step of a followed process is done with other tools.",
    why:
      "People need access, a seat and some training for the new one, on the day on which they get to the step.",
    remedy: "See to access and training in the teams that follow the process before the change holds.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "For one that is in use", before: adopted,
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "pm", "tools": ["board"]}]}"#,
      alongside: [board], as: .notable),
    .found(
      "For one that nobody may use yet", before: adopted,
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "pm", "tools": ["board"]}]}"#,
      alongside: [board.replacing("adopted", with: "evaluating")], as: .risky),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change: #"{"steps": [{"id": "go", "title": "Go", "accountable": "pm", "tools": ["board"]}]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm", "tools": ["wiki"]}]}
    """#
  private static let board = #"""
    {"kind": "tool", "id": "board", "title": "Board", "category": "Boards", "status": "adopted"}
    """#

  /// Looks at the new tools, their training and their teams.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, change.fields.count == 4 else {
      return nil
    }
    let covered = context.positions(at: "steps", change.fields[1].token, "tools")
    let added = covered.compactMap { context.changes[$0].after?.string }
    let removed = covered.compactMap { context.changes[$0].before?.string }
    let tools = added.compactMap { context.head.definition("tool:\($0)") }
    let missing = tools.filter { !($0.root["status"]?.isOne(of: "trial", "adopted") ?? false) }
    var reasons: [ChangeReason] = []
    if !missing.isEmpty {
      let states = missing.map { "\($0.id) is \($0.root["status"]?.string ?? "in no known state")" }
      reasons.append(ChangeReason("tool-not-in-use", Clause.list(states)))
    }
    let untrained = tools.filter { $0.root["training"] == nil }
    if !untrained.isEmpty {
      reasons.append(
        ChangeReason("no-training", "no training is named for \(Clause.list(untrained.map(\.id)))"))
    }
    let teams = context.after?.root.texts("teams") ?? []
    let users = Set(tools.flatMap { $0.root.texts("teams") })
    let without = tools.isEmpty ? [] : teams.filter { !users.contains($0) }
    if !without.isEmpty {
      reasons.append(ChangeReason("teams-without-it", "\(Clause.list(without)) not listed as using it"))
    }
    let title = change.fields[1].label
    let words =
      added.isEmpty
      ? "Step “\(title)” is done without \(Clause.list(removed)) from now on"
      : "Step “\(title)” is done with \(Clause.list(added))"
        + (removed.isEmpty ? " from now on" : " in place of \(Clause.list(removed))")
    var judgement = Judgement(missing.isEmpty ? .notable : .risky, words: words, covers: covered)
    judgement.reasons = reasons
    return judgement
  }
}
