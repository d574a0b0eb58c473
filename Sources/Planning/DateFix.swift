public import CivilDates
internal import Forecasting
internal import Scheduling

/// Something that could be done about a date, tried: with what it would bring, exactly.
public struct DateFix: Sendable {
  /// What would be done.
  public enum Action: Sendable, Equatable {
    /// The initiative is placed before another one that holds the people it needs.
    case goBefore(String)
    /// The team has one person more.
    case person(team: String)
    /// The team works on one initiative more at once.
    case raiseLimit(team: String)
    /// One person more works on the initiative's share.
    case helper(team: String)
    /// The initiative does not wait for another one any more.
    case dropDependency(on: String)
    /// The start is not pinned, or held back, any more.
    case startWhenPossible
    /// An initiative takes no more than its low effort.
    case lowEffort(of: String)
  }

  /// An initiative whose end moves.
  public struct Move: Sendable, Equatable {
    /// Its id.
    public let initiative: String
    /// How many working days later it ends; negative where it ends earlier.
    public let days: Int

    /// A move of an initiative's end.
    public init(initiative: String, days: Int) {
      self.initiative = initiative
      self.days = days
    }
  }

  /// What would be done.
  public let action: Action
  /// The day on which it would ship; nil where it would have no dates.
  public let end: Day?
  /// How many working days earlier it would ship; negative where it would ship later.
  public let gain: Int
  /// Whether it would come by its promise; nil without one.
  public let isOnTime: Bool?
  /// The other initiatives whose ends would move, the most delayed first.
  public let moves: [Move]
  /// The other initiatives that would have no dates any more.
  public let lost: [String]
}

extension PlanSchedule {
  /// Tries what could be done about the end of an item, each by a plan of its own: what brings most comes first.
  ///
  /// The plan is made anew from what the definitions would say then. Everything that is tried is told, also what brings
  /// nothing: that is worth knowing too.
  public func fixes(for item: Int, limit: Int = 24) -> [DateFix] {
    guard schedule.activities[item].span != nil else { return [] }
    var fixes: [DateFix] = []
    for action in actions(for: item).prefix(limit) {
      if let other = changed(by: action, item) { fixes.append(effect(of: action, on: item, other)) }
    }
    return fixes.enumerated().sorted {
      ($1.element.gain, $0.element.moves.count, $0.offset) < (
        $0.element.gain, $1.element.moves.count, $1.offset
      )
    }.map(\.element)
  }

  private func effect(of action: DateFix.Action, on item: Int, _ other: PlanSchedule) -> DateFix {
    var moves: [DateFix.Move] = []
    var lost: [String] = []
    for position in model.items.indices where position != item {
      let id = model.items[position].facts.id
      guard let old = end(of: position) else { continue }
      guard let new = other.model.position(of: id).flatMap({ other.end(of: $0) }) else {
        lost.append(id)
        continue
      }
      if old != new {
        moves.append(DateFix.Move(initiative: id, days: model.days.working(from: old, to: new)))
      }
    }
    moves.sort { ($1.days, $0.initiative) < ($0.days, $1.initiative) }
    let dates = other.model.position(of: model.items[item].facts.id).flatMap { other.dates(of: $0) }
    let gain = end(of: item).flatMap { old in
      dates.map { model.days.working(from: $0.ships, to: old) }
    }
    return DateFix(
      action: action, end: dates?.ships, gain: gain ?? 0, isOnTime: dates?.late.map { $0 <= 0 }, moves: moves,
      lost: lost)
  }

