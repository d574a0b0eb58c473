/// Where everything stands in time, and for each part the one reason why it does not start earlier.
public struct Schedule: Sendable, Equatable {
  /// The activities as they were placed, by their positions in the problem.
  public internal(set) var activities: [PlacedActivity]
  /// The numbers of the parts in the order in which they were placed, or would have been.
  public internal(set) var order: [Int]

  /// The day after the last one on which anything is done; 0 where nothing is placed.
  public var makespan: Int { activities.reduce(0) { max($0, $1.span?.end ?? 0) } }
}

/// One activity as it was placed.
public struct PlacedActivity: Sendable, Equatable {
  /// Its first day and the day after its last one; nil where it could not be placed as a whole.
  public internal(set) var span: Span?
  /// Its parts in their order, at least one; nil those without a place, which others may have even so.
  public internal(set) var parts: [PlacedPart?]
  /// The position in its links of the one that holds its end back after all parts are done; nil mostly.
  public internal(set) var heldBy: Int?
  /// Why it could not be placed; nil where it was.
  public internal(set) var obstacle: Obstacle?
}

/// The first day and the day after the last one.
public struct Span: Sendable, Hashable {
  /// The first day.
  public var start: Int
  /// The day after the last one; `start` where it takes no time.
  public var end: Int

  /// From a day until before another.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// How many days it takes.
  public var count: Int { end - start }
}

/// One part as it was placed.
public struct PlacedPart: Sendable, Equatable {
  /// From when until when.
  public internal(set) var span: Span
  /// The first day on which it could have started, had all resources been free.
  public internal(set) var ready: Int
  /// What says that it could not start before `ready`: the first day, what is fixed or earliest, or a link.
  public internal(set) var readiness: Binding
  /// Why it does not start a day earlier.
  public internal(set) var binding: Binding
  /// Earlier places that were free but too short or not free throughout; the days from which it was tried, at most 3.
  public internal(set) var tried: [Int] = []
}

/// The one reason why a part does not start a day earlier.
public enum Binding: Sendable, Equatable {
  /// It starts on the first day.
  case firstDay
  /// Its start is fixed: it runs already, or is pinned.
  case fixed
  /// It may not start earlier.
  case earliest
  /// It waits for what the activity's link at this position says; for the start of another activity as it was when this
  /// was placed, though parts that come later in the order may start earlier still.
  case link(Int)
  /// On the day before the resource is taken by `blockers`, the numbers of parts, in the order of placement.
  case resource(Int, blockers: [Int])
  /// On the day before there are not enough units of the resource, or no work is done: time off.
  case calendar(Int?)
}

/// Why an activity could not be placed.
public enum Obstacle: Sendable, Equatable {
  /// It waits for itself, through these activities; each waits for the next one, the last one for the first.
  case cycle([Int])
  /// There are never as many units of the resource as it needs.
  case understaffed(resource: Int, needed: Int, most: Int)
  /// It would end after the horizon.
  case horizon
  /// It waits for an activity that could not be placed.
  case waits(for: Int)
}
