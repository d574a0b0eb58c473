public import Diffing
internal import JSONSyntax

/// Tells that work may go on where it had to stop.
public struct ProcessGateRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/gate-removed", .risky,
    watches: ["process/steps", "process/steps/*/gate", "process/steps/*/optional"],
    summary: "A gate of a followed process goes, or the step that holds it becomes optional.",
    why:
      "What the gate kept out gets through from now on, and running launches have passed by another rule than the next ones.",
    remedy: "Say what checks it instead, and ask the one who decided at the gate.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Nobody checks any more", before: adopted,
      change: #"""
        {"steps": [
          {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10"},
          {"id": "go", "title": "Go", "accountable": "head of product"}]}
        """#,
      as: .risky),
    .found(
      "A launch under way is past it", before: adopted,
      change: #"""
        {"steps": [
          {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10"},
          {"id": "go", "title": "Go", "accountable": "head of product"}]}
        """#,
      alongside: [launch], as: .breaking, day: "2026-01-25"),
    .found(
      "The step may be left out", before: adopted,
      change: #"""
        {"steps": [
          {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10", "gate": "Nothing critical is open", "optional": true},
          {"id": "go", "title": "Go", "accountable": "head of product"}]}
        """#,
      as: .risky),
    .left(
      "In a draft", before: adopted.replacing("adopted", with: "draft"),
      change: #"""
        {"steps": [
          {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10"},
          {"id": "go", "title": "Go", "accountable": "head of product"}]}
        """#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [
       {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
       {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10", "gate": "Nothing critical is open"},
       {"id": "go", "title": "Go", "accountable": "head of product"}]}
    """#

  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching"}
    """#

  /// Asks which launches under way are past the gate.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, change.fields.count >= 2 else {
      return nil
    }
    let (step, title) = (change.fields[1].token, change.fields[1].label)
    let due: JSONValue?
    let words: String
    if change.fields.count == 2 {
      guard change.idiom == .itemRemoved, change.before?["gate"] != nil else { return nil }
      due = change.before?["due"]
      words = "Step “\(title)” removed, and its gate with it"
    } else {
      let item = context.after?.root.item("steps", "id", step)
      due = item?["due"]
      if change.fields.last?.token == "optional" {
        guard change.after?.bool == true, item?["gate"] != nil else { return nil }
        words = "Step “\(title)”, which holds a gate, may be left out"
      } else {
        guard change.fields.count == 3, change.fields[2].token == "gate", change.after == nil else {
          return nil
        }
        words = "Gate of step “\(title)” removed"
      }
    }
    let past = LaunchesUnderWay(context).past(step, due: due)
    if past.isEmpty {
      return Judgement(.risky, ChangeReason("unchecked", "nothing is checked there any more"), words: words)
    }
    return Judgement(
      .breaking, ChangeReason("launch-past-it", "\(Clause.names(past)) passed it by the old rule"),
      words: words)
  }
}
