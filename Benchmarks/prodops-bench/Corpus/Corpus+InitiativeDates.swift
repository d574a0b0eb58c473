import CivilDates

extension Corpus {
  mutating func relations(_ initiative: Product.Initiative, _ slot: Int, _ product: Product) -> [Item.Member]
  {
    func id(_ phase: Product.Initiative.Phase, _ slot: Int) -> String {
      let numbers = product.initiatives(phase)
      return product.initiatives[numbers[slot % numbers.count]].id
    }
    var fields: [Item.Member] = []
    switch initiative.phase {
    case .ready, .inProgress, .paused:
      fields.append(.init("dependsOn", .strings([id(.launched, slot)])))
    case .committed: fields.append(.init("dependsOn", dependencies(slot, id)))
    case .candidate: fields.append(.init("dependsOn", .strings([id(.committed, slot)])))
    case .idea where slot % 6 == 1: fields.append(.init("dependsOn", .strings([id(.idea, slot - 1)])))
    case .idea, .launched, .cancelled: break
    }
    if initiative.phase == .idea || random.chance(12) {
      fields.append(.init("related", related(initiative, product)))
    }
    if initiative.phase == .committed, slot == 0 {
      fields.append(.init("replaces", .strings([id(.cancelled, 0)])))
    }
    if initiative.phase == .cancelled, slot == 0 {
      fields.append(.init("supersededBy", .strings([id(.committed, 0)])))
    }
    return fields
  }

  private mutating func dependencies(
    _ slot: Int, _ id: (Product.Initiative.Phase, Int) -> String
  ) -> Item {
    var items: [Item] = [.string(id(.inProgress, slot % 8))]
    if slot % 3 == 1 {
      items = [
        [
          "on": .string(id(.inProgress, slot % 8)), "type": "finish-start",
          "lag": .integer(random.pick(1...5)),
        ]
      ]
    }
    if slot % 4 == 2 { items.append(["on": .string(id(.committed, slot - 1)), "type": "finish-finish"]) }
    if slot % 4 == 3 { items.append(["on": .string(id(.committed, slot - 2)), "type": "start-start"]) }
    return .array(items)
  }

  private mutating func related(_ initiative: Product.Initiative, _ product: Product) -> Item {
    var ids: [String] = []
    while ids.count < 2 {
      let other = random.chance(30) ? products.last ?? product : product
      let id = random.pick(other.initiatives).id
      if id != initiative.id, !ids.contains(id) { ids.append(id) }
    }
    return .strings(ids)
  }

  mutating func dates(_ initiative: Product.Initiative, _ slot: Int) -> [Item.Member] {
    let (start, target) = (initiative.start, initiative.target)
    switch initiative.phase {
    case .candidate: return [.init("target", .string(random.pick(["2027-Q1", "2027-H1", "2027"])))]
    case .idea: return slot % 6 > 1 && random.chance(60) ? [.init("target", "2027")] : []
    case .cancelled: return []
    case .launched, .ready, .inProgress, .committed, .paused:
      var fields: [Item.Member] = [.init("start", start.item)]
      let mayBeVague = target.endOfMonth <= day(2026, 3, 31) || initiative.phase == .committed
      let isVague = mayBeVague && target > Self.today.advanced(by: 30) && random.chance(20)
      fields.append(.init("target", isVague ? .string(target.month) : target.item))
      if random.chance(30) { fields.append(.init("release", "\(random.pick(3...6)).\(random.pick(0...9))")) }
      if initiative.phase != .paused, random.chance(70) || initiative.phase == .ready {
        fields.append(.init("milestones", milestones(initiative)))
      }
      return fields
    }
  }

  private mutating func milestones(_ initiative: Product.Initiative) -> Item {
    let length = initiative.start.days(until: initiative.target)
    let isDone = initiative.phase == .launched || initiative.phase == .ready
    let names = [("prototype", "Prototype in hand"), ("beta", "Beta with a few"), ("all", "For everyone")]
    let chosen = random.chance(50) ? names : Array(names.dropFirst())
    var items: [Item] = []
    for (number, name) in chosen.enumerated() {
      let isLast = number == chosen.count - 1
      var target =
        isLast ? initiative.target : initiative.start.advanced(by: length * (number + 1) / 4).working
      var members: [Item.Member] = [.init("id", .string(name.0)), .init("title", .string(name.1))]
      let reached = isDone || (initiative.phase == .inProgress && number == 0)
      if reached { target = min(target, isLast && isDone ? target : Self.today.advanced(by: -20)) }
      if !reached { target = max(target, min(initiative.target, day(2026, 2, 2).advanced(by: number))) }
      members.append(.init("target", target.item))
      members.append(
        .init(
          "status",
          reached ? "done" : initiative.phase == .inProgress && number == 1 ? "in-progress" : "planned"))
      if reached { members.append(.init("completed", min(target, Self.today.advanced(by: -3)).item)) }
      if random.chance(25) {
        members.append(.init("gate", gate(passed: reached ? target.advanced(by: -4) : nil)))
      }
      items.append(.object(members))
    }
    return .array(items)
  }

  private mutating func gate(passed: Day?) -> Item {
    guard let passed else {
      return random.chance(50)
        ? "Security review passed" : ["criteria": ["Error rate below 0.1 %"], "approver": "engineering lead"]
    }
    let day = min(passed, Self.today.advanced(by: -4))
    return [
      "criteria": ["Error rate below 0.1 %", "No open question of privacy"], "approver": "engineering lead",
      "passed": day.item,
    ]
  }
}
