import Scheduling
import Testing

/// What ends in a time in which nothing ships is delivered after it, and that is what lateness counts.
@Suite struct DeliveryTests {
  /// Nothing ships on the days 5 to 9.
  private let freeze = Delivery([1, 1, 2, 3, 4, 5, 11, 11, 11, 11, 11, 11])

  @Test func deliveriesAscendAndAreFound() {
    #expect((0...12).map { freeze[$0] } == [1, 1, 2, 3, 4, 5, 11, 11, 11, 11, 11, 11, 12])
    #expect(freeze[-1] == -1)
    #expect([0, 1, 5, 6, 10, 11, 12, 90].map(freeze.lastEnd) == [-1, 1, 5, 5, 5, 11, 12, 90])
    #expect(Delivery([5, 2, 0]).days == [5, 5, 5])
    #expect(Delivery([])[7] == 7 && Delivery([]).lastEnd(by: 7) == 7 && freeze.lastEnd(by: -3) == -1)
  }

  /// One day more of work in front of the freeze costs six days of delivery: the search knows.
  @Test func theSearchCountsFromDelivery() {
    func part(_ days: Int, _ resource: Int) -> Part {
      Part(work: days * 1000, demands: [Demand(resource: resource, units: 1)])
    }
    let problem = SchedulingProblem(
      horizon: 40, resources: [Resource(capacity: 1), Resource(capacity: 1)], deliveries: [freeze],
      activities: [
        Activity(parts: [part(3, 0)], delivery: 0),
        Activity(parts: [part(1, 0)], due: 2, delivery: 0),
        Activity(parts: [part(2, 1)], links: [Link(to: 0)], due: 5, delivery: 0),
      ])
    #expect(problem.lastEnd(of: 2) == 5 && problem.delivered(6, of: 2) == 11)
    let committed = PlacementOrder([0, 1, 2], in: problem)
    let proposal = ScheduleOptimizer(budget: 500).optimize(problem, committed: committed)
    // The second one is two days late as it is; in front of the first it would make the third one six days late.
    #expect(proposal.committed.lateness == 2 && proposal.objective.lateness == 2)
    #expect(proposal.bound.lateness == 0)
  }
}