  /// What there is to try, what is nearest to the item first.
  private func actions(for item: Int) -> [DateFix.Action] {
    var actions: [DateFix.Action] = []
    func add(_ action: DateFix.Action) { if !actions.contains(action) { actions.append(action) } }
    let activity = model.problem.activities[item]
    for part in model.numbers.parts(of: item) {
      let share = model.share(part)
      if case .resource(let resource, let blockers) = placed(part)?.binding {
        for blocker in blockers.map(model.numbers.activity)
        where blocker != item && model.problem.activities[blocker].fixed == nil {
          add(.goBefore(model.items[blocker].facts.id))
        }
        switch model.resources[resource] {
        case .people(let team): add(.person(team: team))
        case .workInProgress(let team): add(.raiseLimit(team: team))
        }
      }
      if share.part.work > 0, hasRoom(for: share) { add(.helper(team: share.team)) }
    }
    if case .finished(let other, _, _) = model.items[item].earliestBy { add(.dropDependency(on: other)) }
    if activity.fixed != nil && model.items[item].facts.stage != .running
      || model.items[item].earliestBy == .stated
    {
      add(.startWhenPossible)
    }
    for link in activity.links { add(.dropDependency(on: model.items[link.activity].facts.id)) }
    for link in chain(to: item) {
      guard case .work(let id, let team) = link.content, let other = model.position(of: id) else { continue }
      if model.items[other].shares.contains(where: { !$0.estimate.isCertain }) {
        add(.lowEffort(of: id))
      }
      if other != item { add(.person(team: team)) }
    }
    return actions
  }

  /// Whether a share's team ever has a person more than the share needs.
  private func hasRoom(for share: PlanModel.Share) -> Bool {
    guard let people = model.resources.firstIndex(of: .people(team: share.team)) else { return true }
    return model.problem.resources[people].capacity.largest(from: 0) >= Int((share.people + 1) * 1000)
  }

  /// The plan in which something is done; nil where it cannot be.
  private func changed(by action: DateFix.Action, _ item: Int) -> PlanSchedule? {
    switch action {
    case .goBefore(let id): return model.position(of: id).flatMap { placed(item, before: $0) }
    case .lowEffort(let id): return model.position(of: id).map(withLowEffort)
    case .person(let team):
      return edited { $0.teams[team]?.addPerson() }
    case .raiseLimit(let team):
      return edited { facts in
        guard let limit = facts.teams[team]?.wipLimit ?? facts.settings.wipLimit else { return }
        facts.teams[team]?.wipLimit = limit + 1
      }
    case .helper(let team):
      guard let share = model.items[item].shares.first(where: { $0.team == team }) else { return nil }
      return edited(item) { initiative in
        if initiative.work.isEmpty {
          initiative.work = [InitiativeFacts.Work(team: team, effort: share.effort)]
        }
        guard let index = initiative.work.firstIndex(where: { $0.team == team }) else { return }
        initiative.work[index].people = share.people + 1
      }
    case .dropDependency(let id): return edited(item) { $0.dependencies.removeAll { $0.on == id } }
    case .startWhenPossible:
      return edited(item) {
        $0.start = nil
        $0.notBefore = nil
      }
    }
  }

  /// The plan of other facts, with the order that holds.
  private func edited(_ edit: (inout PlanFacts) -> Void) -> PlanSchedule {
    var facts = model.facts
    edit(&facts)
    return PlanSchedule(PlanModel(facts, asOf: model.asOf))
  }

  private func edited(_ item: Int, _ edit: (inout InitiativeFacts) -> Void) -> PlanSchedule {
    let id = model.items[item].facts.id
    return edited { facts in
      edit(&facts.initiatives[facts.place(of: id)])
    }
  }

  /// The same plan with an item placed before another one.
  private func placed(_ item: Int, before other: Int) -> PlanSchedule? {
    var wishes = model.wishes
    wishes.removeAll { model.numbers.activity(of: $0) == item }
    guard let place = wishes.firstIndex(where: { model.numbers.activity(of: $0) == other }) else {
      return nil
    }
    wishes.insert(contentsOf: model.numbers.parts(of: item), at: place)
    return PlanSchedule(model, problem: model.problem, order: model.order(wishes, in: model.problem))
  }

  /// The same plan with an item whose work comes out as low as one time in ten.
  private func withLowEffort(_ item: Int) -> PlanSchedule {
    var problem = model.problem
    for (index, share) in model.items[item].shares.enumerated() {
      let low = model.workItem(item, index).workLeft(0.1)
      if low < share.part.work { problem.activities[item].parts[index].work = low }
    }
    return PlanSchedule(model, problem: problem, order: order)
  }
}

extension TeamFacts {
  /// Adds somebody who works for the team with all of the time, from now on.
  fileprivate mutating func addPerson() {
    guard let known = capacity else { return members.append(Member()) }
    capacity = known.map { ($0.from, $0.people + 1) }
  }
}
