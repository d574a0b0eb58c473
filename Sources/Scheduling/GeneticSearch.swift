/// A genetic search over orders, in which every schedule is justified to both sides.
///
/// Children take a middle piece of one parent's order and the rest of another's (Hartmann, Naval Research Logistics 45
/// (1998) 733-750; Valls et al., EJOR 165 (2005) 375-386, on justification). Orders are sorted by starts, so that places
/// in them mean the same in all, and no two are equal. The first ones are drawn widely: a population that is narrow at
/// the beginning ends early.
struct GeneticSearch: ~Copyable {
  /// An order and what it is worth.
  struct Candidate {
    var order: [Int]
    var fitness: OrderSearch.Fitness

    func isSame(_ other: Candidate) -> Bool { fitness == other.fitness && order == other.order }
  }

  private(set) var search: OrderSearch
  private(set) var population: [Candidate] = []
  private(set) var best: Candidate
  private var random: SplitMix64
  private let committed: [Int]
  private let latest: [Int]
  /// The latest end of each part's activity.
  private let urgency: [Int]
  /// How many activities are in no order, since they wait for themselves.
  private let outside: Int
  private let bound: LowerBound
  private let report: (Int, Int) -> Bool
  private var isStopped = false
  private var marks: [Int]
  private var mark = 0
  /// How many of the schedules are left for keeping moves down.
  private let reserve: Int

  /// A search that begins with `committed`, an order that keeps to precedence.
  init(
    _ problem: SchedulingProblem, _ search: consuming OrderSearch, committed: [Int], bound: LowerBound,
    seed: UInt64, report: @escaping (Int, Int) -> Bool
  ) {
    self.committed = committed
    self.bound = bound
    self.report = report
    random = SplitMix64(seed: seed)
    latest = problem.latestFinishes()
    let numbers = PartNumbers(problem)
    urgency = (0..<numbers.count).map { [latest] in latest[numbers.activity(of: $0)] }
    outside = search.count - Set(committed.map { numbers.activity(of: $0) }).count
    marks = [Int](repeating: 0, count: numbers.count)
    reserve = search.budget / 50
    var fitness = search.decode(committed)
    fitness.objective.moves = search.moves()
    best = Candidate(order: committed, fitness: fitness)
    self.search = search
  }

  /// Whether there is nothing to find any more: the bounds are reached, or the budget is used up.
  private var isDone: Bool {
    isStopped || search.tried + reserve >= search.budget || reachesBounds
  }

  private var reachesBounds: Bool {
    best.fitness.broken == 0 && best.fitness.objective.unplaced == 0
      && best.fitness.objective.lateness <= bound.lateness
      && best.fitness.objective.makespan <= bound.makespan
  }

  /// Searches until the budget is used up.
  mutating func run(_ problem: SchedulingProblem) {
    begin(problem)
    while !isDone { breed() }
    settle()
    population.sort(by: Self.isBetter)
  }

  static func isBetter(_ one: Candidate, _ other: Candidate) -> Bool {
    if one.fitness < other.fitness || other.fitness < one.fitness { return one.fitness < other.fitness }
    return one.order.lexicographicallyPrecedes(other.order)
  }

  // MARK: The first ones

  private mutating func begin(_ problem: SchedulingProblem) {
    let size = committed.count < 80 ? 60 : 40
    let wishes = committed.sorted { (urgency[$0], $0) < (urgency[$1], $1) }
    let urgent = PlacementOrder(wishes, in: problem).parts
    population = [improved(committed, rounds: 10)]
    for order in [urgent, nonDelayOrder(problem)] where !isDone && !order.isEmpty {
      population.append(improved(order, rounds: 10))
    }
    let spread = max(1, (latest.max() ?? 0) - (latest.min() ?? 0))
    while population.count < size, !isDone {
      var keys = urgency
      for index in keys.indices { keys[index] += random.below(2 * spread + 1) }
      let order = PlacementOrder(committed.sorted { (keys[$0], $0) < (keys[$1], $1) }, in: problem).parts
      population.append(improved(order, rounds: 1))
    }
    population.sort(by: Self.isBetter)
  }

