internal import CivilDates
internal import Scheduling

/// How much of a full day's work a team gets done on each day: its focus, and who is away.
struct TeamCalendar {
  /// Thousandths of each day, as far as they differ from `usual`.
  private var days: [Int] = []
  private let usual: Int

  /// A team of which nobody is ever away.
  init(_ focus: Double) { usual = min(max(Int((focus * 1000).rounded()), 1), 1000) }

  /// A team by its time off.
  init(_ team: TeamFacts, _ capacity: StepFunction, _ calendar: WorkingDays, focus: Double) {
    self.init(focus)
    var away: [(day: Int, change: Int)] = []
    for timeOff in team.timeOff where timeOff.from <= timeOff.to {
      let start = calendar.number(from: timeOff.from)
      let end = calendar.number(after: timeOff.to)
      guard start < end else { continue }
      let people = timeOff.people.map { Int(min(max($0, 0), 10_000) * 1000) } ?? 100_000_000
      away += [(start, people), (end, -people)]
    }
    guard !away.isEmpty else { return }
    away.sort { $0.day < $1.day }
    let last = min(away.last?.day ?? 0, calendar.count)
    days = [Int](repeating: usual, count: last)
    var gone = 0
    var next = 0
    for day in 0..<last {
      while next < away.count, away[next].day <= day {
        gone += away[next].change
        next += 1
      }
      let there = max(capacity[day], 0)
      guard gone > 0, there > 0 else { continue }
      days[day] = usual * max(there - gone, 0) / there
    }
  }

  /// The pace of work that so many units do at once; nil for full pace on every day.
  ///
  /// On days on which the team has fewer people at all, work goes on with those that are there.
  func pace(of units: Int, _ capacity: StepFunction?) -> Pace? {
    var last = days.count
    if let capacity, capacity.steps.contains(where: { $0.value < units }) || capacity.initial < units {
      last = max(last, (capacity.steps.last?.day ?? 0) + 1)
    }
    if last == 0 { return usual == Pace.full ? nil : Pace(every: usual) }
    return Pace(
      (0...last).map { day in
        let available = day < days.count ? days[day] : usual
        guard let capacity else { return available }
        return available * min(max(capacity[day], 0), units) / units
      })
  }
}

extension TeamFacts {
  /// The people at work on each day, in thousandths; nil where the team says nothing about them.
  ///
  /// Before the first day of a stated capacity there are as many as the members make, and nobody without members.
  func people(_ days: WorkingDays) -> StepFunction? {
    if isDisbanded { return StepFunction(0) }
    guard let capacity, let first = capacity.map({ $0.from ?? .first }).min() else {
      return people(of: members, days)
    }
    let stated = capacity.sorted { ($0.from ?? .first) < ($1.from ?? .first) }.map { entry in
      (day: entry.from.map(days.number(from:)) ?? 0, value: Self.units(entry.people))
    }
    let beginning = days.number(from: first)
    guard beginning > 0 else { return StepFunction(initial: stated.first?.value ?? 0, steps: stated) }
    let before = people(of: members, days)?.steps.filter { $0.day < beginning } ?? []
    return StepFunction(initial: 0, steps: before + stated)
  }

  /// The people that members make; nil without any.
  private func people(of members: [Member], _ days: WorkingDays) -> StepFunction? {
    guard !members.isEmpty else { return nil }
    var changes: [(day: Int, units: Int)] = []
    for member in members {
      let start = member.from.map(days.number(from:)) ?? 0
      let end = member.to.map(days.number(after:)) ?? Int.max
      guard start < end else { continue }
      changes.append((start, Self.units(member.allocation)))
      if end < Int.max { changes.append((end, -Self.units(member.allocation))) }
    }
    var sum = 0
    var steps: [(day: Int, value: Int)] = []
    for change in changes.sorted(by: { $0.day < $1.day }) {
      sum += change.units
      steps.append((change.day, sum))
    }
    return StepFunction(initial: 0, steps: steps)
  }

  private static func units(_ people: Double) -> Int {
    people.isFinite ? Int((min(max(people, 0), 10_000) * 1000).rounded()) : 0
  }
}
