internal import CivilDates
internal import Planning

extension GanttPlan {
  /// The chart of a schedule, with what a forecast says by initiative, and with where things stood in `before`.
  init(_ plan: PlanSchedule, forecast: [String: ForecastMarks] = [:], before: PlanSchedule? = nil) {
    var dated: [(row: GanttRow, position: Int)] = []
    let chain = Self.chain(of: plan)
    for position in plan.model.items.indices {
      guard var row = Self.row(plan, position) else { continue }
      row.isOnChain = chain.members.contains(row.id)
      if let marks = forecast[row.id] {
        row.p50 = marks.p50
        row.p80 = marks.p80
        row.p95 = marks.p95
        row.probability = marks.probability
        row.isCritical = marks.isCritical
      }
      if let old = before?.model.position(of: row.id), let dates = before?.dates(of: old) {
        row.before = (dates.start, dates.ships)
      }
      dated.append((row, position))
    }
    let rows = dated.sorted { left, right in
      let (a, b) = (left.row, right.row)
      if a.group != b.group { return b.group.isEmpty || (!a.group.isEmpty && a.group < b.group) }
      if a.team != b.team { return a.team < b.team }
      return (a.start, a.ships, a.id) < (b.start, b.ships, b.id)
    }
    let settings = plan.model.facts.settings
    self.init(
      asOf: plan.model.asOf, calendar: settings.calendar, rows: rows.map(\.row),
      freezes: settings.freezes.map {
        Stretch(from: $0.from, to: $0.to, title: $0.title, teams: Set($0.teams))
      },
      timeOff: plan.model.facts.teams.sorted { $0.key < $1.key }.flatMap { id, team in
        team.timeOff.map { Stretch(from: $0.from, to: $0.to, title: $0.title ?? "away", teams: [id]) }
      }, chainEnd: rows.first { $0.position == chain.end }?.row)
  }

  /// The initiatives of the chain of causes to the end that is most late, or else to the last end.
  private static func chain(of plan: PlanSchedule) -> (end: Int?, members: Set<String>) {
    var end: (position: Int, late: Int, ships: Day)?
    for position in plan.model.items.indices {
      guard let dates = plan.dates(of: position) else { continue }
      let late = max(dates.late ?? 0, 0)
      if let end, (end.late, end.ships) >= (late, dates.ships) { continue }
      end = (position, late, dates.ships)
    }
    guard let end else { return (nil, []) }
    var members: Set<String> = [plan.model.items[end.position].facts.id]
    for link in plan.chain(to: end.position) { members.insert(link.content.initiative) }
    return (end.position, members)
  }

  private static func row(_ plan: PlanSchedule, _ position: Int) -> GanttRow? {
    guard let dates = plan.dates(of: position) else { return nil }
    let item = plan.model.items[position]
    let facts = item.facts
    let team = facts.team ?? item.shares.first?.team ?? ""
    let isRunning = facts.stage == .running
    return GanttRow(
      id: facts.id, title: facts.title.unicodeScalars.allSatisfy { $0 == " " } ? facts.id : facts.title,
      group: plan.model.facts.teams[team]?.title ?? team, team: team,
      stage: isRunning ? .running : facts.stage == .tentative ? .tentative : .ready,
      bars: plan.shareDates(of: position).map { GanttRow.Bar(start: $0.start, end: $0.end) },
      start: dates.start, end: dates.end, ships: dates.ships,
      begun: isRunning ? facts.start.map(\.first).flatMap { $0 < plan.model.asOf ? $0 : nil } : nil,
      target: item.due?.last, late: dates.late,
      links: facts.dependencies.map { GanttRow.Link(on: $0.on, bond: $0.bond) })
  }
}
