public import CivilDates
public import Forecasting
public import Scheduling

/// The scheduling problem that a plan's facts pose on a day, and what its numbers stand for.
public struct PlanModel: Sendable {
  /// An initiative that is to be placed.
  public struct Item: Sendable {
    /// What it says.
    public let facts: InitiativeFacts
    /// Its shares of the work, in the order of the problem's parts.
    public let shares: [Share]
    /// The last promise that is still open.
    public let due: When?
    /// What says that it may not start before a later day than today; nil where nothing does.
    public let earliestBy: EarliestBy?
    /// Where it stands in the wishes, from 0.
    public var place = 0
    /// What gives it that place.
    public var placedBy = PlacedBy.id
  }

  /// What says that an initiative may not start earlier.
  public enum EarliestBy: Sendable, Equatable {
    /// `notBefore`, or a `start` that names more than a day.
    case stated
    /// Working days to wait after the end of another one, which is finished.
    case finished(on: String, lag: Int, ended: Day)
  }

  /// What gives an initiative its place in the order.
  public enum PlacedBy: Sendable, Equatable {
    /// The committed order.
    case lock
    /// Its rank.
    case rank(Int)
    /// The latest day on which it may end for its target and those that wait for it.
    case latestFinish
    /// Nothing but its id.
    case id
  }

  /// A team's share of an initiative as it is placed.
  public struct Share: Sendable {
    /// The team's id.
    public let team: String
    /// The whole effort.
    public let effort: Effort
    /// The effort as a range that futures are drawn from: of work under way, that which `rest` is about.
    public let estimate: Estimate
    /// Where the effort is from.
    public let source: EffortSource
    /// What was left of it, of work under way.
    public let rest: Rest?
    /// How many people at once.
    public let people: Double
    /// The part of the problem.
    public let part: Part
  }

  /// Where an effort is from.
  public enum EffortSource: Sendable, Equatable {
    /// The definition states it.
    case stated
    /// The repository's default for initiatives that state none.
    case settings
    /// What so many finished initiatives took.
    case record(Int)
  }

  /// What is left of work under way.
  public struct Rest: Sendable, Equatable {
    /// The effort that `spent` is held against: what was left when it was said, or the whole.
    public var effort: Effort
    /// The person-weeks that went into it since.
    public var spent: Double
    /// The person-weeks that are reckoned to be left.
    public var left: Double
    /// The day on which the rest was said; nil where the whole effort is reckoned with.
    public var asOf: Day?
  }

  /// What a resource of the problem is.
  public enum ResourceMeaning: Sendable, Equatable {
    /// The people of a team, in thousandths.
    case people(team: String)
    /// How many initiatives a team works on at once.
    case workInProgress(team: String)
  }

  /// Why an initiative has no place in the schedule.
  public enum LeftOut: Sendable, Equatable {
    /// It is finished.
    case done
    /// It was given up.
    case dropped
    /// It is paused.
    case paused
    /// It says nothing about its work.
    case noEffort
    /// It waits for one that has no place.
    case waits(for: String)
  }

