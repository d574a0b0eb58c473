import Scheduling
import Testing

@Suite struct SerialSchedulerTests {
  private func part(_ days: Int, _ units: Int = 1, pace: Int? = nil) -> Part {
    Part(work: days * 1000, pace: pace, demands: [Demand(resource: 0, units: units)])
  }

  private func schedule(_ problem: SchedulingProblem, _ wishes: [Int]? = nil) -> Schedule {
    SerialScheduler.schedule(
      problem, in: PlacementOrder(wishes ?? Array(problem.activities.indices), in: problem))
  }

  @Test func whatComesLaterWaitsForPeople() {
    let problem = SchedulingProblem(
      horizon: 100, resources: [Resource(capacity: 2)],
      activities: [Activity(parts: [part(5, 2)]), Activity(parts: [part(3)])])
    let schedule = schedule(problem)
    #expect(schedule.activities[1].span == Span(start: 5, end: 8))
    #expect(schedule.activities[1].parts[0]?.binding == .resource(0, blockers: [0]))
    #expect(schedule.activities[1].parts[0]?.ready == 0)
  }

  @Test func linksBindByTheirKind() {
    let problem = SchedulingProblem(
      horizon: 100, resources: [Resource(capacity: 9)],
      activities: [
        Activity(parts: [part(5)]), Activity(parts: [part(3)], links: [Link(to: 0, lag: 2)]),
        Activity(parts: [part(3)], links: [Link(to: 0, .startStart, lag: 1)]),
        Activity(parts: [part(3)], links: [Link(to: 0, .finishFinish, lag: 4)]),
      ])
    let schedule = schedule(problem)
    #expect(schedule.activities.map(\.span?.start) == [0, 7, 1, 0])
    #expect(schedule.activities.map(\.span?.end) == [5, 10, 4, 9])
    #expect(schedule.activities[3].heldBy == 0)
    #expect(schedule.activities[1].parts[0]?.binding == .link(0))
  }

  @Test func timeOffSlowsAndTeamsThatGrowAreWaitedFor() {
    let problem = SchedulingProblem(
      horizon: 100, resources: [Resource(capacity: StepFunction(initial: 1, steps: [(4, 2)]))],
      paces: [Pace([1000, 1000, 0, 500, 1000])],
      activities: [
        Activity(parts: [part(3, 1, pace: 0)]), Activity(parts: [part(1, 2)]),
      ])
    let schedule = schedule(problem)
    #expect(schedule.activities[0].span == Span(start: 0, end: 5))
    #expect(schedule.activities[1].span == Span(start: 5, end: 6))
    #expect(schedule.activities[1].parts[0]?.binding == .resource(0, blockers: [0]))
  }

  @Test func whatCannotBePlacedSaysWhy() {
    let problem = SchedulingProblem(
      horizon: 10, resources: [Resource(capacity: 1)],
      activities: [
        Activity(parts: [part(1)], links: [Link(to: 1)]), Activity(parts: [part(1)], links: [Link(to: 0)]),
        Activity(parts: [part(1)], links: [Link(to: 1)]), Activity(parts: [part(1, 3)]),
        Activity(parts: [part(11)]),
      ])
    let schedule = schedule(problem)
    #expect(
      schedule.activities.map(\.obstacle) == [
        .cycle([0, 1]), .cycle([1, 0]), .waits(for: 1), .understaffed(resource: 0, needed: 3, most: 1),
        .horizon,
      ])
  }

  @Test func theUrgentPullsWhatItWaitsFor() {
    let problem = SchedulingProblem(
      horizon: 100, resources: [Resource(capacity: 1)],
      activities: [
        Activity(parts: [part(2)]), Activity(parts: [part(2)]),
        Activity(parts: [part(2)], links: [Link(to: 1)]),
      ])
    let order = PlacementOrder([2, 0, 1], in: problem)
    #expect(order.parts == [1, 2, 0])
    #expect(order.pulledBy == [nil, 2, nil])
  }

  @Test func whatIsFixedStaysAndOverloadsAreTold() {
    let problem = SchedulingProblem(
      horizon: 100, resources: [Resource(capacity: 2)],
      activities: [
        Activity(parts: [part(4, 2)]), Activity(parts: [part(3, 2)], fixed: 1),
        Activity(parts: [part(3)], fixed: 2),
      ])
    let schedule = schedule(problem)
    #expect(schedule.activities.map(\.span?.start) == [5, 1, 2])
    #expect(
      schedule.overloads(of: problem) == [
        Overload(resource: 0, span: Span(start: 2, end: 4), units: 3, capacity: 2, activities: [1, 2])
      ])
  }
}
