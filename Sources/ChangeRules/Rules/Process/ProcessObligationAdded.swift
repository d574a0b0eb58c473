public import Diffing
internal import JSONSyntax

/// Tells that more teams have to follow a process.
public struct ProcessObligationAdded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/obligation-added", .notable, watches: ["process/teams"],
    summary: "More teams than before have to follow a process.",
    why:
      "It is a new obligation for them, and they learn of it only if somebody tells them.",
    remedy: "Tell them, say from when on it holds, and write down under `adoption` how far they are.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "One more team", before: adopted, change: #"{"teams": ["growth", "search", "web"]}"#, as: .notable),
    .left("One team less", before: adopted, change: #"{"teams": ["growth"]}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}],
     "teams": ["growth", "search"]}
    """#
  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "members": []}
    """#

  /// Names the teams.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemAdded, context.stageAfter == .live else { return nil }
    let covered = context.positions(at: "teams").filter { context.changes[$0].idiom == .itemAdded }
    let names = covered.compactMap { context.changes[$0].after?.string }
    return Judgement(.notable, words: "New obligation for \(Clause.list(names))", covers: covered)
  }
}
