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
}

extension PlanSchedule {
  /// Tries what could be done about the end of an item, each by a schedule of its own: what brings most comes first.
  ///
  /// Everything that is tried is told, also what brings nothing: that is worth knowing too.
  public func fixes(for item: Int, limit: Int = 24) -> [DateFix] {
    guard schedule.activities[item].span != nil else { return [] }
    var fixes: [DateFix] = []
    for action in actions(for: item).prefix(limit) {
      guard let changed = changed(by: action, item) else { continue }
      let other = PlanSchedule(
        model, problem: changed.problem, order: model.order(changed.wishes, in: changed.problem))
      fixes.append(effect(of: action, on: item, other))
    }
    return fixes.enumerated().sorted {
      ($1.element.gain, $0.element.moves.count, $0.offset) < (
        $0.element.gain, $1.element.moves.count, $1.offset
      )
    }.map(\.element)
  }

  private func effect(of action: DateFix.Action, on item: Int, _ other: PlanSchedule) -> DateFix {
    var moves: [DateFix.Move] = []
    for position in model.items.indices where position != item {
      guard let old = end(of: position), let new = other.end(of: position), old != new else { continue }
      moves.append(
        DateFix.Move(
          initiative: model.items[position].facts.id, days: model.days.working(from: old, to: new)))
    }
    moves.sort { ($1.days, $0.initiative) < ($0.days, $1.initiative) }
    let dates = other.dates(of: item)
    let gain = end(of: item).flatMap { old in
      dates.map { model.days.working(from: $0.ships, to: old) }
    }
    return DateFix(
      action: action, end: dates?.ships, gain: gain ?? 0, isOnTime: dates?.late.map { $0 <= 0 }, moves: moves)
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
      if share.part.work > 0 { add(.helper(team: share.team)) }
    }
    if activity.fixed != nil && model.items[item].facts.stage != .running || activity.earliest > 0 {
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

  private func changed(
    by action: DateFix.Action, _ item: Int
  ) -> (problem: SchedulingProblem, wishes: [Int])? {
    var problem = model.problem
    var wishes = model.wishes
    switch action {
    case .goBefore(let id):
      guard let other = model.position(of: id) else { return nil }
      wishes.removeAll { model.numbers.activity(of: $0) == item }
      guard let place = wishes.firstIndex(where: { model.numbers.activity(of: $0) == other }) else {
        return nil
      }
      wishes.insert(contentsOf: model.numbers.parts(of: item), at: place)
    case .person(let team): raise(.people(team: team), by: 1000, &problem)
    case .raiseLimit(let team): raise(.workInProgress(team: team), by: 1, &problem)
    case .helper(let team):
      guard let index = model.items[item].shares.firstIndex(where: { $0.team == team }) else { return nil }
      let share = model.items[item].shares[index]
      let part = problem.activities[item].parts[index]
      problem.activities[item].parts[index].work = Int(
        (Double(part.work) * share.people / (share.people + 1)).rounded(.up))
      for demand in part.demands.indices {
        guard case .people = model.resources[part.demands[demand].resource] else { continue }
        problem.activities[item].parts[index].demands[demand].units += 1000
      }
    case .dropDependency(let id):
      guard let other = model.position(of: id) else { return nil }
      problem.activities[item].links.removeAll { $0.activity == other }
    case .startWhenPossible:
      problem.activities[item].fixed = nil
      problem.activities[item].earliest = 0
    case .lowEffort(let id):
      guard let other = model.position(of: id) else { return nil }
      for (index, share) in model.items[other].shares.enumerated() {
        let low = model.workItem(other, index).workLeft(0.1)
        if low < share.part.work { problem.activities[other].parts[index].work = low }
      }
    }
    return (problem, wishes)
  }

  private func raise(_ meaning: PlanModel.ResourceMeaning, by units: Int, _ problem: inout SchedulingProblem)
  {
    guard let index = model.resources.firstIndex(of: meaning) else { return }
    let capacity = problem.resources[index].capacity
    problem.resources[index].capacity = StepFunction(
      initial: capacity.initial + units, steps: capacity.steps.map { ($0.day, $0.value + units) })
  }
}
