internal import Diffing
internal import JSONSyntax

/// How far a team is with a process.
enum AdoptionStep {
  /// The states on the way; being exempt is none of them.
  static let order = ["not-started", "adopting", "adopted"]

  /// The team and its states before and after, for a change of its state or of its whole entry.
  static func states(_ change: Change) -> (team: String, old: String?, new: String?)? {
    guard change.fields.count >= 2, change.fields[0].token == "adoption" else { return nil }
    let team = change.fields[1].token
    if change.fields.count == 2 {
      guard change.idiom == .itemAdded || change.idiom == .itemRemoved else { return nil }
      return (team, change.before?["state"]?.string, change.after?["state"]?.string)
    }
    guard change.fields.count == 3, change.fields[2].token == "state" else { return nil }
    return (team, change.before?.string, change.after?.string)
  }
}
