import CivilDates

extension Corpus {
  /// The plans of a product: last year's, two for this year, one that has run since last summer, and a draft.
  enum PlanSlot { static let closed = 0, running = 1, first = 2, second = 3, draft = 4 }

  private static let names = ["year 2025", "long year", "main plan 2026", "side plan 2026", "year 2027"]

  mutating func addPlans(_ product: inout Product) {
    for index in Self.names.indices { addPlan(index, &product) }
  }

  private mutating func addPlan(_ index: Int, _ product: inout Product) {
    let id = "\(product.id)-\(Words.slug(Self.names[index]))"
    let metrics = index == PlanSlot.closed ? [1, 2, 4] : [1, 2, 3, 4].rotated(index)
    let by = index == PlanSlot.closed ? "2025-12-31" : index == PlanSlot.draft ? "2027-12-31" : "2026-12-31"
    var objectives: [Item] = []
    var names: [String] = []
    for (number, slot) in metrics.prefix(3).enumerated() {
      let metric = product.metrics[slot]
      let name = ["more-done", "come-back", "worth-it"][number]
      names.append("\(id)/\(name)")
      var members: [Item.Member] = [
        .init("id", .string(name)),
        .init("title", .string("\(["More done", "They come back", "Worth it"][number]) in \(product.name)")),
        .init("metric", .string(metric.id)),
      ]
      if index != PlanSlot.closed { members.append(.init("baseline", .decimal(metric.baseline, places: 4))) }
      let gain = metric.baseline * random.pick(4...12) / 100
      members.append(.init("target", .decimal(metric.baseline + gain, places: 4)))
      members.append(.init("by", .string(by)))
      if random.chance(50) { members.append(.init("weight", .integer(random.pick(1...3)))) }
      objectives.append(.object(members))
    }
    product.plans.append(.init(id: id, objectives: names))
    var fields: [Item.Member] = [
      .init("product", .string(Prose.capital(product.name))), .init("period", period(index)),
      .init("status", index == PlanSlot.closed ? "closed" : index == PlanSlot.draft ? "draft" : "active"),
      .init("narrative", .string(Prose.text(random.pick(100...300), about: product.name, &random))),
      .init("objectives", .array(objectives)),
    ]
    if random.chance(60) {
      let amount: Item = .decimal(random.pick(40_000...900_000) * 100 + 50, places: 2)
      fields.append(.init("budget", ["amount": amount, "currency": "EUR"]))
    }
    let owner = owner(&product, among: product.builders.map { $0.members[0] })
    let approvers = product.others.map(\.lead)
    fields.append(.init("approvers", .strings(random.sample(2, of: approvers))))
    add(
      "plan", id, "\(Prose.capital(product.name)), \(Self.names[index])", owner: owner, about: product, fields
    )
  }

  private func period(_ index: Int) -> Item {
    switch index {
    case PlanSlot.closed: "2025"
    case PlanSlot.running: ["from": "2025-07-01", "to": "2026-12-31"]
    case PlanSlot.first: "2026"
    case PlanSlot.second: ["from": "2026-01-01", "to": "2026-12-31"]
    default: "2027"
    }
  }
}

extension [Int] {
  /// The same numbers, begun at another one.
  fileprivate func rotated(_ by: Int) -> [Int] { indices.map { self[($0 + by) % count] } }
}
