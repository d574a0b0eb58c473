import CivilDates
import Planning
import Scheduling

/// Plans of all shapes, the same for the same numbers: teams that change, time off, limits, work of several teams, pins.
enum RandomPlan {
  static func facts(_ random: inout SplitMix64, from monday: Day) -> PlanFacts {
    let names = (0..<random.pick(1...4)).map { "team-\($0)" }
    var teams: [String: TeamFacts] = [:]
    for name in names {
      var team = TeamFacts(id: name, capacity: [(nil, Double(random.pick(2...6)))])
      if random.chance(40) {
        team.capacity?.append((monday.advanced(by: random.below(150)), Double(random.pick(1...6))))
      }
      if random.chance(30) { team.wipLimit = random.pick(1...3) }
      if random.chance(40) {
        let from = monday.advanced(by: random.below(120))
        team.timeOff = [
          TeamFacts.TimeOff(from: from, to: from.advanced(by: random.pick(1...20)), people: 1)
        ]
      }
      teams[name] = team
    }
    let initiatives = (0..<random.pick(2...14)).map { number in
      var chosen = names
      let work = (0..<random.pick(1...names.count)).map { _ in
        InitiativeFacts.Work(
          team: chosen.remove(at: random.below(chosen.count)),
          effort: Effort(Double(random.pick(1...30)) / 4), people: Double(random.pick(1...3)))
      }
      var dependencies: [InitiativeFacts.Dependency] = []
      for _ in 0..<random.below(3) where number > 0 {
        let bonds: [InitiativeFacts.Dependency.Bond] = [
          .finishStart, .finishStart, .startStart, .finishFinish,
        ]
        dependencies.append(
          InitiativeFacts.Dependency(
            on: "i-\(random.below(number))", bond: bonds[random.below(4)],
            lag: random.chance(30) ? random.pick(1...8) : 0))
      }
      var initiative = InitiativeFacts(
        id: "i-\(number)", work: work, dependencies: dependencies,
        rank: random.chance(60) ? random.pick(1...9) : nil)
      if random.chance(10) { initiative.start = When(monday.advanced(by: random.pick(1...60))) }
      if random.chance(10) { initiative.notBefore = When(monday.advanced(by: random.pick(1...60))) }
      return initiative
    }
    var facts = PlanFacts(initiatives: initiatives, teams: teams)
    facts.settings.calendar = WorkCalendar(holidays: [monday.advanced(by: 1), monday.advanced(by: 30)])
    facts.settings.freezes = [
      PlanSettings.Freeze(from: monday.advanced(by: 40), to: monday.advanced(by: 50))
    ]
    return facts
  }
}
