public import CivilDates
internal import Scheduling

/// An order that is worth more than the one that holds, found by search: proposed, never applied.
///
/// Worth is, first, the days that promises are missed by, those of decided initiatives three times; then the day on which
/// everything has ended; then how little moves.
public struct OrderProposal: Sendable {
  /// The schedule as it is.
  public let current: PlanSchedule
  /// The schedule of the proposed order; as it is, where none better was found.
  public let proposed: PlanSchedule
  /// Whether a better order was found.
  public let isBetter: Bool
  /// How many schedules were tried.
  public let tried: Int
  /// The initiatives that start or end on another day, the one that gains most first.
  public let moves: [Move]
  /// The working days that all promises are missed by, before and after.
  public let late: (before: Int, after: Int)
  /// The working days until everything has ended, before and after.
  public let makespan: (before: Int, after: Int)
  /// What no order can beat.
  public let bound: Bound
  /// The ids of those that begin within the days in which nothing is moved.
  public let frozen: [String]

  /// An initiative that moves.
  public struct Move: Sendable {
    /// Its id.
    public let initiative: String
    /// Its dates before.
    public let before: PlanSchedule.Dates
    /// Its dates after.
    public let after: PlanSchedule.Dates
    /// How many working days later it ships; negative where earlier.
    public let days: Int
  }

  /// What no order can beat: how much there was to gain at most.
  public struct Bound: Sendable {
    /// The working days that promises are missed by at least, as each would end even with all people for itself.
    public let late: Int
    /// The working days until everything can have ended.
    public let makespan: Int
    /// Why not earlier.
    public let cause: Cause

    /// Why everything cannot end earlier.
    public enum Cause: Sendable, Equatable {
      /// There is nothing to do.
      case nothing
      /// A chain of initiatives that wait for one another ends with this one.
      case chain(last: String)
      /// This one does not start before a day, by what it says itself.
      case start(of: String, on: Day)
      /// The people of a team have so much to do.
      case people(team: String)
      /// A team's limit of work in progress.
      case workInProgress(team: String)
    }
  }

  /// Searches with as many schedules as the repository's budget says, or `budget`; `onProgress` says whether to go on.
  public init(
    _ current: PlanSchedule, budget: Int? = nil, seed: Int? = nil,
    onProgress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) {
    let model = current.model
    let settings = model.facts.settings
    let frozen = model.items.indices.filter { item in
      current.schedule.activities[item].span.map { $0.start < settings.frozenDays } ?? false
    }
    let optimizer = ScheduleOptimizer(
      budget: budget ?? settings.budget, seed: UInt64(max(seed ?? settings.seed, 0)))
    let proposal = optimizer.optimize(
      model.problem, committed: current.order, frozen: Set(frozen), onProgress: onProgress)
    self.current = current
    isBetter = proposal.objective < proposal.committed
    proposed =
      isBetter
      ? PlanSchedule(
        model, problem: model.problem,
        order: PlacementOrder(proposal.order, in: model.problem, pullingEnds: false)) : current
    tried = proposal.tried
    self.frozen = frozen.map { model.items[$0].facts.id }
    late = (Self.late(current), Self.late(proposed))
    makespan = (current.schedule.makespan, proposed.schedule.makespan)
    let best = proposal.bound
    bound = Bound(
      late: model.items.indices.reduce(0) { sum, item in
        guard best.ends.indices.contains(item), best.ends[item] >= 0 else { return sum }
        return sum + max(0, model.late(best.ends[item], of: item) ?? 0)
      }, makespan: best.makespan,
      cause: {
        switch best.cause {
        case .nothing: .nothing
        case .chain(let last): Self.cause(last, best.ends, model)
        case .resource(let index):
          switch model.resources[index] {
          case .people(let team): .people(team: team)
          case .workInProgress(let team): .workInProgress(team: team)
          }
        }
      }())
    var moves: [Move] = []
    if isBetter {
      for item in model.items.indices {
        guard let before = current.dates(of: item), let after = proposed.dates(of: item),
          before.start != after.start || before.ships != after.ships
        else { continue }
        moves.append(
          Move(
            initiative: model.items[item].facts.id, before: before, after: after,
            days: model.days.working(from: before.ships, to: after.ships)))
      }
      moves.sort { ($0.days, $0.initiative) < ($1.days, $1.initiative) }
    }
    self.moves = moves
  }

  /// Why the one that ends last cannot end earlier, if everybody worked for it: what it waits for, or its own start.
  private static func cause(_ last: Int, _ ends: [Int], _ model: PlanModel) -> Bound.Cause {
    let activity = model.problem.activities[last]
    let id = model.items[last].facts.id
    let start = activity.fixed ?? activity.earliest
    let isOwn =
      activity.fixed != nil
      || activity.links.allSatisfy { link in
        let end = ends.indices.contains(link.activity) ? ends[link.activity] : 0
        return link.kind != .finishFinish && end + link.lag <= start
      }
    guard isOwn, start > 0, let day = model.days[start] else { return .chain(last: id) }
    return .start(of: id, on: day)
  }

  /// The committed order that would hold.
  public var lock: ScheduleLock { proposed.lock }

  private static func late(_ plan: PlanSchedule) -> Int {
    plan.model.items.indices.reduce(0) { $0 + max(0, plan.dates(of: $1)?.late ?? 0) }
  }
}
