internal import Distributions
internal import Scheduling

/// Which activities decide whether targets are late, and the trials of taking each of them as fast as one time in ten.
struct DriverStudy {
  /// For each target its drivers, the strongest first.
  let drivers: [[(activity: Int, correlation: Double)]]
  /// The activities to be tried, each once for all targets.
  let activities: [Int]
  /// The runs in which each is tried: among those whose ends were kept.
  let runs: Range<Int>

  /// Reads the drivers from what was kept: of the activities that are mostly on a target's chain those whose work goes
  /// along with its end more than by chance.
  init(_ simulation: Simulation, _ tally: Tally) {
    let activityCount = simulation.problem.activities.count
    let targetCount = simulation.targets.count
    let kept = simulation.keptRuns
    let uncertain = Sampler(
      simulation.numbers, simulation.problem, items: simulation.items, seed: simulation.options.seed,
      correlation: simulation.options.correlation
    ).uncertain(of: activityCount)
    var ranksOfWorks: [Int: [Int]] = [:]
    func ranks(ofWork activity: Int) -> [Int] {
      if let known = ranksOfWorks[activity] { return known }
      let ranks = RankCorrelation.doubledRanks(
        (0..<kept).map { Int(tally.keptWorks[$0 * activityCount + activity]) })
      ranksOfWorks[activity] = ranks
      return ranks
    }
    // Beyond what 99 of 100 unrelated pairs reach.
    let threshold = kept > 0 ? 2.576 / Double(kept).squareRoot() : 1
    var drivers: [[(activity: Int, correlation: Double)]] = []
    for target in 0..<targetCount {
      guard target < simulation.followed, kept > 1 else {
        drivers.append([])
        continue
      }
      let candidates = Self.critical(of: target, tally, activityCount).filter { uncertain[$0.activity] }
        .prefix(SimulationLimits.driverCandidates).map(\.activity)
      guard !candidates.isEmpty else {
        drivers.append([])
        continue
      }
      let ends = RankCorrelation.doubledRanks(
        (0..<kept).map { Int(tally.keptEnds[$0 * targetCount + target]) })
      let found = candidates.map {
        (activity: $0, correlation: RankCorrelation.ofRanks(ranks(ofWork: $0), ends))
      }
      .filter { $0.correlation > threshold }
      .sorted { ($1.correlation, $0.activity) < ($0.correlation, $1.activity) }
      drivers.append(Array(found.prefix(SimulationLimits.drivers)))
    }
    let runs = min(max(simulation.options.driverRuns, 0), kept)
    var needs: [Int: Int] = [:]
    for (target, found) in zip(simulation.targets, drivers) where target.due != nil {
      for driver in found { needs[driver.activity, default: 0] += 1 }
    }
    let most = runs > 0 ? SimulationLimits.trialSteps / (simulation.step * runs) : 0
    activities = Array(
      needs.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key))
    self.drivers = drivers
    self.runs = 0..<runs
  }

  /// The activities on a target's chain, those in most runs first.
  static func critical(of target: Int, _ tally: Tally, _ count: Int) -> [(activity: Int, runs: Int)] {
    let row = tally.critical[target * count..<(target + 1) * count]
    return row.enumerated().filter { $0.element > 0 }.map { (activity: $0.offset, runs: Int($0.element)) }
      .sorted { ($1.runs, $0.activity) < ($0.runs, $1.activity) }
  }

  /// How likely a target is on time with an activity as fast as one time in ten, by its trial: the chance in all runs,
  /// and what the trial changes in its own.
  func onTime(
    _ target: Int, due: Int, of count: Int, chance: Chance, base: Tally, trial: Tally
  ) -> Double {
    var gained = 0
    for run in runs {
      let place = run * count + target
      gained += (Int(trial.keptEnds[place]) <= due ? 1 : 0) - (Int(base.keptEnds[place]) <= due ? 1 : 0)
    }
    return min(max(chance.share + Double(gained) / Double(max(runs.count, 1)), 0), 1)
  }
}
