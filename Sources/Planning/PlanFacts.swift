public import CivilDates

/// What definitions say that decides when things come: the input of a schedule, apart from the files that it is from.
///
/// Plain values, so that a schedule can be made of one side of a change with single edits of the other one.
public struct PlanFacts: Sendable {
  /// What `prodops.json` says.
  public var settings: PlanSettings
  /// The committed order; nil where there is none.
  public var lock: ScheduleLock?
  /// Whether there is a committed order that cannot be read.
  public var isOrderLost = false
  /// The initiatives, by id.
  public var initiatives: [InitiativeFacts]
  /// The teams by id.
  public var teams: [String: TeamFacts]
  /// The objectives of plans, by plan and id.
  public var objectives: [ObjectiveFacts]
  /// For old ids of initiatives, the ids that they have now.
  public var formerly: [String: String] = [:]
  /// When initiatives were finished, where history was asked.
  public var finished: FinishedRecord?

  /// Facts by their parts.
  public init(
    settings: PlanSettings = PlanSettings(), lock: ScheduleLock? = nil, initiatives: [InitiativeFacts] = [],
    teams: [String: TeamFacts] = [:], objectives: [ObjectiveFacts] = []
  ) {
    self.settings = settings
    self.lock = lock
    self.initiatives = initiatives.sorted { $0.id < $1.id }
    self.teams = teams
    self.objectives = objectives
  }
}

/// What the repository says about all schedules.
public struct PlanSettings: Sendable, Equatable {
  /// A time in which nothing ships.
  public struct Freeze: Sendable, Equatable {
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// Why.
    public var title: String
    /// The teams that it holds for; empty means all.
    public var teams: [String]

    /// A freeze by its days.
    public init(from: Day, to: Day, title: String = "a freeze", teams: [String] = []) {
      self.from = from
      self.to = to
      self.title = title
      self.teams = teams
    }

    /// Whether what any of `teams` works on cannot ship then.
    func holds(for teams: Set<String>) -> Bool {
      self.teams.isEmpty || self.teams.contains(where: teams.contains)
    }
  }

  /// The days on which people work.
  public var calendar = WorkCalendar()
  /// Times in which nothing ships.
  public var freezes: [Freeze] = []
  /// The effort of an initiative that names none; nil where such initiatives cannot be scheduled.
  public var effort: Effort?
  /// How many people work on an initiative where it does not say.
  public var people: Double?
  /// How many initiatives a team works on at once where it does not say.
  public var wipLimit: Int?
  /// The share of working time that goes into initiatives.
  public var focus = 1.0
  /// Working days from today in which an optimised schedule moves nothing.
  public var frozenDays = 10
  /// How many days the schedule looks ahead.
  public var horizonDays = 730
  /// How many schedules an optimiser tries.
  public var budget = 5000
  /// How many futures a forecast plays through.
  public var simulations = 10_000
  /// The part of the uncertainty that all work shares, and that the work of one team shares.
  public var correlation = (shared: 0.1, team: 0.1)
  /// What random numbers start from.
  public var seed = 1

  /// The freeze that holds on a day for any of `teams`; nil where something can ship.
  func freeze(on day: Day, of teams: Set<String>) -> Freeze? {
    freezes.first { $0.from <= day && day <= $0.to && $0.holds(for: teams) }
  }

  /// The defaults.
  public init() {}

  /// Whether both say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.calendar == right.calendar && left.freezes == right.freezes && left.effort == right.effort
      && left.people == right.people && left.wipLimit == right.wipLimit && left.focus == right.focus
      && left.frozenDays == right.frozenDays && left.horizonDays == right.horizonDays
      && left.budget == right.budget && left.simulations == right.simulations
      && left.correlation == right.correlation && left.seed == right.seed
  }
}

/// Work in person-weeks: one time in ten it takes less than `low`, as likely more as less than `likely`, one time in ten
/// more than `high`.
public struct Effort: Sendable, Equatable {
  /// The tenth percentile.
  public var low: Double
  /// The median.
  public var likely: Double
  /// The ninetieth percentile.
  public var high: Double

