import Distributions
import Forecasting
import Scheduling

/// A small roadmap with teams that are short of people, the same for the same seed.
struct RoadmapCase {
  var problem: SchedulingProblem
  var items: [WorkItem] = []
  var targets: [ForecastTarget] = []
  var options = SimulationOptions(runs: 2000)

  init(seed: UInt64, initiatives: Int = 14, teams: Int = 3) {
    let draws = KeyedDraws(seed: seed, key: "roadmap")
    var next = 0
    func below(_ bound: Int) -> Int {
      next += 1
      return draws.below(bound, next)
    }
    problem = SchedulingProblem(
      horizon: 600, resources: (0..<teams).map { _ in Resource(capacity: 2 + below(3)) },
      paces: [Pace([1000, 1000, 0, 1000, 500, 1000, 1000, 0, 0, 800])])
    for position in 0..<initiatives {
      var activity = Activity(due: 30 + 6 * position)
      let first = below(teams)
      for part in 0...below(2) {
        let team = (first + part) % teams
        let days = Double(3 + below(12))
        activity.parts.append(
          Part(
            work: Int(days) * 1000, pace: below(2) == 0 ? 0 : nil,
            demands: [Demand(resource: team, units: 1 + below(2))]))
        items.append(
          WorkItem(
            key: "\(position)/\(team)", team: "team-\(team)", activity: position, part: part,
            estimate: Estimate(low: days * 0.75, likely: days, high: days * 2),
            spent: position == 0 ? days * 0.8 : 0, workPerEffort: 1000))
      }
      for _ in 0..<min(position, below(3)) {
        let kinds: [Link.Kind] = [.finishStart, .finishStart, .startStart, .finishFinish]
        activity.links.append(Link(to: below(position), kinds[below(4)], lag: below(3)))
      }
      problem.activities.append(activity)
    }
    targets = [
      ForecastTarget(key: "half", activities: Array(0..<(initiatives / 2)), due: 60),
      ForecastTarget(key: "all", activities: Array(0..<initiatives), due: 110),
      ForecastTarget(key: "undated", activities: [initiatives - 1]),
    ]
  }

  var order: PlacementOrder { PlacementOrder([], in: problem) }

  var simulation: Simulation {
    Simulation(problem, in: order, items: items, targets: targets, options: options)
  }
}
