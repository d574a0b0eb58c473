/// What has to be placed in time: activities with work for resources, in working days counted from 0.
///
/// Day 0 is the first day of the schedule. A span is written as its first day and the day after its last one, so that
/// work of no length starts and ends at one point. Everything is an integer, so that equal problems have equal
/// schedules on every machine. The model is resource-constrained project scheduling (RCPSP; Brucker et al., EJOR 112
/// (1999) 3-41) with calendars, generalised precedence and activities that are made of parts.
public struct SchedulingProblem: Sendable {
  /// The day by which everything has to have ended; what does not fit is not placed, and told.
  public var horizon: Int
  /// What work needs: the people of teams, places for work in progress.
  public var resources: [Resource]
  /// How fast work goes on each day; parts refer to them by position.
  public var paces: [Pace]
  /// When what has ended is delivered; activities refer to them by position.
  public var deliveries: [Delivery]
  /// What has to be done.
  public var activities: [Activity]

  /// A problem by its parts; positions in them are how they refer to each other.
  public init(
    horizon: Int, resources: [Resource] = [], paces: [Pace] = [], deliveries: [Delivery] = [],
    activities: [Activity] = []
  ) {
    self.horizon = horizon
    self.resources = resources
    self.paces = paces
    self.deliveries = deliveries
    self.activities = activities
  }
}

/// A renewable resource: so many units are there on each day.
public struct Resource: Sendable, Equatable {
  /// The units on each day.
  public var capacity: StepFunction

  /// A resource by its units.
  public init(capacity: StepFunction) { self.capacity = capacity }

  /// A resource of always the same units.
  public init(capacity: Int) { self.capacity = StepFunction(capacity) }
}

/// A number that holds until it changes on a day.
public struct StepFunction: Sendable, Equatable {
  /// The number before the first step.
  public let initial: Int
  /// The days on which it changes and the number from then on, the earliest first, no two on one day.
  public let steps: [(day: Int, value: Int)]
  /// For each step the largest number from it on.
  private let largest: [Int]

  /// A number that never changes.
  public init(_ value: Int) {
    initial = value
    steps = []
    largest = []
  }

  /// A number that changes; of two steps on one day the later one in `steps` holds.
  public init(initial: Int, steps: [(day: Int, value: Int)]) {
    self.initial = initial
    var sorted: [(day: Int, value: Int)] = []
    let ordered = steps.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
    for (_, step) in ordered {
      if sorted.last?.day == step.day { sorted.removeLast() }
      if step.value != sorted.last?.value ?? initial { sorted.append(step) }
    }
    self.steps = sorted
    var largest: [Int] = []
    for step in sorted.reversed() { largest.append(max(step.value, largest.last ?? step.value)) }
    self.largest = largest.reversed()
  }

  /// The number on a day.
  public subscript(day: Int) -> Int {
    let next = firstStep(after: day)
    return next == 0 ? initial : steps[next - 1].value
  }

  /// The largest number from `day` on.
  public func largest(from day: Int) -> Int {
    let next = firstStep(after: day)
    let now = next == 0 ? initial : steps[next - 1].value
    return next < largest.count ? max(now, largest[next]) : now
  }

  private func firstStep(after day: Int) -> Int {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether both are the same number on every day.
  public static func == (left: Self, right: Self) -> Bool {
    left.initial == right.initial && left.steps.elementsEqual(right.steps, by: ==)
  }
}

/// How fast work goes on each day, in thousandths of a full day's work; never negative.
///
/// Time off slows the work of everybody in a team alike, and nobody's work is cut in two by it.
public struct Pace: Sendable, Equatable {
  /// What a full day brings.
  public static let full = 1000
  /// The thousandths of each day; after the last one the pace stays as on it.
  public let days: [Int]
  /// What all days before each one bring together.
  private let sums: [Int]

  /// A pace by its days; negative numbers count as 0.
  public init(_ days: [Int]) {
    self.days = days.map { min(max($0, 0), Self.full) }
    var sums = [0]
    sums.reserveCapacity(days.count + 1)
    var sum = 0
    for day in self.days {
      sum += day
      sums.append(sum)
    }
    self.sums = sums
  }

