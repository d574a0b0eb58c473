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
  let numbers: PartNumbers
  /// Why activities can never be placed, in whatever future.
  let obstacles: [Obstacle?]
  /// What one run costs: the activities and parts that are placed, the ends that are compared.
  let step: Int
  /// How many futures are simulated, within the limits.
  let runs: Int
  /// How many targets, the first ones, are followed back along chains.
  let followed: Int
  let chainRuns: Int
  let keptRuns: Int

  /// A simulation of `problem` placed in `order`.
  ///
  /// `items` say which parts are uncertain, all others take what the problem says. Items and targets name activities by
  /// position; positions that the problem does not have are left out.
  public init(
    _ problem: SchedulingProblem, in order: PlacementOrder, items: [WorkItem], targets: [ForecastTarget],
    options: SimulationOptions = SimulationOptions()
  ) {
    var problem = problem
    problem.horizon = min(problem.days, SimulationLimits.horizon)
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
    numbers = PartNumbers(problem)
    // Activities that wait for themselves, or for people who are never there, are so in every run.
    obstacles = Self.lasting(SerialScheduler.schedule(problem, in: order).activities.map(\.obstacle))
    step = 1 + activities + numbers.count + self.targets.reduce(0) { $0 + $1.activities.count }
    let most = max(SimulationLimits.steps / step, SimulationLimits.fewestRuns)
    runs = min(max(options.runs, 0), SimulationLimits.runs, most)
    followed = min(targets.count, SimulationLimits.chainCounts / max(activities, 1))
    chainRuns = min(runs, Self.chainRuns(problem, order, self.targets.prefix(followed)))
    let row = activities + targets.count
    keptRuns = min(runs, SimulationLimits.keptRuns, SimulationLimits.keptNumbers / max(row, 1))
  }

  /// The obstacles that no draw takes away; the horizon is one only in some futures, also for those that wait for what
  /// ends after it.
  private static func lasting(_ obstacles: [Obstacle?]) -> [Obstacle?] {
    var isLasting = [Bool?](repeating: nil, count: obstacles.count)
    for position in obstacles.indices {
      var path: [Int] = []
      var next: Int? = position
      var end: Bool?
      while let current = next, obstacles.indices.contains(current), end == nil {
        end = isLasting[current]
        guard end == nil else { break }
        path.append(current)
        // Whatever comes back to itself waits for ever.
        isLasting[current] = true
        switch obstacles[current] {
        case .waits(let first): next = first
        case .horizon, nil: end = false
        case .cycle, .understaffed: end = true
        }
      }
      for current in path { isLasting[current] = end ?? true }
    }
    return zip(obstacles, isLasting).map { $1 == true ? $0 : nil }
  }

  /// In how many runs chains can be followed, by how long they are as planned.
  private static func chainRuns(
    _ problem: SchedulingProblem, _ order: PlacementOrder, _ targets: ArraySlice<ForecastTarget>
  ) -> Int {
    var decoder = FastDecoder(problem)
    decoder.decode(order.parts, tracing: true)
    // How long the chain of each part is; what it waited for was placed before it.
    var lengths = [Int](repeating: 1, count: decoder.partCount)
    func isFixed(_ part: Int) -> Bool { problem.activities[decoder.activity(of: part)].fixed != nil }
    for part in order.parts.filter(isFixed) + order.parts.filter({ !isFixed($0) }) {
      let cause = decoder.cause(ofPart: part)
      if cause >= 0 { lengths[part] += lengths[cause] }
    }
    let steps = targets.reduce(1) { sum, target in
      let last = target.activities.map { decoder.lastPart(of: $0) }
      return sum + (last.map { $0 < 0 ? 0 : lengths[$0] }.max() ?? 0)
    }
    return max(SimulationLimits.chainSteps / steps, SimulationLimits.fewestChainRuns)
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
    let count = min(max(tasks, 1), SimulationLimits.tasks)
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
    var sampler = Sampler(numbers, problem, items: items, seed: options.seed, correlation: correlation)
    var decoder = FastDecoder(problem)
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
    var tally = Tally(
      activities: isFull ? problem.activities.count : 0, targets: targets.count,
      followed: isFull ? followed : 0, horizon: problem.horizon)
    var walk = ChainMarks(activities: isFull ? problem.activities.count : 0)
    for run in range {
      sampler.draw(run)
      for (place, work) in fixed { sampler.set(place, to: work) }
      let isTraced = isFull && run < chainRuns
      decoder.decode(order.parts, works: sampler.works, tracing: isTraced)
      if isFull { count(decoder, in: &tally) }
      if isFull, run < keptRuns { keepWorks(sampler, in: &tally) }
      if isTraced { tally.chainRuns += 1 }
      for (target, wanted) in targets.enumerated() {
        let last = last(of: wanted.activities, decoder)
        if keepsEnds, run < keptRuns { tally.keptEnds.append(Int32(last?.end ?? 0)) }
        guard let last else { continue }
        tally.targets[target].add(last.end)
        if isTraced, target < followed { follow(last.activity, of: target, decoder, &walk, in: &tally) }
      }
    }
    return tally
  }

  /// What stands for an end that is later than the horizon.
  private var never: Int { problem.horizon + 1 }

  private func count(_ decoder: borrowing FastDecoder, in tally: inout Tally) {
    var isCut = false
    for activity in problem.activities.indices {
      let end = decoder.end(of: activity)
      tally.activities[activity].add(end < 0 ? never : end)
      isCut = isCut || end < 0 && obstacles[activity] == nil
    }
    if isCut { tally.cut += 1 }
  }

  /// The one of `activities` that is delivered last, the first of them by position, and the day after that; nil where
  /// there are none.
  private func last(
    of activities: [Int], _ decoder: borrowing FastDecoder
  ) -> (activity: Int, end: Int)? {
    var last: (activity: Int, end: Int)?
    for activity in activities {
      let end = decoder.end(of: activity)
      if end < 0 { return (activity, never) }
      let delivered = min(problem.delivered(end, of: activity), never)
      if delivered > last?.end ?? -1 { last = (activity, delivered) }
    }
    return last
  }

  /// Counts who is on the chain that decides an activity's end, each once; what takes no time is not, though the chain may
  /// lead through it.
  private func follow(
    _ activity: Int, of target: Int, _ decoder: borrowing FastDecoder, _ marks: inout ChainMarks,
    in tally: inout Tally
  ) {
    marks.begin()
    var part = decoder.lastPart(of: activity)
    while part >= 0, let span = decoder.span(ofPart: part) {
      let activity = decoder.activity(of: part)
      if span.count > 0, marks.isNew(activity) {
        tally.critical[target * problem.activities.count + activity] += 1
      }
      part = decoder.cause(ofPart: part)
    }
  }

  private func keepWorks(_ sampler: borrowing Sampler, in tally: inout Tally) {
    for activity in problem.activities.indices {
      let work = numbers.parts(of: activity).reduce(0) { $0 + min(sampler.works[$1], 1 << 30) }
      tally.keptWorks.append(Int32(clamping: work))
    }
  }
}

/// The activities that were met on one chain.
private struct ChainMarks {
  private var marks: [Int]
  private var mark = 0

  init(activities: Int) { marks = [Int](repeating: 0, count: activities) }

  mutating func begin() { mark += 1 }

  /// Notes an activity; whether it was met for the first time.
  mutating func isNew(_ activity: Int) -> Bool {
    defer { marks[activity] = mark }
    return marks[activity] != mark
  }
}
