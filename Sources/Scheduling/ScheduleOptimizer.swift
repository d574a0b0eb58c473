/// Looks for an order whose schedule is worth more than that of the committed one, and proposes it; it never changes any.
///
/// The same problem, order, budget and seed give the same proposal on every machine: the budget is a number of schedules
/// and no clock is read.
public struct ScheduleOptimizer: Sendable {
  /// How many schedules are made; each pass over all activities counts as one.
  public var budget: Int
  /// What the random choices follow from.
  public var seed: UInt64

  /// The largest budget that is read.
  private static let most = 100_000_000

  /// A search by its budget.
  public init(budget: Int = 5_000, seed: UInt64 = 1) {
    self.budget = budget
    self.seed = seed
  }

  /// Searches from `committed`, the order that holds now.
  ///
  /// In a proposal the activities `frozen` start when they start now, and fixed ones where they are fixed. `onProgress`
  /// is told how many of all schedules are made and says whether to go on; where it says no, the best order so far is
  /// proposed.
  public func optimize(
    _ problem: SchedulingProblem, committed: PlacementOrder, frozen: Set<Int> = [],
    onProgress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) -> Proposal {
    let problem = problem.bounded()
    let order = PlacementOrder(committed.parts, in: problem, pullingEnds: false).parts
    var decoder = FastDecoder(problem)
    decoder.decode(order)
    let bound = LowerBound(problem)
    let kept = frozen.filter { decoder.start(of: $0) >= 0 }.sorted()
    let starts = problem.activities.indices.map { decoder.start(of: $0) }
    // The rest of the budget is for looking at what is proposed.
    let budget = max(1, budget.clamped(to: 1...Self.most) - 16)
    return withoutActuallyEscaping(onProgress) { report in
      var genetic = GeneticSearch(
        problem, OrderSearch(problem, committed: decoder, frozen: kept, budget: budget),
        committed: order,
        bound: bound, seed: seed, report: report)
      genetic.run(problem)
      var judge = ProposalJudge(problem, starts, kept, committed: decoder)
      let now = judge.judged(order)?.objective ?? Objective()
      var proposal = Proposal(order: order, objective: now, committed: now, tried: 0, bound: bound)
      for candidate in [genetic.best] + genetic.population
      where candidate.fitness.broken == 0 && judge.tried < 11 {
        // The best one is refused only where something frozen would move: then the next ones are asked.
        guard candidate.fitness.objective < now else { continue }
        if let (settled, objective) = judge.settled(candidate.order), objective < proposal.objective {
          proposal.order = settled
          proposal.objective = objective
          break
        }
      }
      proposal.tried = genetic.search.tried + judge.tried
      return proposal
    }
  }
}

/// An order that is worth more than the committed one, or that one where none was found.
public struct Proposal: Sendable, Equatable {
  /// The numbers of the parts by their starts; decoding it gives the schedule that is meant.
  public internal(set) var order: [Int]
  /// What its schedule is worth.
  public internal(set) var objective: Objective
  /// What the schedule of the committed order is worth.
  public internal(set) var committed: Objective
  /// How many schedules were made.
  public internal(set) var tried: Int
  /// What no schedule can beat.
  public internal(set) var bound: LowerBound
}