  /// A range; put in order where it is not.
  public init(low: Double, likely: Double, high: Double) {
    let sorted = [low, likely, high].map { $0.isFinite ? min(max($0, 0), 10_000) : 0 }.sorted()
    self.low = sorted[0]
    self.likely = sorted[1]
    self.high = sorted[2]
  }

  /// One number, without a range.
  public init(_ value: Double) { self.init(low: value, likely: value, high: value) }

  /// Whether it is a range.
  public var isRange: Bool { low < high }

  /// The same share of all three.
  public func scaled(by factor: Double) -> Effort {
    Effort(low: low * factor, likely: likely * factor, high: high * factor)
  }
}

/// What an initiative says that decides when it comes.
public struct InitiativeFacts: Sendable, Equatable {
  /// How far it is, by the roles of its lifecycle's states.
  public enum Stage: Sendable, Equatable {
    /// Nobody relies on it yet.
    case tentative
    /// Decided, and not begun.
    case ready
    /// Under way.
    case running
    /// Paused.
    case paused
    /// Reached its end.
    case done
    /// Given up.
    case dropped
  }

  /// A team's share of the work.
  public struct Work: Sendable, Equatable {
    /// The team's id.
    public var team: String
    /// The effort.
    public var effort: Effort
    /// How many people at once; nil where it does not say.
    public var people: Double?

    /// A share of the work.
    public init(team: String, effort: Effort, people: Double? = nil) {
      self.team = team
      self.effort = effort
      self.people = people
    }
  }

  /// What it waits for.
  public struct Dependency: Sendable, Equatable {
    /// What waits for what.
    public enum Bond: Sendable, Equatable { case finishStart, startStart, finishFinish }
    /// The other initiative's id.
    public var on: String
    /// What waits for what.
    public var bond: Bond
    /// Working days more.
    public var lag: Int

    /// A dependency.
    public init(on: String, bond: Bond = .finishStart, lag: Int = 0) {
      self.on = on
      self.bond = bond
      self.lag = lag
    }
  }

  /// A step on the way with a date of its own.
  public struct Milestone: Sendable, Equatable {
    /// Its id in the initiative.
    public var id: String
    /// Its title, or the id.
    public var title: String
    /// When it was promised.
    public var target: When?
    /// Whether it is still to come.
    public var isOpen: Bool
    /// When it was reached.
    public var completed: Day?

    /// A milestone.
    public init(id: String, title: String? = nil, target: When?, isOpen: Bool = true, completed: Day? = nil) {
      self.id = id
      self.title = title ?? id
      self.target = target
      self.isOpen = isOpen
      self.completed = completed
    }
  }

  /// The id.
  public var id: String
  /// The title, or the id.
  public var title: String
  /// How far it is.
  public var stage: Stage
  /// The status as it is written.
  public var status: String
  /// The team that is in charge.
  public var team: String?
  /// The shares of the work; none where it names none.
  public var work: [Work]
  /// What it waits for.
  public var dependencies: [Dependency]
  /// Its place in the order of importance, 1 first.
  public var rank: Int?
  /// When work starts or started.
  public var start: When?
  /// The earliest start.
  public var notBefore: When?
  /// By when it is wanted, where it has no milestones.
  public var target: When?
  /// Its milestones, in their order.
  public var milestones: [Milestone]
  /// What was left to do on a day.
  public var progress: Progress?
  /// The objectives that it serves, as `plan/objective`.
  public var objectives: [String]
  /// The plan's id.
  public var plan: String?

  /// What was left to do on a day.
  public struct Progress: Sendable, Equatable {
    /// The work that was left.
    public var remaining: Effort
    /// On which day.
    public var asOf: Day

    /// The rest of the work on a day.
    public init(remaining: Effort, asOf: Day) {
      self.remaining = remaining
      self.asOf = asOf
    }
  }