  /// The order of the parallel scheme: whatever can start first comes next, of several the most urgent.
  private mutating func nonDelayOrder(_ problem: SchedulingProblem) -> [Int] {
    guard committed.count <= 500 else { return [] }
    return search.nonDelayOrder(problem, latest)
  }

  // MARK: Generations

  private mutating func breed() {
    let size = population.count
    guard size > 1 else { return isStopped = true }
    var pairs = Array(0..<size)
    for index in pairs.indices { pairs.swapAt(index, index + random.below(size - index)) }
    for first in stride(from: 0, to: size - 1, by: 2) {
      let (mother, father) = (pairs[first], pairs[first + 1])
      for (one, other) in [(mother, father), (father, mother)] where !isDone {
        var child = crossed(population[one].order, population[other].order)
        mutate(&child)
        population.append(improved(child, rounds: 1))
      }
    }
    population.sort(by: Self.isBetter)
    var kept: [Candidate] = []
    for candidate in population where kept.count < size {
      // Equal ones are neighbours after sorting.
      if kept.last?.isSame(candidate) != true { kept.append(candidate) }
    }
    population = kept
    if !report(search.tried, search.budget) { isStopped = true }
  }

  /// The first and the last piece of one order, and between them what comes first of the rest in another one.
  private mutating func crossed(_ one: [Int], _ other: [Int]) -> [Int] {
    let count = one.count
    let length = count / 4 + random.below(count / 2 + 1)
    let start = random.below(count - length + 1)
    mark += 1
    var child: [Int] = []
    child.reserveCapacity(count)
    func take(_ part: Int, _ marks: inout [Int]) {
      guard marks[part] != mark else { return }
      marks[part] = mark
      child.append(part)
    }
    for part in one[..<start] { take(part, &marks) }
    for part in other where child.count < start + length { take(part, &marks) }
    for part in one[start...] { take(part, &marks) }
    return child
  }

  /// Swaps neighbours where neither waits for the other.
  private mutating func mutate(_ order: inout [Int]) {
    guard order.count > 1 else { return }
    for index in 0..<order.count - 1 where random.below(100) < 8 {
      if !search.waits(order[index + 1], for: order[index]) { order.swapAt(index, index + 1) }
    }
    order = search.repaired(order)
  }

  /// Decodes an order and shifts its schedule to the end and back as long as that helps, at most `rounds` times.
  private mutating func improved(_ order: [Int], rounds: Int) -> Candidate {
    var candidate = tried(order)
    for _ in 0..<rounds {
      let makespan = candidate.fitness.objective.makespan
      guard !isDone, candidate.fitness.objective.unplaced == outside,
        let shifted = search.justified(candidate.order, makespan)
      else { break }
      let next = tried(shifted)
      let objective = candidate.fitness.objective
      guard next.fitness.broken <= candidate.fitness.broken,
        next.fitness.objective.unplaced <= objective.unplaced,
        (next.fitness.objective.lateness, next.fitness.objective.makespan) <= (objective.lateness, makespan)
      else { break }
      let isBetter =
        (next.fitness.objective.lateness, next.fitness.objective.makespan) < (objective.lateness, makespan)
      candidate = next
      if !isBetter { break }
    }
    return candidate
  }

  /// Decodes an order; the result is the best if it is worth more than that.
  private mutating func tried(_ order: [Int]) -> Candidate {
    var fitness = search.decode(order)
    fitness.objective.moves = search.moves()
    if (fitness.broken, fitness.objective) < (best.fitness.broken, best.fitness.objective) {
      best = Candidate(order: order, fitness: fitness)
    }
    return Candidate(order: search.byStart(order), fitness: fitness)
  }

  // MARK: The end

  /// Brings pieces of the committed order back into the best one, as long as nothing else gets worse.
  private mutating func settle() {
    while search.tried < search.budget, best.fitness.objective.moves > 0, !committed.isEmpty, !isStopped {
      let isWhole = random.chance(50)
      _ = tried(isWhole ? crossed(best.order, committed) : crossed(committed, best.order))
    }
  }
}
