public import Diffing
internal import JSONSyntax

/// Tells that a team need not follow a process.
public struct ProcessExempted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/exempted", .notable, watches: ["process/adoption", "process/adoption/*/state"],
    summary: "A team need not follow a process that others have to follow, or has to again.",
    why:
      "Others who work with the team count on the process, and exceptions tend to stay for ever.",
    remedy: "Say in `evidence` why and until when, and tell those who rely on it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "An exception", before: adopted, change: #"{"adoption": [{"team": "growth", "state": "exempt"}]}"#,
      as: .notable),
    .found(
      "No exception any more", before: adopted.replacing("adopting", with: "exempt"),
      change: #"{"adoption": [{"team": "growth", "state": "not-started"}]}"#, as: .notable),
    .left(
      "One step further", before: adopted, change: #"{"adoption": [{"team": "growth", "state": "adopted"}]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}],
     "adoption": [{"team": "growth", "state": "adopting"}]}
    """#

  /// Compares the states of the team.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter == .live, let (team, old, new) = AdoptionStep.states(change), old != new,
      old == "exempt" || new == "exempt"
    else { return nil }
    let covered = context.positions(at: "adoption", team)
    if new == "exempt" {
      return Judgement(.notable, words: "\(team) need not follow it", covers: covered)
    }
    guard new != nil else { return nil }
    return Judgement(.notable, words: "\(team) has to follow it again", covers: covered)
  }
}
