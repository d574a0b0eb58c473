internal import Distributions
public import Scheduling

/// Many futures of one plan: in each, every item takes an effort drawn from its range, and the same order is placed anew.
///
/// Everything that is drawn is keyed by seed, item and run: two equal simulations give equal forecasts, on one thread or
/// several, and an edit of one item leaves the draws of all others as they are.
public struct Simulation: Sendable {
  let problem: SchedulingProblem
  let order: PlacementOrder
  let items: [WorkItem]
  let targets: [ForecastTarget]
  let options: SimulationOptions
  let layout: PartLayout
  /// How many futures are simulated, within the limits.
  let runs: Int
  /// How many targets, the first ones, are followed back along chains.
  let followed: Int
  let chainRuns: Int
  let keptRuns: Int

  /// A simulation of `problem` placed in `order`; `items` say which parts are uncertain, all others take what the
  /// problem says. Items and targets name activities by position; positions that the problem does not have are left out.
  public init(
    _ problem: SchedulingProblem, in order: PlacementOrder, items: [WorkItem], targets: [ForecastTarget],
    options: SimulationOptions = SimulationOptions()
  ) {
    var problem = problem
    problem.horizon = min(max(problem.horizon, 0), SimulationLimits.horizon)
    self.problem = problem
    self.order = order
    self.items = items
    self.options = options
    let activities = problem.activities.count
    self.targets = targets.map { target in
      var target = target
      target.activities = Array(Set(target.activities.filter { 0 <= $0 && $0 < activities })).sorted()
      return target
    }
    layout = PartLayout(problem)
    let step = activities + layout.count + self.targets.reduce(0) { $0 + $1.activities.count }
    let most = max(SimulationLimits.steps / max(step, 1), SimulationLimits.fewestRuns)
    runs = min(max(options.runs, 0), SimulationLimits.runs, most)
    followed = min(targets.count, SimulationLimits.chainCounts / max(activities, 1))
    chainRuns = min(runs, SimulationLimits.chains / max(followed, 1))
    let row = activities + targets.count
    keptRuns = min(runs, SimulationLimits.keptRuns, SimulationLimits.keptNumbers / max(row, 1))
  }

  /// Simulates on one thread and says what comes of it.
  public static func run(
    _ problem: SchedulingProblem, in order: PlacementOrder, items: [WorkItem], targets: [ForecastTarget],
    options: SimulationOptions = SimulationOptions()
  ) -> Forecast {
    Simulation(problem, in: order, items: items, targets: targets, options: options).forecast()
  }

  /// Simulates on one thread.
  public func forecast() -> Forecast {
    let tally = tally(0..<runs, as: .full(options.correlation))
    let sensitivities = sensitivities.map {
      (correlation: $0, tally: self.tally(sensitivityRuns, as: .ends($0)))
    }
    let study = DriverStudy(self, tally)
    let trials = study.activities.map { self.tally(study.runs, as: .fast($0)) }
    return forecast(tally, sensitivities, study, trials)
  }

  /// Simulates on as many tasks; the forecast is the same as on one thread.
  @concurrent public func forecast(tasks: Int) async -> Forecast {
    let count = min(max(tasks, 1), 64)
    let chunks = (0..<count).map { runs * $0 / count..<runs * ($0 + 1) / count }
    let correlations = sensitivities
    let jobs =
      chunks.map { Job(runs: $0, mode: .full(options.correlation)) }
      + correlations.map { Job(runs: sensitivityRuns, mode: .ends($0)) }
    let tallies = await tallies(jobs, tasks: count)
    var tally = tallies[0]
    for later in tallies[1..<count] { tally.add(later) }
    let study = DriverStudy(self, tally)
    let trials = await self.tallies(
      study.activities.map { Job(runs: study.runs, mode: .fast($0)) }, tasks: count)
    return forecast(tally, Array(zip(correlations, tallies[count...])), study, trials)
  }

  /// What is wanted of some runs.
  enum Mode: Sendable {
    /// Everything.
    case full(DrawCorrelation)
    /// The ends of targets.
    case ends(DrawCorrelation)
    /// The ends of targets, as kept numbers, where an activity takes its tenth percentile.
    case fast(Int)
  }

  private struct Job: Sendable {
    var runs: Range<Int>
    var mode: Mode
  }

  private func tallies(_ jobs: [Job], tasks: Int) async -> [Tally] {
    await withTaskGroup(of: (Int, Tally).self) { group in
      var found = [Tally?](repeating: nil, count: jobs.count)
      var next = 0
      func start() {
        guard next < jobs.count else { return }
        let (place, job) = (next, jobs[next])
        next += 1
        group.addTask { (place, tally(job.runs, as: job.mode)) }
      }
      for _ in 0..<tasks { start() }
      for await (place, tally) in group {
        found[place] = tally
        start()
      }
      return found.compactMap(\.self)
    }
  }

  private var sensitivities: [DrawCorrelation] {
    Array(options.sensitivities.prefix(SimulationLimits.sensitivities))
  }

  private var sensitivityRuns: Range<Int> { 0..<min(max(options.sensitivityRuns, 0), runs) }

  /// Simulates some runs and counts what is wanted of them.
  func tally(_ range: Range<Int>, as mode: Mode) -> Tally {
    let correlation =
      switch mode {
      case .full(let correlation), .ends(let correlation): correlation
      case .fast: options.correlation
      }
    var sampler = Sampler(layout, problem, items: items, seed: options.seed, correlation: correlation)
    var decoder = RunDecoder(problem, order, layout)
    var isFull = false
    var keepsEnds = false
    var fixed: [(place: Int, work: Int)] = []
    switch mode {
    case .full: (isFull, keepsEnds) = (true, true)
    case .ends: break
    case .fast(let activity):
      fixed = sampler.tenthPercentiles(of: activity)
      keepsEnds = true
    }
    var walk = isFull ? ChainWalk(problem, order, layout) : nil
    let activities = problem.activities.count
    var tally = Tally(
      activities: isFull ? activities : 0, targets: targets.count, followed: isFull ? followed : 0,
      horizon: problem.horizon)
    for run in range {
      sampler.draw(run)
      for (place, work) in fixed { sampler.set(place, to: work) }
      decoder.decode(sampler.works)
      if isFull {
        var isCut = false
        for (activity, end) in decoder.activityEnds.enumerated() {
          tally.activities[activity].add(end)
          isCut = isCut || end == decoder.never
        }
        if isCut { tally.cut += 1 }
        if run < keptRuns { keepWorks(sampler, in: &tally) }
        if run < chainRuns { tally.chainRuns += 1 }
      }
      for (target, wanted) in targets.enumerated() {
        var end = 0
        var last = -1
        for activity in wanted.activities where decoder.activityEnds[activity] > end || last < 0 {
          (end, last) = (decoder.activityEnds[activity], activity)
        }
        if keepsEnds, run < keptRuns { tally.keptEnds.append(Int32(end)) }
        guard last >= 0 else { continue }
        tally.targets[target].add(end)
        if run < chainRuns, target < followed {
          walk?.walk(back: last, run: run, decoder) { tally.critical[target * activities + $0] += 1 }
        }
      }
    }
    return tally
  }

  private func keepWorks(_ sampler: borrowing Sampler, in tally: inout Tally) {
    for activity in problem.activities.indices {
      let work = layout.places(of: activity).reduce(0) { $0 + min(sampler.works[$1], 1 << 30) }
      tally.keptWorks.append(Int32(clamping: work))
    }
  }
}
