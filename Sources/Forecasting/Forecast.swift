public import Distributions
public import Scheduling

/// What many futures of a plan have in common: when things end, how likely dates are, and what decides them.
///
/// Days are the problem's: an end is the day after the last one.
public struct Forecast: Sendable, Equatable {
  /// How many futures were simulated.
  public var runs: Int
  /// How many were asked for; more than `runs` where the plan is too large for that many.
  public var runsAsked: Int
  /// The seed.
  public var seed: UInt64
  /// How much was shared.
  public var correlation: DrawCorrelation
  /// What the ranges rest on.
  public var evidence: SpreadEvidence
  /// The day up to which was simulated.
  public var horizon: Int
  /// The futures in which something ends after the horizon.
  ///
  /// What comes later in the order is placed without it there, and looks a little too early.
  public var cut: Chance
  /// What becomes of each activity, by position.
  public var activities: [EndForecast]
  /// What becomes of each target, in the order in which they were given.
  public var targets: [TargetForecast]
}

/// When something ends.
public struct EndForecast: Sendable, Equatable {
  /// In how many futures it ends when it is due; nil where it is not due.
  public var onTime: Chance?
  /// The ends in all futures; those beyond the horizon are counted as beyond.
  public var ends: Histogram
  /// Why it can never be placed, in whatever future; nil mostly.
  public var obstacle: Obstacle?

  /// The day by which it has ended in so many futures of 100: 80 for a date to promise; nil for later than the horizon.
  public func end(percent: Int) -> Int? { ends.quantile(percent: percent) }

  /// In how many futures it has ended by a day: how likely a plan's own date is.
  public func chance(by day: Int) -> Chance { Chance(hits: ends.count(upTo: day), tries: ends.count) }

  /// In how many futures it ends later than the horizon.
  public var later: Chance { Chance(hits: ends.beyond, tries: ends.count) }

  /// The mean end; nil where some futures end later than the horizon.
  public var mean: Double? { ends.mean }
}

/// What becomes of a target.
public struct TargetForecast: Sendable, Equatable {
  /// What it is told by.
  public var key: String
  /// When the last of its activities is delivered.
  public var end: EndForecast
  /// In which share of futures an activity lies on the chain that decides its end, the largest first; nil where there
  /// were too many targets to follow chains.
  public var critical: [CriticalActivity]?
  /// What most decides whether it is late, at most three; empty where nothing stands out.
  public var drivers: [Driver]
  /// What becomes of it where more or less of what makes efforts vary is shared.
  public var sensitivities: [Sensitivity]
}

/// An activity on the chain that decides a target's end.
public struct CriticalActivity: Sendable, Equatable {
  /// Its position.
  public var activity: Int
  /// In how many futures; of as many as chains were followed in.
  public var chance: Chance
}

/// An activity whose work decides whether a target is late.
public struct Driver: Sendable, Equatable {
  /// Its position.
  public var activity: Int
  /// The rank correlation of its work with the target's end, shared causes included; 1 where one gives the other away.
  public var correlation: Double
  /// How likely the target is on time if the activity takes what it takes one time in ten: 0 to 1; nil where the target
  /// has no day.
  public var onTimeIfFast: Double?
  /// In how many futures that was tried; the same futures as without it, so that chance makes no difference.
  public var tries: Int
}

/// What becomes of a target under another correlation.
public struct Sensitivity: Sendable, Equatable {
  /// The correlation.
  public var correlation: DrawCorrelation
  /// When the target ends.
  public var end: EndForecast
}
