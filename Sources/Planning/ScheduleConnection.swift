internal import Scheduling

extension ScheduleComparison {
  /// How an edit reaches an initiative whose end it moves: by the reasons that bind its dates.
  public enum Connection: Sendable, Equatable {
    /// It is the edited initiative itself.
    case own
    /// The initiative waits for the edited one, or for one of the edited team, through these; the last one is itself.
    case dependency([String])
    /// It needs the people of a team: the edited one, or one that the edited initiative needs, too.
    case team(String)
    /// It waits for another initiative, which the edit reaches: as it depends on that one, or as that one has the people of
    /// a team.
    case next(String, team: String?)
    /// Through what is placed otherwise since; nothing that binds its dates leads back to the edit.
    case others
    /// The edit is about everything.
    case everything
  }
}

/// Looks how one edit reaches what it moves, by what binds dates in the schedules before and after it.
struct EditReach {
  private let edit: ScheduleComparison.Edit
  private var sides: [Side]

  init(_ edit: ScheduleComparison.Edit, from before: PlanSchedule, to after: PlanSchedule) {
    self.edit = edit
    sides = [Side(after, edit), Side(before, edit)]
  }

  /// How the edit reaches an initiative that moves: later by what it waits for now, earlier by what it waited for.
  mutating func connection(to id: String, isLater: Bool) -> ScheduleComparison.Connection {
    switch edit {
    case .settings, .lock, .others: return .everything
    case .initiative(let edited) where edited == id: return .own
    case .initiative, .team: break
    }
    for index in isLater ? [0, 1] : [1, 0] {
      if let found = sides[index].connection(to: id) { return found }
    }
    return .others
  }

  /// One of the two schedules.
  private struct Side {
    private let plan: PlanSchedule
    private let edit: ScheduleComparison.Edit
    /// Whether the reasons of a share lead to the edit, as far as it is known.
    private var isReached: [Bool?]

    init(_ plan: PlanSchedule, _ edit: ScheduleComparison.Edit) {
      self.plan = plan
      self.edit = edit
      isReached = [Bool?](repeating: nil, count: plan.model.numbers.count)
    }

    mutating func connection(to id: String) -> ScheduleComparison.Connection? {
      guard let item = plan.model.position(of: id), var part = plan.endPart(of: item), reaches(part) else {
        return nil
      }
      // The initiatives from the moved one back to the edited one, each waiting for the next.
      var path = [id]
      var first: (id: String, team: String?)?
      var isByPeople = false
      func note(_ other: String, team: String?) {
        guard path.last != other else { return }
        path.append(other)
        first = first ?? (other, team)
        isByPeople = isByPeople || team != nil
      }
      note(self.id(part), team: nil)
      while !isEdited(part), let cause = cause(of: part) {
        let team = cause.isDependency ? nil : plan.model.share(part).team
        note(plan.model.items[cause.item].facts.id, team: team)
        note(self.id(cause.part), team: nil)
        part = cause.part
      }
      guard let first else { return .team(plan.model.share(part).team) }
      if !isByPeople { return .dependency(path.reversed()) }
      if path.count == 2, case .initiative = edit, let team = first.team { return .team(team) }
      return .next(first.id, team: first.team)
    }

    private func id(_ part: Int) -> String {
      plan.model.items[plan.model.numbers.activity(of: part)].facts.id
    }

    /// Whether a share is of the edited initiative, or of the edited team.
    private func isEdited(_ part: Int) -> Bool {
      edit == .initiative(id(part)) || edit == .team(plan.model.share(part).team)
    }

    private func cause(of part: Int) -> PlanSchedule.PartCause? {
      guard let placed = plan.placed(part) else { return nil }
      return plan.cause(of: part, by: placed.binding) ?? plan.cause(of: part, by: placed.readiness)
    }

    /// Whether what a share waits for, and what that waits for, leads to the edit; each share is looked at once.
    private mutating func reaches(_ part: Int) -> Bool {
      var path: [Int] = []
      var next: Int? = part
      var found = false
      while let part = next {
        if let known = isReached[part] {
          found = known
          break
        }
        path.append(part)
        isReached[part] = false
        if isEdited(part) {
          found = true
          break
        }
        next = cause(of: part)?.part
      }
      for part in path { isReached[part] = found }
      return found
    }
  }
}