  /// An initiative by its facts.
  public init(
    id: String, title: String? = nil, stage: Stage = .ready, status: String = "", team: String? = nil,
    work: [Work] = [], dependencies: [Dependency] = [], rank: Int? = nil, start: When? = nil,
    notBefore: When? = nil, target: When? = nil, milestones: [Milestone] = [], progress: Progress? = nil,
    objectives: [String] = [], plan: String? = nil
  ) {
    self.id = id
    self.title = title ?? id
    self.stage = stage
    self.status = status
    self.team = team
    self.work = work
    self.dependencies = dependencies
    self.rank = rank
    self.start = start
    self.notBefore = notBefore
    self.target = target
    self.milestones = milestones
    self.progress = progress
    self.objectives = objectives
    self.plan = plan
  }

  /// The last promise that is still open: of a milestone, or the target where there are no milestones.
  public var promise: (milestone: Milestone?, when: When)? {
    var last: (milestone: Milestone?, when: When)?
    for milestone in milestones where milestone.isOpen {
      guard let target = milestone.target else { continue }
      if let known = last, known.when.last >= target.last { continue }
      last = (milestone, target)
    }
    if milestones.isEmpty, let target { last = (nil, target) }
    return last
  }
}

/// What a team says that decides how much it can do.
public struct TeamFacts: Sendable, Equatable {
  /// Somebody's time in the team.
  public struct Member: Sendable, Equatable {
    /// The share of the working time.
    public var allocation: Double
    /// The first day; nil for always.
    public var from: Day?
    /// The last day; nil for ever.
    public var to: Day?

    /// A member's time.
    public init(allocation: Double = 1, from: Day? = nil, to: Day? = nil) {
      self.allocation = allocation
      self.from = from
      self.to = to
    }
  }

  /// Days on which people are away.
  public struct TimeOff: Sendable, Equatable {
    /// The first day.
    public var from: Day
    /// The last day.
    public var to: Day
    /// How many people; nil for the whole team.
    public var people: Double?
    /// Why.
    public var title: String?

    /// Days off.
    public init(from: Day, to: Day, people: Double? = nil, title: String? = nil) {
      self.from = from
      self.to = to
      self.people = people
      self.title = title
    }
  }

  /// The id.
  public var id: String
  /// The title, or the id.
  public var title: String
  /// Its members.
  public var members: [Member]
  /// The people at work from days on, where that is not the sum of the members; a nil day means from the beginning.
  public var capacity: [(from: Day?, people: Double)]?
  /// How many initiatives it works on at once.
  public var wipLimit: Int?
  /// When people are away.
  public var timeOff: [TimeOff]
  /// Whether it has ceased to exist.
  public var isDisbanded: Bool

  /// A team by its facts.
  public init(
    id: String, title: String? = nil, members: [Member] = [], capacity: [(from: Day?, people: Double)]? = nil,
    wipLimit: Int? = nil, timeOff: [TimeOff] = [], isDisbanded: Bool = false
  ) {
    self.id = id
    self.title = title ?? id
    self.members = members
    self.capacity = capacity
    self.wipLimit = wipLimit
    self.timeOff = timeOff
    self.isDisbanded = isDisbanded
  }

  /// Whether both say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.title == right.title && left.members == right.members
      && left.wipLimit == right.wipLimit && left.timeOff == right.timeOff
      && left.isDisbanded == right.isDisbanded && (left.capacity == nil) == (right.capacity == nil)
      && (left.capacity ?? []).elementsEqual(right.capacity ?? [], by: ==)
  }
}

/// An objective of a plan.
public struct ObjectiveFacts: Sendable, Equatable {
  /// `plan/objective`.
  public var name: String
  /// Its title.
  public var title: String
  /// By when it is to be reached.
  public var by: When?

  /// An objective by its name.
  public init(name: String, title: String, by: When?) {
    self.name = name
    self.title = title
    self.by = by
  }
}