  /// The same pace every day.
  public init(every day: Int) { self.init([day]) }

  /// The thousandths of a day.
  public subscript(day: Int) -> Int {
    day < days.count ? days[max(day, 0)] : days.last ?? Self.full
  }

  /// The day after the one on which `work` is done when it begins on `start`; nil where it never is.
  public func end(of work: Int, from start: Int) -> Int? {
    guard work > 0 else { return start }
    let begun = min(max(start, 0), days.count)
    let rest = days.last ?? Self.full
    let inDays = sums[days.count] - sums[begun]
    if work <= inDays {
      let goal = sums[begun] + work
      var low = begun + 1
      var high = days.count
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] < goal { low = middle + 1 } else { high = middle }
      }
      return low
    }
    guard rest > 0 else { return nil }
    let (end, overflows) = max(start, days.count).addingReportingOverflow((work - inDays - 1) / rest + 1)
    return overflows ? nil : end
  }
}

/// One thing to do: its parts, each of which is placed by itself, what they wait for, and when all of it is wanted.
public struct Activity: Sendable {
  /// The first day on which it may start.
  public var earliest: Int
  /// The day on which it starts whatever else there is: it runs already, or its start is pinned.
  public var fixed: Int?
  /// The shares of the work; without any the activity takes no time.
  public var parts: [Part]
  /// What it waits for.
  public var links: [Link]
  /// The day by whose end it has to be delivered, as the day after it; lateness counts from there.
  public var due: Int?
  /// When it is delivered once it has ended, as a position in the problem's deliveries; nil for at once.
  public var delivery: Int?
  /// How much a day of lateness weighs; at least 0.
  public var weight: Int

  /// An activity by its parts.
  public init(
    parts: [Part] = [], links: [Link] = [], earliest: Int = 0, fixed: Int? = nil, due: Int? = nil,
    delivery: Int? = nil, weight: Int = 1
  ) {
    self.parts = parts
    self.links = links
    self.earliest = earliest
    self.fixed = fixed
    self.due = due
    self.delivery = delivery
    self.weight = weight
  }
}

/// A share of an activity's work: done without interruption by so many units at once.
public struct Part: Sendable, Equatable {
  /// How much there is to do, in thousandths of a day at full pace of all its units.
  public var work: Int
  /// How fast it goes, as a position in the problem's paces; nil for full pace on every day.
  public var pace: Int?
  /// What it holds from its first day to its last one; no two of one resource.
  public var demands: [Demand]

  /// A part by its work and what it holds.
  public init(work: Int, pace: Int? = nil, demands: [Demand] = []) {
    self.work = work
    self.pace = pace
    self.demands = demands
  }
}

/// Units of one resource.
///
/// On its first day a part needs them all; on later days on which there are fewer units at all, it goes on with those
/// that are there.
public struct Demand: Sendable, Equatable {
  /// The resource's position.
  public var resource: Int
  /// How many units; at least 1.
  public var units: Int

  /// Units of a resource.
  public init(resource: Int, units: Int) {
    self.resource = resource
    self.units = units
  }
}

/// What an activity waits for: another's start or end, and so many days more.
public struct Link: Sendable, Equatable {
  /// What waits for what.
  public enum Kind: Sendable, Equatable {
    /// No part starts before the other has ended.
    case finishStart
    /// No part starts before the other has started, with whichever of its parts.
    case startStart
    /// It has not ended before the other has ended: its parts may be done, the end waits.
    case finishFinish
  }

  /// The position of the activity that comes first.
  public var activity: Int
  /// What waits for what.
  public var kind: Kind
  /// How many days more it waits; negative lets the two overlap.
  public var lag: Int

  /// A link to an activity.
  public init(to activity: Int, _ kind: Kind = .finishStart, lag: Int = 0) {
    self.activity = activity
    self.kind = kind
    self.lag = lag
  }
}
