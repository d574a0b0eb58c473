internal import Distributions
internal import Scheduling

extension Simulation {
  /// What the counts of all runs say.
  func forecast(
    _ tally: Tally, _ sensitivities: [(correlation: DrawCorrelation, tally: Tally)], _ study: DriverStudy,
    _ trials: [Tally]
  ) -> Forecast {
    let trialOf = Dictionary(zip(study.activities, trials), uniquingKeysWith: { first, _ in first })
    return Forecast(
      runs: runs, runsAsked: max(options.runs, 0), seed: options.seed, correlation: options.correlation,
      evidence: SpreadEvidence(items), horizon: problem.horizon, cut: Chance(hits: tally.cut, tries: runs),
      activities: tally.activities.enumerated().map { position, ends in
        end(ends, due: problem.lastEnd(of: position), obstacles[position])
      },
      targets: targets.enumerated().map { position, target in
        let obstacle = target.activities.lazy.compactMap { obstacles[$0] }.first
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
    let end = EndForecast(onTime: nil, ends: ends, obstacle: obstacle)
    return EndForecast(onTime: due.map(end.chance(by:)), ends: ends, obstacle: obstacle)
  }

  private func critical(_ target: Int, _ tally: Tally) -> [CriticalActivity]? {
    guard target < followed else { return nil }
    return DriverStudy.critical(of: target, tally, problem.activities.count).map {
      CriticalActivity(activity: $0.activity, chance: Chance(hits: $0.runs, tries: tally.chainRuns))
    }
  }
}
