public import Diffing
internal import JSONSyntax

/// Tells that a team is further with a process than before.
public struct ProcessAdoptionAdvanced: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/adoption-advanced", .notable, watches: ["process/adoption", "process/adoption/*/state"],
    summary: "A team begins to follow a process, or follows it now.",
    why:
      "Others can count on it from now on.",
    remedy: "Write down under `evidence` what shows it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "They follow it", before: adopted, change: #"{"adoption": [{"team": "growth", "state": "adopted"}]}"#,
      as: .notable),
    .found(
      "They heard of it", before: adopted,
      change:
        #"{"adoption": [{"team": "growth", "state": "adopting"}, {"team": "web", "state": "not-started"}]}"#,
      as: .routine),
    .left(
      "They stopped", before: adopted, change: #"{"adoption": [{"team": "growth", "state": "not-started"}]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}],
     "adoption": [{"team": "growth", "state": "adopting"}]}
    """#

  /// Compares the states of the team.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter == .live, let (team, old, new) = AdoptionStep.states(change),
      let to = new.flatMap(AdoptionStep.order.firstIndex(of:)),
      to > (old.flatMap(AdoptionStep.order.firstIndex(of:)) ?? -1), old != "exempt"
    else { return nil }
    let covered = context.positions(at: "adoption", team)
    let states = ["has not started", "has begun to follow it", "follows it"]
    return Judgement(to == 0 ? .routine : .notable, words: "\(team) \(states[to])", covers: covered)
  }
}
