internal import CivilDates
internal import Scheduling

extension PlanSchedule {
  /// The days of a share on which nothing is done, and those on which less is done than usual, by what is missing.
  func lostDays(of part: Int, _ span: Span) -> (idle: EndReason.LostDays, slow: EndReason.LostDays) {
    var (idle, slow) = (EndReason.LostDays(), EndReason.LostDays())
    let share = model.share(part)
    guard let pace = share.part.pace.map({ model.problem.paces[$0] }) else { return (idle, slow) }
    let usual = min(max(Int((model.facts.settings.focus * 1000).rounded()), 1), Pace.full)
    let demand = share.part.demands.first { model.resources[$0.resource] == .people(team: share.team) }
    let timeOff = model.facts.teams[share.team]?.timeOff ?? []
    for number in span.start..<span.end where pace[number] < usual {
      var lost = pace[number] > 0 ? slow : idle
      lost.days += 1
      let there = demand.map { max(model.problem.resources[$0.resource].capacity[number], 0) } ?? 0
      if let day = model.days[number], there > 0,
        timeOff.contains(where: { $0.from <= day && day <= $0.to && $0.people ?? 1 > 0 })
      {
        lost.away += 1
      }
      if there < demand?.units ?? 0 { lost.short += 1 }
      if pace[number] > 0 { slow = lost } else { idle = lost }
    }
    return (idle, slow)
  }

  /// The stretches of days from one to another in which a share is done, and those in which nobody is there to do it.
  func stretches(of part: Int, from first: Int, to end: Int) -> [(days: Range<Int>, isIdle: Bool)] {
    guard first < end else { return [] }
    guard let pace = model.share(part).part.pace.map({ model.problem.paces[$0] }) else {
      return [(first..<end, false)]
    }
    var stretches: [(days: Range<Int>, isIdle: Bool)] = []
    for number in first..<end {
      let isIdle = pace[number] == 0
      if let last = stretches.last, last.isIdle == isIdle {
        stretches[stretches.count - 1].days = last.days.lowerBound..<(number + 1)
      } else {
        stretches.append((number..<(number + 1), isIdle))
      }
    }
    return stretches
  }
}
