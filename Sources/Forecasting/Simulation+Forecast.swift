internal import Distributions
internal import Scheduling

extension Simulation {
  /// What the counts of all runs say.
  func forecast(
    _ tally: Tally, _ sensitivities: [(correlation: DrawCorrelation, tally: Tally)], _ study: DriverStudy,
    _ trials: [Tally]
  ) -> Forecast {
    // Activities that wait for themselves, or for people who are never there, are so in every run.
    let obstacles = SerialScheduler.schedule(problem, in: order).activities.map(\.obstacle)
    let trialOf = Dictionary(zip(study.activities, trials), uniquingKeysWith: { first, _ in first })
    return Forecast(
      runs: runs, runsAsked: max(options.runs, 0), seed: options.seed, correlation: options.correlation,
      horizon: problem.horizon, cut: Chance(hits: tally.cut, tries: runs),
      activities: tally.activities.enumerated().map { position, ends in
        end(ends, due: problem.activities[position].due, lasting(obstacles[position], obstacles))
      },
      targets: targets.enumerated().map { position, target in
        let obstacle = target.activities.lazy.compactMap { lasting(obstacles[$0], obstacles) }.first
        let end = end(tally.targets[position], due: target.due, obstacle)
        return TargetForecast(
          key: target.key, end: end, critical: critical(position, tally),
          drivers: study.drivers[position].map { driver in
            let trial = trialOf[driver.activity]
            let onTime = trial.flatMap { trial in
              target.due.map {
                study.onTime(
                  position, due: $0, of: targets.count, chance: end.onTime ?? Chance(hits: 0, tries: 0),
                  base: tally, trial: trial)
              }
            }
            return Driver(
              activity: driver.activity, correlation: driver.correlation, onTimeIfFast: onTime,
              tries: trial == nil ? 0 : study.runs.count)
          },
          sensitivities: sensitivities.map {
            Sensitivity(
              correlation: $0.correlation,
              end: self.end($0.tally.targets[position], due: target.due, obstacle))
          })
      })
  }

  private func end(_ ends: Histogram, due: Int?, _ obstacle: Obstacle?) -> EndForecast {
    EndForecast(
      onTime: due.map { Chance(hits: ends.count(upTo: $0), tries: ends.count) }, ends: ends,
      obstacle: obstacle)
  }

  /// An obstacle that no draw takes away: the horizon is one only in some futures.
  private func lasting(_ obstacle: Obstacle?, _ all: [Obstacle?]) -> Obstacle? {
    var cause = obstacle
    var steps = all.count
    while case .waits(let position) = cause, all.indices.contains(position), steps > 0 {
      cause = all[position]
      steps -= 1
    }
    if case .horizon = cause { return nil }
    return obstacle
  }

  private func critical(_ target: Int, _ tally: Tally) -> [CriticalActivity]? {
    guard target < followed else { return nil }
    return DriverStudy.critical(of: target, tally, problem.activities.count).map {
      CriticalActivity(activity: $0.activity, chance: Chance(hits: $0.runs, tries: tally.chainRuns))
    }
  }
}
