internal import JSONSyntax
internal import Synchronization
internal import Workspaces

/// Who owns what, and which roles people have and processes need: found once, and only where somebody asks.
final class PeopleIndex: Sendable {
  private struct Found {
    /// The positions of the definitions by their owner's handle in lower case.
    var owned: [String: [Int]] = [:]
    /// The roles that somebody has.
    var held: Set<String> = []
    /// The positions of the followed processes by the roles that their steps make accountable.
    var needed: [String: [Int]] = [:]
    var hasTeams = false
  }

  private let snapshot: Snapshot
  private let known = Mutex<Found?>(nil)

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The positions of the definitions whose owner a person is, by the handle in any spelling.
  func positions(ownedBy handle: String) -> [Int] {
    read { $0.owned[Handle.folded(handle)] ?? [] }
  }

  /// Whether somebody has a role; nil where there is no team.
  func isHeld(_ role: String) -> Bool? {
    read { $0.hasTeams ? $0.held.contains(Self.folded(role)) : nil }
  }

  /// The positions of the followed processes that make a role accountable for a step.
  func positions(needing role: String) -> [Int] { read { $0.needed[Self.folded(role)] ?? [] } }

  private func read<Value: Sendable>(_ body: (Found) -> Value) -> Value {
    known.withLock { known in
      if let known { return body(known) }
      let found = find()
      known = found
      return body(found)
    }
  }

  private func find() -> Found {
    var found = Found()
    for (position, definition) in snapshot.definitions.enumerated() {
      if let owner = definition["owner"]?.string, owner.utf8.count <= 128 {
        found.owned[Handle.folded(owner), default: []].append(position)
      }
      let status = definition.root["status"]?.string
      if definition.kind == "team", status != "disbanded" {
        found.hasTeams = true
        for member in definition.items("members") where member["to"] == nil {
          if let role = member["role"]?.string { found.held.insert(Self.folded(role)) }
        }
      } else if definition.kind == "process", status == "trial" || status == "adopted" {
        for step in definition.items("steps") {
          guard let role = step["accountable"]?.string.map(Self.folded),
            found.needed[role]?.last != position
          else { continue }
          found.needed[role, default: []].append(position)
        }
      }
    }
    return found
  }

  /// A role without regard to case and spaces.
  private static func folded(_ role: String) -> String {
    role.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