  /// What had to be taken for granted, and what does not fit together.
  public enum Remark: Sendable, Equatable {
    /// The effort is the repository's default, or the team's record.
    case assumedEffort(initiative: String, team: String, source: EffortSource)
    /// The number of people is not stated.
    case assumedPeople(initiative: String, team: String, people: Double)
    /// The team says nothing about its people; as many as are asked for are reckoned with.
    case unknownCapacity(team: String)
    /// The team that should do the work is not there.
    case unknownTeam(initiative: String, team: String)
    /// It should have started and has not.
    case startPassed(initiative: String, start: When)
    /// It is under way, and its start has not come yet.
    case startAhead(initiative: String, start: Day)
    /// It is under way, and what is left is stated as of a day that has not come yet.
    case progressAhead(initiative: String, asOf: Day)
    /// It is under way, and the effort that it was reckoned to take is used up.
    case effortSpent(initiative: String, team: String)
    /// Nothing says when it was begun or what is left: the whole effort is reckoned with.
    case noProgress(initiative: String)
    /// What was said to be left is older than a month.
    case oldProgress(initiative: String, asOf: Day)
    /// It is under way, and what it should have waited for has not come.
    case runsBefore(initiative: String, on: String)
    /// It depends on an initiative that was given up: that one is not waited for.
    case dependsOnDropped(initiative: String, on: String)
    /// It depends on an id that no initiative has: nothing is waited for.
    case dependsOnUnknown(initiative: String, on: String)
    /// The committed order cannot be read: ranks and target dates stand in for it.
    case lostOrder
    /// The committed order names other shares of the initiative, and not that of this team.
    case shareNotInLock(initiative: String, team: String)
    /// The committed order does not have it.
    case notInLock(initiative: String)
    /// The committed order has an entry that no open initiative goes by, nor a share of one.
    case unknownInLock(entry: String)
  }

  /// The day that counts as today.
  public let asOf: Day
  /// The working days of the problem.
  public let days: WorkingDays
  /// The facts.
  public let facts: PlanFacts
  /// The initiatives, in the order of the problem's activities.
  public internal(set) var items: [Item]
  /// The initiatives that have no place, by id.
  public let leftOut: [(facts: InitiativeFacts, why: LeftOut)]
  /// The problem.
  public let problem: SchedulingProblem
  /// What the problem's resources are.
  public let resources: [ResourceMeaning]
  /// The numbers of all shares, as parts of the problem.
  let numbers: PartNumbers
  /// What finished initiatives took.
  public let records: TeamRecords
  /// What had to be taken for granted.
  public internal(set) var remarks: [Remark]
  /// The order in which the shares of the initiatives wish to be placed, by their numbers.
  var wishes: [Int] = []

  /// The problem that `facts` pose on the day `asOf`.
  public init(_ facts: PlanFacts, asOf: Day) {
    var builder = PlanModelBuilder(facts, asOf: asOf)
    builder.build()
    self.asOf = asOf
    self.facts = facts
    days = builder.days
    items = builder.items
    leftOut = builder.leftOut
    records = builder.records
    problem = SchedulingProblem(
      horizon: builder.days.count, resources: builder.resources.map(\.resource), paces: builder.paces,
      deliveries: builder.deliveries, activities: builder.activities)
    resources = builder.resources.map(\.meaning)
    numbers = PartNumbers(problem)
    remarks = builder.remarks
    findOrder()
  }

  /// The position of an initiative among the items.
  public func position(of id: String) -> Int? {
    let place = items.partitioningIndex { $0.facts.id >= id }
    return place < items.count && items[place].facts.id == id ? place : nil
  }

  /// The share that a number stands for.
  func share(_ part: Int) -> Share { items[numbers.activity(of: part)].shares[numbers.place(of: part)] }

  /// The first day on which something that ends before the working day `end` can ship: after the freezes of its teams.
  public func shipping(_ end: Int, of item: Int) -> (day: Day, freeze: PlanSettings.Freeze?) {
    let last = days[max(end - 1, 0)] ?? asOf
    let teams = Set(items[item].shares.map(\.team))
    var day = last
    var held: PlanSettings.Freeze?
    // A freeze may follow another one directly.
    for _ in facts.settings.freezes {
      guard let freeze = facts.settings.freeze(on: day, of: teams),
        let next = days[days.number(after: freeze.to)], next > day
      else { break }
      day = next
      held = freeze
    }
    return (day, held)
  }

  /// How many working days after its promise an item ships that ends before the working day `end`; negative where it is
  /// earlier, nil without a promise.
  func late(_ end: Int, of item: Int) -> Int? {
    items[item].due.map {
      days.working(from: $0.last.advanced(by: 1), to: shipping(end, of: item).day.advanced(by: 1))
    }
  }
}
