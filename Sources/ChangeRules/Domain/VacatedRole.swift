internal import Diffing

/// A role that nobody has any more.
enum VacatedRole {
  /// That nobody in any team has a role, and who needs it; nil where somebody has it, or nobody needs it.
  static func reason(_ role: String, _ context: ChangeContext) -> ChangeReason? {
    guard context.head.isHeld(role: role) == false else { return nil }
    let processes = context.head.processes(needing: role)
    if processes.isEmpty { return nil }
    return ChangeReason(
      "role-vacated",
      "nobody is a \(role) any more, and \(Clause.names(processes)) \(processes.count == 1 ? "needs" : "need") one"
    )
  }
}
