import CivilDates

extension Corpus {
  mutating func addInitiatives(_ product: inout Product) {
    let ranked: [Product.Initiative.Phase] = [.ready, .inProgress, .committed, .candidate, .idea]
    var ranks: [Int: Int] = [:]
    for phase in ranked {
      for number in product.initiatives(phase) {
        ranks[number] = nextRank
        nextRank += 1
      }
    }
    for number in product.initiatives.indices { addInitiative(number, rank: ranks[number], product) }
  }

  private mutating func addInitiative(_ number: Int, rank: Int?, _ product: Product) {
    let initiative = product.initiatives[number]
    let team = product.teams[initiative.team]
    let phase = initiative.phase
    let slot = product.initiatives(phase).firstIndex(of: number) ?? 0
    var fields: [Item.Member] = [
      .init("status", .string(status(phase))), .init("team", .string(team.id)),
      .init("plan", .string(plan(phase, slot, product).id)),
    ]
    if random.chance(40) || phase == .idea || phase == .candidate {
      fields.append(
        .init("problem", .string(Prose.text(random.pick(60...220), about: product.name, &random))))
    }
    if phase != .idea {
      let objectives = plan(phase, slot, product).objectives
      fields.append(.init("objectives", .strings([objectives[slot % objectives.count]])))
    }
    let evidence = evidence(phase, slot, product)
    if !evidence.isEmpty { fields.append(.init("evidence", .strings(evidence))) }
    if phase.hasWork || (phase == .candidate && random.chance(50)) {
      fields += work(initiative, team, product)
    }
    fields += relations(initiative, slot, product)
    if let rank { fields.append(.init("rank", .integer(rank))) }
    fields += odds(phase)
    fields += dates(initiative, slot)
    if phase == .inProgress || phase == .ready {
      let asOf = Self.today.advanced(by: -random.pick(1...6))
      let left: Item = phase == .ready ? .decimal(5, places: 1) : .integer(random.pick(1...4))
      fields.append(.init("progress", ["remaining": left, "asOf": asOf.item]))
    }
    if random.chance(phase == .idea ? 10 : 25) { fields.append(.init("risks", risks(product))) }
    if phase.hasWork || phase == .launched { fields.append(.init("stakeholders", stakeholders(product))) }
    if phase == .cancelled || phase == .paused || (phase.hasWork && random.chance(30)) {
      fields.append(.init("decisions", decisions(phase, team)))
    }
    add("initiative", initiative.id, initiative.title, owner: initiative.owner, about: product, fields)
  }

  private func status(_ phase: Product.Initiative.Phase) -> String {
    switch phase {
    case .launched: "launched"
    case .ready, .inProgress: "in-progress"
    case .committed: "committed"
    case .candidate: "candidate"
    case .idea: "idea"
    case .paused: "paused"
    case .cancelled: "cancelled"
    }
  }

  private func plan(_ phase: Product.Initiative.Phase, _ slot: Int, _ product: Product) -> Product.Plan {
    switch phase {
    case .launched, .cancelled: product.plans[PlanSlot.closed]
    case .ready, .inProgress, .paused: product.plans[PlanSlot.running]
    case .committed: product.plans[slot % 2 == 0 ? PlanSlot.first : PlanSlot.second]
    case .candidate, .idea: product.plans[PlanSlot.draft]
    }
  }

  private mutating func evidence(_ phase: Product.Initiative.Phase, _ slot: Int, _ product: Product)
    -> [String]
  {
    let insights = product.insights.prefix(18).filter { $0.isOld == (phase == .launched) }
    let studies = product.studies.filter { $0.isPublished && $0.isOld == (phase == .launched) }
    let insight = "insight:\(insights[(slot + (phase == .committed ? 8 : 0)) % insights.count].id)"
    let study = "study:\(studies[slot % studies.count].id)"
    switch phase {
    case .launched: return random.chance(30) ? [insight, study] : [insight]
    case .ready, .inProgress, .committed:
      if slot % 4 == 3 { return [insight, "experiment:\(product.experiments[slot % 3].id)"] }
      return random.chance(40) ? [insight, study] : [insight]
    case .candidate, .paused: return random.chance(60) ? [insight] : []
    case .idea, .cancelled: return []
    }
  }

  private mutating func work(
    _ initiative: Product.Initiative, _ team: Product.Team, _ product: Product
  ) -> [Item.Member] {
    let partner = product.teams[(initiative.team + 1) % 5].id
    let likely = random.pick(3...8)
    var work: [Item] = []
    if random.chance(50) {
      let effort: Item = [
        "low": .decimal(likely * 7, places: 1), "likely": .integer(likely),
        "high": .decimal(likely * 17, places: 1),
      ]
      work.append(["team": .string(team.id), "effort": effort, "people": 2])
    } else {
      work.append(["team": .string(team.id), "effort": .integer(likely)])
    }
    guard random.chance(25) else { return [.init("work", .array(work))] }
    work.append(["team": .string(partner), "effort": .integer(random.pick(1...2)), "people": 1])
    return [.init("partners", .strings([partner])), .init("work", .array(work))]
  }

  private mutating func odds(_ phase: Product.Initiative.Phase) -> [Item.Member] {
    var fields: [Item.Member] = []
    if phase != .idea, phase != .cancelled {
      fields.append(.init("confidence", .decimal(random.pick(11...18) * 5, places: 2)))
    }
    if phase == .candidate || (phase == .idea && random.chance(50)) {
      let confidence: Item = .decimal(random.pick(4...9), places: 1)
      let impact: Item = random.pick([.decimal(25, places: 2), .decimal(5, places: 1), 1, 2, 3])
      fields.append(
        .init(
          "rice",
          ["reach": .integer(random.pick(5...900) * 100), "impact": impact, "confidence": confidence]))
    }
    return fields
  }

  private mutating func risks(_ product: Product) -> Item {
    let place = random.pick(Words.places)
    let all: [Item] = [
      [
        "title": "The interface in \(place) is late", "likelihood": .string(random.pick(["low", "medium"])),
        "impact": "high", "mitigation": "Keep the old one until it is there",
      ],
      ["title": "Fewer people take part than hoped", "likelihood": "medium", "impact": "low"],
    ]
    return .array(random.sample(random.pick(1...2), of: all))
  }

  private mutating func stakeholders(_ product: Product) -> Item {
    let others = Array(product.others)
    var items: [Item] = random.sample(random.pick(1...2), of: others).map {
      ["team": .string($0.id), "role": "informed"]
    }
    if random.chance(30) { items.append(["person": .string(random.pick(others).lead), "role": "approver"]) }
    return .array(items)
  }

  private mutating func decisions(_ phase: Product.Initiative.Phase, _ team: Product.Team) -> Item {
    let (what, why) =
      switch phase {
      case .cancelled: ("Stop here", "What we learned does not carry it")
      case .paused: ("Wait until the autumn", "The people are needed elsewhere until then")
      default: ("Begin with the smallest market", "It shows the hard cases first")
      }
    let on = workday(day(2025, 9, 1), 0...70)
    return [["on": on.item, "by": .string(team.lead), "what": .string(what), "why": .string(why)]]
  }
}

extension Product.Initiative.Phase {
  /// Whether people work on it or are about to.
  var hasWork: Bool { self == .ready || self == .inProgress || self == .committed }
}
