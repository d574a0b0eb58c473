import ArgumentParser
import Distributions
import Forecasting
import Scheduling

/// Simulates a roadmap of a size that is seldom exceeded, or only decodes its order as often.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Simulates the futures of a roadmap, on one thread.")

  @Option(help: "How many futures.") var runs = 10_000
  @Option(help: "How many initiatives.") var initiatives = 120
  @Option(help: "How many milestones, each with a date.") var milestones = 12
  @Flag(help: "Decode the same order as often without drawing anything: the floor.") var decodeOnly = false
  @Flag(help: "Also simulate other correlations and try what drives the milestones.") var whole = false
  @Flag(help: "Print the chances.") var verbose = false

  func run() {
    let roadmap = Roadmap(initiatives: initiatives, milestones: milestones)
    let order = PlacementOrder([], in: roadmap.problem)
    guard !decodeOnly else { return decode(roadmap, order) }
    let options = SimulationOptions(
      runs: runs, sensitivities: whole ? [.none, .strong] : [], driverRuns: whole ? 500 : 0)
    let forecast = Simulation.run(
      roadmap.problem, in: order, items: roadmap.items, targets: roadmap.targets, options: options)
    print("\(forecast.runs) runs of \(forecast.activities.count) initiatives, \(forecast.cut.hits) cut")
    guard verbose else { return }
    for target in forecast.targets {
      let days = [10, 50, 80, 95].map { target.end.end(percent: $0).map { "\($0)" } ?? "later" }
      print(target.key, target.end.onTime?.share ?? 0, days.joined(separator: " "))
      for driver in target.drivers { print("  ", driver) }
    }
  }

  private func decode(_ roadmap: Roadmap, _ order: PlacementOrder) {
    var decoder = FastDecoder(roadmap.problem)
    let works = roadmap.problem.activities.flatMap { $0.parts.map(\.work) }
    var sum = 0
    for _ in 0..<runs {
      decoder.decode(order.parts, works: works)
      sum += decoder.makespan
    }
    print("\(runs) decodings, \(sum / max(runs, 1)) days each")
  }
}

/// A roadmap made of a seed: teams, initiatives that wait for one another, milestones.
private struct Roadmap {
  var problem: SchedulingProblem
  var items: [WorkItem] = []
  var targets: [ForecastTarget] = []

  init(initiatives: Int, milestones: Int) {
    var random = SplitMix64(seed: 2026)
    let teams = max(initiatives / 15, 1)
    problem = SchedulingProblem(
      horizon: 1040, resources: (0..<teams).map { _ in Resource(capacity: random.pick(3...6)) })
    for position in 0..<initiatives {
      var activity = Activity()
      let first = random.below(teams)
      for part in 0..<(random.chance(30) && teams > 1 ? 2 : 1) {
        let team = (first + part) % teams
        let days = Double(random.pick(5...30))
        activity.parts.append(
          Part(work: Int(days) * 1000, demands: [Demand(resource: team, units: random.pick(1...2))]))
        items.append(
          WorkItem(
            key: "initiative-\(position)/team-\(team)", team: "team-\(team)", activity: position, part: part,
            estimate: Estimate(low: days * 0.75, likely: days, high: days * 2),
            spent: position < teams ? days / 2 : 0, workPerEffort: 1000))
      }
      for _ in 0..<min(position, random.below(3)) {
        let before = random.pick(max(0, position - 30)...(position - 1))
        if !activity.links.contains(where: { $0.activity == before }) {
          activity.links.append(Link(to: before))
        }
      }
      problem.activities.append(activity)
    }
    let order = PlacementOrder([], in: problem)
    let plan = SerialScheduler.schedule(problem, in: order)
    for milestone in 0..<milestones {
      let wanted = (0..<min(8, initiatives)).map { _ in random.below(initiatives) }
      let end = wanted.map { plan.activities[$0].span?.end ?? 0 }.max() ?? 0
      targets.append(ForecastTarget(key: "milestone-\(milestone)", activities: wanted, due: end * 5 / 4))
    }
  }
}
