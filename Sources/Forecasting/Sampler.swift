internal import Distributions
internal import Scheduling

/// Draws the work of all parts, run by run.
///
/// The normal number of an item is `sqrt(common) G + sqrt(team) T + sqrt(own) e`: `G` the same for all, `T` for its
/// team, `e` for itself; each keyed by seed, name and run, so that an edit moves no other item's draws.
struct Sampler: Sendable {
  /// The works of a run as the problem has them, part by part; uncertain ones are overwritten by draws.
  private let planned: [Int]
  private let common: KeyedDraws
  private let teams: [KeyedDraws]
  private let items: [Item]
  private let commonWeight: Double
  private let teamWeight: Double
  private let ownWeight: Double
  /// The normal numbers of the teams in the run at hand.
  private var teamNumbers: [Double]
  /// The works of the run that was drawn last, part by part.
  private(set) var works: [Int]

  private struct Item: Sendable {
    var place: Int
    /// Positions in `teams`; -1 for an item whose team share is its own.
    var team: Int
    var activity: Int
    var own: KeyedDraws
    var apart: KeyedDraws
    var draw: ItemDraw
  }

  /// What draws are for: shares of one key that have nothing to do with each other.
  private enum Purpose {
    static let common: UInt8 = 1
    static let team: UInt8 = 2
    static let own: UInt8 = 3
    static let apart: UInt8 = 4
  }

  init(
    _ numbers: PartNumbers, _ problem: SchedulingProblem, items: [WorkItem], seed: UInt64,
    correlation: DrawCorrelation
  ) {
    planned = problem.activities.flatMap { $0.parts.isEmpty ? [0] : $0.parts.map(\.work) }
    works = planned
    let mostWork = (problem.horizon + 1) * Pace.full
    common = KeyedDraws(seed: seed, key: "", purpose: Purpose.common)
    var positions: [String: Int] = [:]
    var teams: [KeyedDraws] = []
    self.items = items.compactMap { item in
      guard problem.activities.indices.contains(item.activity),
        problem.activities[item.activity].parts.indices.contains(item.part),
        let place = numbers.part(item.part, of: item.activity)
      else { return nil }
      var team = -1
      if let name = item.team {
        team = positions[name] ?? teams.count
        if team == teams.count {
          positions[name] = team
          teams.append(KeyedDraws(seed: seed, key: name, purpose: Purpose.team))
        }
      }
      return Item(
        place: place, team: team, activity: item.activity,
        own: KeyedDraws(seed: seed, key: item.key, purpose: Purpose.own),
        apart: KeyedDraws(seed: seed, key: item.key, purpose: Purpose.apart),
        draw: ItemDraw(item, mostWork: mostWork))
    }
    self.teams = teams
    teamNumbers = [Double](repeating: 0, count: teams.count)
    commonWeight = correlation.common.squareRoot()
    teamWeight = correlation.team.squareRoot()
    ownWeight = correlation.own.squareRoot()
  }

  /// The activities with parts whose draws differ, by position.
  func uncertain(of count: Int) -> [Bool] {
    var found = [Bool](repeating: false, count: count)
    for item in items where !item.draw.isCertain { found[item.activity] = true }
    return found
  }

  /// The works of an activity's parts at its items' tenth percentiles, by place.
  func tenthPercentiles(of activity: Int) -> [(place: Int, work: Int)] {
    items.filter { $0.activity == activity }.map { ($0.place, $0.draw.work(at: -StandardNormal.p90)) }
  }

  /// Draws the works of a run.
  mutating func draw(_ run: Int) {
    let shared = commonWeight > 0 ? commonWeight * common.normal(run) : 0
    if teamWeight > 0 { for team in teams.indices { teamNumbers[team] = teams[team].normal(run) } }
    for item in items {
      guard !item.draw.isCertain else {
        works[item.place] = item.draw.work(at: 0)
        continue
      }
      var z = shared + ownWeight * item.own.normal(run)
      if teamWeight > 0 {
        z += teamWeight * (item.team >= 0 ? teamNumbers[item.team] : item.apart.normal(run))
      }
      works[item.place] = item.draw.work(at: z)
    }
  }

  /// Sets the work of one part of the run that was drawn last.
  mutating func set(_ place: Int, to work: Int) { works[place] = work }
}
