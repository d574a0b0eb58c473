internal import Distributions

/// A part of an activity whose work is uncertain.
public struct WorkItem: Sendable, Equatable {
  /// What its draws are keyed by, stable over edits; two items with one key draw alike.
  public var key: String
  /// The team that does it, by id, whose items tend to be late together; nil for none.
  public var team: String?
  /// The position of the activity in the problem.
  public var activity: Int
  /// The position of the part in the activity.
  public var part: Int
  /// How much effort it takes: all of it where `spent` is given, what is left of it where that was stated.
  public var estimate: Estimate
  /// The effort that went into it so far, in the estimate's unit; only efforts above it are drawn.
  public var spent: Double
  /// What one unit of effort adds to the part's work, which is in thousandths of a day of all its units.
  public var workPerEffort: Double

  /// An item by where it belongs and what is known of its effort.
  public init(
    key: String, team: String? = nil, activity: Int, part: Int = 0, estimate: Estimate, spent: Double = 0,
    workPerEffort: Double
  ) {
    self.key = key
    self.team = team
    self.activity = activity
    self.part = part
    self.estimate = estimate
    self.spent = spent
    self.workPerEffort = workPerEffort
  }

  /// The share of futures, seen from before it began, in which it takes more than what is spent: where that is tiny, the
  /// range was not believed by what happened.
  public var shareAboveSpent: Double { spent > 0 ? estimate.share(above: spent) : 1 }

  /// The work left that a share `p` of futures stays below, as a plan should count with it: `p` is 0.5 for the likely
  /// one; at least 1 where there was something to do.
  public func workLeft(_ p: Double) -> Int {
    let rank = min(max(p, 1e-300), 1 - 0x1p-53)
    return ItemDraw(self, mostWork: .max / 2).work(at: StandardNormal.quantile(rank))
  }
}

/// A date somebody wants to know the chance of: a milestone, an objective, a release.
public struct ForecastTarget: Sendable, Equatable {
  /// What it is told by.
  public var key: String
  /// The positions of the activities that all have to be delivered.
  public var activities: [Int]
  /// The day by whose end it is wanted, as the day after it, like an activity's; nil for no date.
  public var due: Int?

  /// A target by what it takes; positions that the problem does not have are left out.
  public init(key: String, activities: [Int], due: Int? = nil) {
    self.key = key
    self.activities = activities
    self.due = due
  }
}
