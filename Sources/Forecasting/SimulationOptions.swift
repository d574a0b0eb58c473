/// How a simulation is run.
public struct SimulationOptions: Sendable, Equatable {
  /// How many futures are simulated; 10,000 leave less than a point of doubt about a chance.
  public var runs: Int
  /// What all draws are keyed by; another seed is another 10,000 futures of the same plan.
  public var seed: UInt64
  /// How much of what makes efforts vary is shared.
  public var correlation: DrawCorrelation
  /// The correlations that targets are told for besides.
  public var sensitivities: [DrawCorrelation]
  /// How many futures for each of those.
  public var sensitivityRuns: Int
  /// How many futures each driver is tried in; 0 for none.
  public var driverRuns: Int

  /// The options of reports, where nothing else is said.
  public init(
    runs: Int = 10_000, seed: UInt64 = 1, correlation: DrawCorrelation = .assumed,
    sensitivities: [DrawCorrelation] = [.none, .strong], sensitivityRuns: Int = 2_000,
    driverRuns: Int = 500
  ) {
    self.runs = runs
    self.seed = seed
    self.correlation = correlation
    self.sensitivities = sensitivities
    self.sensitivityRuns = sensitivityRuns
    self.driverRuns = driverRuns
  }
}

/// Up to where a simulation goes, so that no input makes it run for ever or fill the memory.
public enum SimulationLimits {
  /// The days that are simulated at most: 100 years of working days.
  public static let horizon = 26_000
  /// The futures that are simulated at most.
  public static let runs = 1_000_000
  /// The futures that are simulated at least, however large the plan is.
  public static let fewestRuns = 100
  /// Parts placed and ends compared, over all futures.
  static let steps = 40_000_000
  /// Steps back along chains, over all futures and targets.
  static let chainSteps = 50_000_000
  /// The futures in which chains are followed at least.
  static let fewestChainRuns = 20
  /// The futures of which works and ends are kept, for drivers.
  static let keptRuns = 2_000
  /// The numbers that are kept of them.
  static let keptNumbers = 8_000_000
  /// The counts of who is on whose chain; targets beyond are told without chains and drivers.
  static let chainCounts = 4_000_000
  /// The activities that are looked at as drivers of a target, the most critical first.
  static let driverCandidates = 24
  /// The drivers that are told.
  static let drivers = 3
  /// Parts placed and ends compared, over all trials of drivers; those that most targets need are tried first.
  static let trialSteps = 20_000_000
  /// The tasks that a simulation is divided among at most; each counts for itself.
  static let tasks = 16
  /// The sensitivities that are told.
  static let sensitivities = 8
}
