import Scheduling

/// Problems of all shapes, the same for the same seed.
struct RandomProblem {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// What may come up in a problem.
  struct Traits {
    var activities = 1...24
    var resources = 0...5
    var horizon = 20...160
    var units = 1...6
    var changesCapacity = true
    var hasPaces = true
    var parts = 0...3
    var hasAllLinks = true
    var mayOverlap = true
    var hasFixed = true
    var hasDue = true
    var demandsMayLack = true
  }

  mutating func problem(_ traits: Traits = Traits()) -> SchedulingProblem {
    let horizon = random.pick(traits.horizon)
    let resources = (0..<random.pick(traits.resources)).map { _ in resource(traits, horizon) }
    let paces = traits.hasPaces ? (0..<random.below(3)).map { _ in pace(horizon) } : []
    let count = random.pick(traits.activities)
    let activities = (0..<count).map { activity($0, traits, resources, paces.count, horizon) }
    return SchedulingProblem(horizon: horizon, resources: resources, paces: paces, activities: activities)
  }

  /// Any order: by activities, as ranks make them, or of parts that stand anywhere, as a committed order may have them.
  mutating func order(of problem: SchedulingProblem) -> PlacementOrder {
    let numbers = PartNumbers(problem)
    let isByActivities = random.chance(40)
    let wishes =
      isByActivities
      ? numbers.parts(of: shuffled(Array(problem.activities.indices))) : shuffled(Array(0..<numbers.count))
    return PlacementOrder(wishes, in: problem, pullingEnds: isByActivities)
  }

  mutating func shuffled(_ values: [Int]) -> [Int] {
    var values = values
    for index in values.indices { values.swapAt(index, index + random.below(values.count - index)) }
    return values
  }

  private mutating func resource(_ traits: Traits, _ horizon: Int) -> Resource {
    let big = random.chance(10) ? 40_000 : random.chance(10) ? 300 : 1
    let units = random.pick(traits.units) * big
    guard traits.changesCapacity, random.chance(50) else { return Resource(capacity: units) }
    let steps = (0..<random.pick(1...4)).map { _ in
      (day: random.below(horizon), value: random.pick(0...traits.units.upperBound) * big)
    }
    return Resource(capacity: StepFunction(initial: units, steps: steps))
  }

  private mutating func pace(_ horizon: Int) -> Pace {
    let usual = random.pick(1...4) * 250
    return Pace(
      (0..<random.pick(1...(horizon + 10))).map { _ in random.chance(20) ? random.pick(0...3) * 300 : usual })
  }

  private mutating func activity(
    _ position: Int, _ traits: Traits, _ resources: [Resource], _ paces: Int, _ horizon: Int
  ) -> Activity {
    let parts = (0..<random.pick(traits.parts)).map { _ in part(traits, resources, paces) }
    let isFixed = traits.hasFixed && random.chance(12)
    return Activity(
      parts: parts, links: links(position, traits),
      earliest: random.chance(20) ? random.below(horizon / 2) : 0,
      fixed: isFixed ? random.below(horizon / 2) : nil,
      due: traits.hasDue && random.chance(30) ? random.below(horizon) : nil, weight: random.pick(0...5))
  }

  private mutating func part(_ traits: Traits, _ resources: [Resource], _ paces: Int) -> Part {
    var demands: [Demand] = []
    for (index, resource) in resources.enumerated() where random.chance(40) {
      let most = max(1, resource.capacity[0] + (traits.demandsMayLack && random.chance(10) ? 1 : 0))
      demands.append(Demand(resource: index, units: random.pick(1...most)))
    }
    let work = random.chance(6) ? 0 : random.pick(1...12_000)
    return Part(
      work: work, pace: paces > 0 && random.chance(60) ? random.below(paces) : nil, demands: demands)
  }

  /// Links to activities before this one, so that there are no circles.
  private mutating func links(_ position: Int, _ traits: Traits) -> [Link] {
    guard position > 0 else { return [] }
    return (0..<random.below(4)).map { _ in
      let target = random.below(position)
      guard traits.hasAllLinks else { return Link(to: target) }
      let kinds: [Link.Kind] = [.finishStart, .finishStart, .startStart, .finishFinish]
      return Link(
        to: target, kinds[random.below(4)],
        lag: random.chance(30) ? random.pick((traits.mayOverlap ? -6 : 1)...9) : 0)
    }
  }
}
