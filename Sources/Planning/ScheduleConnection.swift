internal import Scheduling

extension ScheduleComparison {
  /// How an edit reaches an initiative whose end it moves.
  public enum Connection: Sendable, Equatable {
    /// It is the edited initiative itself.
    case own
    /// The initiative waits for the edited one, or for one of the edited team, through these; the last one is itself.
    case dependency([String])
    /// Both need the people of a team.
    case team(String)
    /// Through others, which the edit moves or which are placed otherwise since.
    case others
    /// The edit is about everything.
    case everything
  }

  /// How the edit of a step reaches what it moves, in the order of the moves.
  public func connections(of step: Step) -> [Connection] {
    let reach = Reach(before, after, step.edit)
    return step.moves.map { reach.connection(to: $0.initiative) }
  }
}

/// What an edit reaches along dependencies and teams of both sides.
private struct Reach {
  private let edit: ScheduleComparison.Edit
  private var through: [String: String?] = [:]
  private var teams: Set<String> = []
  private let sides: [PlanSchedule]

  init(_ before: PlanSchedule, _ after: PlanSchedule, _ edit: ScheduleComparison.Edit) {
    self.edit = edit
    sides = [after, before]
    var queue: [String] = []
    switch edit {
    case .initiative(let id):
      queue = [id]
      for side in sides {
        if let item = side.model.position(of: id) {
          teams.formUnion(side.model.items[item].shares.map(\.team))
        }
      }
    case .team(let id):
      teams = [id]
      queue = after.model.items.filter { $0.shares.contains { $0.team == id } }.map(\.facts.id)
    case .settings, .lock, .others: return
    }
    // Who waits for whom, on either side.
    var followers: [String: [String]] = [:]
    for side in sides {
      for (position, activity) in side.model.problem.activities.enumerated() {
        for link in activity.links {
          followers[side.model.items[link.activity].facts.id, default: []].append(
            side.model.items[position].facts.id)
        }
      }
    }
    for id in queue { through[id] = .some(nil) }
    var next = 0
    while next < queue.count {
      for follower in followers[queue[next]] ?? [] where through[follower] == nil {
        through[follower] = .some(queue[next])
        queue.append(follower)
      }
      next += 1
    }
  }

  func connection(to id: String) -> ScheduleComparison.Connection {
    switch edit {
    case .settings, .lock, .others: return .everything
    case .initiative(let edited) where edited == id: return .own
    case .initiative, .team: break
    }
    if let before = through[id], let before {
      var path = [id, before]
      while let last = path.last, let next = through[last], let next { path.append(next) }
      return .dependency(path.reversed())
    }
    for side in sides {
      guard let item = side.model.position(of: id) else { continue }
      if let team = side.model.items[item].shares.map(\.team).first(where: teams.contains) {
        return .team(team)
      }
    }
    return .others
  }
}
