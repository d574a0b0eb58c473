public import Diffing
internal import JSONSyntax

/// Tells that a team is less far with a process than before.
public struct ProcessAdoptionRegressed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/adoption-regressed", .risky, watches: ["process/adoption", "process/adoption/*/state"],
    summary: "A team is less far with a process than it was, or is not listed any more.",
    why:
      "A process that is given up quietly was too heavy or not understood: others will follow.",
    remedy: "Ask the team what stood in the way, and write it down under `feedback`.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "They stopped", before: adopted.replacing("adopting", with: "adopted"),
      change: #"{"adoption": [{"team": "growth", "state": "not-started"}]}"#,
      as: .risky),
    .found("Not listed any more", before: adopted, change: #"{"adoption": []}"#, as: .risky),
    .found(
      "The team is no more", before: adopted, change: #"{"adoption": []}"#,
      others: [(growth, #"{"status": "disbanded"}"#)], as: .routine),
    .left(
      "One step further", before: adopted, change: #"{"adoption": [{"team": "growth", "state": "adopted"}]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}],
     "adoption": [{"team": "growth", "state": "adopting"}]}
    """#

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "members": []}
    """#

  /// Compares the states of the team.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter == .live, let (team, old, new) = AdoptionStep.states(change),
      let from = old.flatMap(AdoptionStep.order.firstIndex(of:)), from > 0,
      (new.flatMap(AdoptionStep.order.firstIndex(of:)) ?? -1) < from, new == nil || new != "exempt"
    else { return nil }
    let covered = context.positions(at: "adoption", team)
    if new == nil, DissolvedTeam.isOne(team, context) {
      return Judgement(.routine, ChangeReason("team-dissolved", "the team is no more"))
    }
    let words = "\(team) went back from \(old ?? "") to \(new ?? "not being listed")"
    return Judgement(.risky, words: words, covers: covered)
  }
}
