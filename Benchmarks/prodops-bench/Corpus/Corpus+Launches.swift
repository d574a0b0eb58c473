import CivilDates

extension Corpus {
  private static let launchShapes: [(status: String, phase: Product.Initiative.Phase, slot: Int, tier: Int)] =
    [
      ("done", .launched, 0, 2), ("done", .launched, 1, 3), ("done", .launched, 2, 2),
      ("done", .launched, 3, 2),
      ("done", .launched, 4, 3), ("done", .launched, 5, 2), ("go", .ready, 0, 2), ("go", .ready, 1, 3),
      ("planned", .inProgress, 6, 2), ("planned", .inProgress, 7, 3), ("planned", .committed, 1, 2),
      ("planned", .committed, 3, 2), ("held", .paused, 1, 3), ("cancelled", .cancelled, 4, 3),
    ]

  private static let largeLaunch = 10
  /// In so many products one launch is of tier 1, weeks apart: everybody shares the same attention.
  private static let largeLaunches = 4

  mutating func addLaunches(_ product: inout Product) {
    for index in Self.launchShapes.indices { addLaunch(index, &product) }
  }

  private mutating func addLaunch(_ index: Int, _ product: inout Product) {
    let shape = Self.launchShapes[index]
    let initiative = product.initiatives[product.initiatives(shape.phase)[shape.slot]]
    let isLarge = index == Self.largeLaunch && product.index < Self.largeLaunches
    let tier = isLarge ? 1 : shape.tier
    let date =
      isLarge ? day(2026, 9, 14).advanced(by: product.index * 21) : launchDate(shape.status, initiative)
    let team = product.teams[initiative.team]
    let owner = owner(&product, among: team.members)
    let metric = product.metrics[[1, 2, 4][index % 3]]
    var fields: [Item.Member] = [
      .init("initiative", .string(initiative.id)), .init("date", date.item),
      .init("tier", .integer(tier)),
      .init("status", .string(shape.status)), .init("process", .string(product.processes[0])),
      .init("checklist", checklist(shape.status, date, team)),
      .init("audiences", audiences(shape.status, date, product)),
    ]
    if random.chance(40) {
      fields.append(
        .init("narrative", .string(Prose.text(random.pick(60...200), about: product.name, &random))))
    }
    let approver = product.teams[(initiative.team + 2) % 5].lead
    if shape.status == "go" || shape.status == "done" {
      let on = min(date.advanced(by: -8), Self.today.advanced(by: -2)).item
      fields.append(.init("approvals", [["by": .string(approver), "role": "product manager", "on": on]]))
    } else if tier == 1 {
      fields.append(.init("approvals", [["by": .string(approver), "role": "product manager"]]))
    }
    if index == 3 { fields.append(.init("rollout", .string(product.experiments[3].id))) }
    if index == Self.largeLaunch { fields.append(.init("rollout", .string(product.experiments[18].id))) }
    let gain = metric.baseline * random.pick(3...8) / 100
    fields.append(
      .init(
        "success",
        [
          [
            "metric": .string(metric.id), "target": .decimal(metric.baseline + gain, places: 4),
            "by": "2026-12-31",
          ]
        ]))
    if tier < 3 || random.chance(50) {
      let tested = min(date.advanced(by: -12), Self.today.advanced(by: -2)).item
      fields.append(
        .init(
          "rollback",
          [
            "plan": "Switch the flag off; what was entered meanwhile is kept", "owner": .string(team.lead),
            "tested": tested,
          ]))
    }
    let id = "launch-\(initiative.id)"
    add("launch", String(id.prefix(64)), "Launch: \(initiative.title)", owner: owner, about: product, fields)
  }

  private mutating func launchDate(_ status: String, _ initiative: Product.Initiative) -> Day {
    switch status {
    case "go": day(2026, 2, 9).advanced(by: random.below(3))
    case "done": workday(initiative.target, 1...12)
    case "cancelled": day(2026, 10, 5)
    default: workday(initiative.target.endOfMonth, 1...12)
    }
  }

  private mutating func checklist(_ status: String, _ date: Day, _ team: Product.Team) -> Item {
    .array(
      Self.launchSteps.map { step in
        let due = date.advanced(by: step.due)
        let isDone = status == "done" || due <= Self.today
        var members: [Item.Member] = [
          .init("step", .string(step.id)), .init("status", isDone ? "done" : "open"),
          .init("by", .string(someone(of: team))),
        ]
        if isDone { members.append(.init("on", due.advanced(by: -1).item)) }
        members.append(.init("due", due.item))
        return .object(members)
      })
  }

  private mutating func audiences(_ status: String, _ date: Day, _ product: Product) -> Item {
    .array(
      product.others.map { team in
        let briefing = date.advanced(by: -random.pick(10...20))
        let isPast = briefing <= Self.today
        var members: [Item.Member] = [.init("team", .string(team.id)), .init("briefing", briefing.item)]
        if random.chance(30) { members.append(.init("channel", .string("#\(team.id)"))) }
        members.append(.init("status", isPast ? "acknowledged" : "planned"))
        return .object(members)
      })
  }
}
