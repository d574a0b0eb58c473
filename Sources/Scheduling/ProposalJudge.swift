/// Looks at orders as the committed one will be looked at: nothing but fixed activities holds its place by itself.
struct ProposalJudge: ~Copyable {
  private var search: OrderSearch
  private let starts: [Int]
  private let frozen: [Int]
  /// How many schedules were made.
  var tried: Int { search.tried }

  init(_ problem: SchedulingProblem, _ starts: [Int], _ frozen: [Int], committed: borrowing FastDecoder) {
    search = OrderSearch(problem, committed: committed, frozen: [], budget: Int.max)
    self.starts = starts
    self.frozen = frozen
  }

  /// The order sorted by the starts of its own schedule, unless that is worth less; nil where something frozen moves.
  mutating func settled(_ order: [Int]) -> (order: [Int], objective: Objective)? {
    var order = order
    var best = judged(order)
    // Sorting by starts makes nothing worse, unless something may start before what it waits for.
    for _ in 0..<4 {
      let sorted = search.byStart(order)
      guard sorted != order else { break }
      order = sorted
      guard let next = judged(order) else { continue }
      if best.map({ next.objective <= $0.objective }) ?? true { best = next }
    }
    return best
  }

  /// What an order is worth; nil where something frozen moves.
  mutating func judged(_ order: [Int]) -> (order: [Int], objective: Objective)? {
    var objective = search.decode(order).objective
    objective.moves = search.moves()
    return frozen.allSatisfy { search.forward.start(of: $0) == starts[$0] } ? (order, objective) : nil
  }
}
