public import Diffing
internal import JSONSyntax

/// Tells that work has to stop where it could go on.
public struct ProcessGateAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/gate-added", .notable, watches: ["process/steps/*/gate", "process/steps/*/optional"],
    summary: "A step of a followed process gets a gate.",
    why:
      "From now on somebody has to agree before the work goes on: launches under way did not plan for that.",
    remedy: "Tell the launches under way whether the gate holds for them.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The next launches have to stop there", before: adopted,
      change: #"""
        {"steps": [
          {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10", "gate": "Nothing critical is open"},
          {"id": "go", "title": "Go", "accountable": "head of product"}]}
        """#,
      as: .notable),
    .found(
      "A launch under way is past it", before: adopted,
      change: #"""
        {"steps": [
          {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
          {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10", "gate": "Nothing critical is open"},
          {"id": "go", "title": "Go", "accountable": "head of product"}]}
        """#,
      alongside: [launch], as: .risky, day: "2026-01-25"),
    .left("Another step", before: adopted, change: #"{"steps": []}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [
       {"id": "guide", "title": "Write the guide", "accountable": "support lead", "due": "T-21"},
       {"id": "check", "title": "Security check", "accountable": "engineer", "due": "T-10"},
       {"id": "go", "title": "Go", "accountable": "head of product"}]}
    """#

  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching"}
    """#

  /// Asks which launches under way are past the gate.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, change.fields.count == 3 else { return nil }
    let (step, title) = (change.fields[1].token, change.fields[1].label)
    let item = context.after?.root.item("steps", "id", step)
    guard item?["gate"] != nil,
      change.fields[2].token == "optional"
        ? change.before?.bool == true && change.after?.bool != true
        : change.fields[2].token == "gate" && change.before == nil
    else { return nil }
    let words = "Step “\(title)” has a gate from now on"
    let past = LaunchesUnderWay(context).past(step, due: item?["due"])
    guard !past.isEmpty else { return Judgement(.notable, words: words) }
    return Judgement(
      .risky, ChangeReason("launch-past-it", "\(Clause.names(past)) went past it before it was there"),
      words: words)
  }
}
