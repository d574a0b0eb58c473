/// The few numbers that a forecast from a repository's own past depends on.
///
/// The defaults were fitted on the history of keps.bundle up to the end of 2022; docs/forecast-calibration.md says how.
public struct ForecastParameters: Hashable, Sendable {
  /// The fewest dates that make a reference class.
  public var smallestClass = 20
  /// On how many different days those dates have to lie: one release that went well or badly is no experience.
  public var fewestDates = 2
  /// Dates that came due within so many days count; older ones only where these are too few.
  public var recentDays = 365
  /// The share of a class to which the part that makes the 80 % interval comes nearest.
  ///
  /// Slips come in lumps, and dates keep moving after they seemed settled; with this share of a class, intervals
  /// cover about 80 % of what comes.
  public var intervalShare = 0.75

  /// The defaults.
  public init() {}
}
