public import CivilDates
internal import Scheduling

/// What a team has to do in each week of a schedule, beside what it can do.
public struct TeamLoad: Sendable, Equatable {
  /// One week; its numbers are means over its working days, people who are away and what is asked of them left in.
  public struct Week: Sendable, Equatable {
    /// Its Monday, or the day of the schedule in the first week.
    public var first: Day
    /// How many working days it has.
    public var days: Int
    /// How many people the team has; nil where it says nothing about them.
    public var capacity: Double?
    /// How many of them are away.
    public var away = 0.0
    /// The people that each initiative holds, by the initiatives' starts.
    public var use: [Use] = []
    /// The people that are held beyond those that are there.
    public var over = 0.0
    /// On how many initiatives the team works at once, on the day with most.
    public var atOnce = 0

    /// A week by its first day and the number of its working days.
    public init(first: Day, days: Int) {
      self.first = first
      self.days = days
    }

    /// The people that are held.
    public var people: Double { use.reduce(0) { $0 + $1.people } }
  }

  /// What one initiative holds.
  public struct Use: Sendable, Equatable {
    /// The initiative's id.
    public var initiative: String
    /// How many people.
    public var people: Double

    /// What an initiative holds.
    public init(initiative: String, people: Double) {
      self.initiative = initiative
      self.people = people
    }
  }

  /// The team's id.
  public let team: String
  /// The team's title, or its id.
  public let title: String
  /// How many initiatives it works on at once; nil where that is not limited.
  public let limit: Int?
  /// The weeks without gaps, from the day of the schedule to the last day on which any team works.
  public let weeks: [Week]

  /// The weeks of a team.
  public init(team: String, title: String, limit: Int? = nil, weeks: [Week]) {
    self.team = team
    self.title = title
    self.limit = limit
    self.weeks = weeks
  }
}

/// When a team works on its share of an initiative.
public struct ShareDates: Sendable, Equatable {
  /// The team's id.
  public let team: String
  /// The first day of work.
  public let start: Day
  /// The last day of work.
  public let end: Day
  /// How many people work on it at once.
  public let people: Double
}

extension PlanSchedule {
  /// When the teams work on an item, in the order of its shares; empty where it has no dates.
  public func shareDates(of item: Int) -> [ShareDates] {
    guard schedule.activities[item].span != nil else { return [] }
    return model.numbers.parts(of: item).compactMap { part in
      guard let span = placed(part)?.span, let start = model.days[span.start],
        let end = model.days[max(span.end - 1, span.start)]
      else { return nil }
      let share = model.share(part)
      return ShareDates(team: share.team, start: start, end: end, people: share.people)
    }
  }

  /// The weeks of each team that has a share of the work, by team.
  public var loads: [TeamLoad] {
    var shares: [String: [LoadSum.Share]] = [:]
    for item in byStart {
      for part in model.numbers.parts(of: item) {
        guard let placed = placed(part), placed.span.count > 0 else { continue }
        let share = model.share(part)
        shares[share.team, default: []].append(
          LoadSum.Share(
            item: item, units: Int((share.people * 1000).rounded()), span: placed.span))
      }
    }
    var people: [String: Int] = [:]
    var places: [String: Int] = [:]
    for (number, meaning) in model.resources.enumerated() {
      switch meaning {
      case .people(let team): people[team] = number
      case .workInProgress(let team): places[team] = number
      }
    }
    let length = min(schedule.makespan, model.days.count)
    let bounds = weekBounds(length)
    return shares.sorted { $0.key < $1.key }.map { team, shares in
      let capacity = people[team].map { model.problem.resources[$0].capacity }
      let sum = LoadSum(plan: self, team: team, shares: shares, capacity: capacity, length: length)
      return TeamLoad(
        team: team, title: model.facts.teams[team]?.title ?? team,
        limit: places[team].map { model.problem.resources[$0].capacity.initial },
        weeks: bounds.map(sum.week))
    }
  }

  /// The weeks of the first `length` working days: their first day, and the numbers of their working days.
  private func weekBounds(_ length: Int) -> [(first: Day, days: Range<Int>)] {
    guard length > 0, let last = model.days[length - 1] else { return [] }
    var weeks: [(first: Day, days: Range<Int>)] = []
    var first = model.asOf
    while first <= last {
      let next = first.advanced(by: 8 - first.weekday)
      guard next > first else { break }
      weeks.append((first, model.days.number(from: first)..<model.days.number(from: next)))
      first = next
    }
    return weeks
  }
}

/// The days of one team added up.
private struct LoadSum {
  struct Share {
    let item: Int
    let units: Int
    let span: Span
  }

  let plan: PlanSchedule
  let shares: [Share]
  /// The units of each day; nil where the team says nothing about its people.
  let capacity: [Int]?
  private var held: [Int]
  private var atOnce: [Int]
  private var away: [Int]

  init(plan: PlanSchedule, team: String, shares: [Share], capacity: StepFunction?, length: Int) {
    self.plan = plan
    self.shares = shares
    self.capacity = capacity.map { capacity in (0..<length).map { max(capacity[$0], 0) } }
    held = [Int](repeating: 0, count: length)
    atOnce = held
    away = [Int](repeating: 0, count: length + 1)
    for share in shares {
      for day in max(share.span.start, 0)..<max(min(share.span.end, length), max(share.span.start, 0)) {
        held[day] += min(share.units, self.capacity?[day] ?? share.units)
        atOnce[day] += 1
      }
    }
    for timeOff in plan.model.facts.teams[team]?.timeOff ?? [] where timeOff.from <= timeOff.to {
      let start = min(plan.model.days.number(from: timeOff.from), length)
      let end = min(plan.model.days.number(after: timeOff.to), length)
      guard start < end else { continue }
      let units = timeOff.people.map { Int((min(max($0, 0), 10_000) * 1000).rounded()) } ?? 100_000_000
      away[start] += units
      away[end] -= units
    }
    for day in away.indices.dropFirst() { away[day] += away[day - 1] }
  }

  func week(_ first: Day, _ range: Range<Int>) -> TeamLoad.Week {
    var week = TeamLoad.Week(first: first, days: range.count)
    let days = range.clamped(to: 0..<held.count)
    guard !days.isEmpty else {
      week.capacity = capacity == nil ? nil : 0
      return week
    }
    let unit = 1 / (1000 * Double(days.count))
    if let capacity {
      week.capacity = Double(days.reduce(0) { $0 + capacity[$1] }) * unit
      week.away = Double(days.reduce(0) { $0 + min(away[$1], capacity[$1]) }) * unit
      week.over = Double(days.reduce(0) { $0 + max(held[$1] - capacity[$1], 0) }) * unit
    }
    week.atOnce = days.reduce(0) { max($0, atOnce[$1]) }
    for share in shares where share.span.start < days.upperBound && share.span.end > days.lowerBound {
      var units = 0
      for day in days where share.span.start <= day && day < share.span.end {
        units += min(share.units, capacity?[day] ?? share.units)
      }
      let id = plan.model.items[share.item].facts.id
      if week.use.last?.initiative == id {
        week.use[week.use.count - 1].people += Double(units) * unit
      } else {
        week.use.append(TeamLoad.Use(initiative: id, people: Double(units) * unit))
      }
    }
    return week
  }
}
