import CivilDates

extension Corpus {
  private static let shapes: [(category: String, noun: String, capabilities: [String])] = [
    ("Product analytics", "Insights", ["funnels", "event capture", "retention curves"]),
    ("Survey tool", "Voices", ["surveys", "panels", "interview notes"]),
    ("Feature flags", "Switch", ["feature flags", "experiments"]),
    ("Design", "Canvas", ["wireframes", "prototypes"]),
    ("Documentation", "Pages", ["documents", "templates", "meeting notes"]),
    ("Research repository", "Shelf", ["research archive", "tagging of quotes"]),
    ("Product analytics", "Counter", ["funnels", "event capture"]),
  ]
  /// The tools of studies, and the one that all others send their counts to.
  private static let holdsPersonalData: Set = [0, 1, 4, 5]
  private static let brands = [
    "Nor", "Vel", "Tam", "Kir", "Sol", "Bram", "Lum", "Fen", "Quil", "Os", "Mar", "Zet", "Hal", "Pin", "Dov",
    "Gal",
  ]
  private static let endings = [
    "vik", "ora", "ida", "ent", "ax", "ello", "ium", "ate", "una", "ero", "is", "yx",
  ]

  mutating func addTools(_ product: inout Product) {
    let lesser = random.pick(["internal", "internal", "confidential", "personal"])
    let brand = product.index % Self.brands.count
    for (index, shape) in Self.shapes.enumerated() {
      let ending = (product.index / Self.brands.count + index) % Self.endings.count
      let name = Self.brands[brand] + Self.endings[ending]
      product.tools.append("\(Words.slug(name))-\(Words.slug(shape.noun))-\(product.id)")
    }
    product.processes = Self.processIDs(product)
    for index in Self.shapes.indices {
      addTool(index, &product, Self.holdsPersonalData.contains(index) ? "personal" : lesser)
    }
  }

  private mutating func addTool(_ index: Int, _ product: inout Product, _ classification: String) {
    let shape = Self.shapes[index]
    let id = product.tools[index]
    let isTrial = index == 5
    let isLeaving = index == 6
    let isRetired = isLeaving && product.index % 2 == 0
    let brand = Prose.capital(String(id.prefix { $0 != "-" }))
    let title = "\(brand) \(shape.noun) for \(product.name)"
    let status = isTrial ? "trial" : isRetired ? "retired" : isLeaving ? "deprecated" : "adopted"
    var fields: [Item.Member] = [
      .init("category", .string(shape.category)), .init("status", .string(status)),
      .init("vendor", .string("\(brand) \(random.pick(["Ltd", "GmbH", "Lda", "S.A.", "AB"]))")),
      .init("capabilities", .strings(shape.capabilities)),
    ]
    if !isRetired {
      let teams =
        isTrial ? [product.teams[4].id] : isLeaving ? [product.teams[3].id] : product.teams.map(\.id)
      fields.append(.init("teams", .strings(teams)))
      fields += money(index, isTrial: isTrial, isLeaving: isLeaving)
    }
    fields.append(.init("data", data(classification)))
    fields.append(.init("access", access(product)))
    fields.append(.init("vetting", vetting(product)))
    if isTrial { fields.append(.init("evaluation", evaluation())) }
    if index > 0, !isRetired {
      fields.append(
        .init(
          "integrations",
          [["tool": .string(product.tools[0]), "direction": "out", "data": "counts per day"]]))
    }
    if isLeaving {
      fields.append(.init("replacedBy", .string(product.tools[0])))
      let off = isRetired ? day(2025, 11, 28) : day(2026, 6, 30)
      fields.append(
        .init(
          "retirement",
          ["announced": "2025-09-01", "off": off.item, "migration": .string(product.processes[7])]))
    } else {
      fields.append(.init("training", .strings([product.processes[6]])))
    }
    if !isLeaving {
      fields.append(.init("review", .string(random.pick(["2026-Q2", "2026-Q3", "2026-09-30"]))))
    }
    let owner = owner(&product, among: product.teams.flatMap(\.members))
    add("tool", id, title, owner: owner, about: product, fields)
  }

  private mutating func money(_ index: Int, isTrial: Bool, isLeaving: Bool) -> [Item.Member] {
    let model = isLeaving || index == 2 ? "flat" : random.pick(["seat", "seat", "flat"])
    let amount = model == "seat" ? random.pick(900...9900) : random.pick(9000...250_000)
    var fields: [Item.Member] = [
      .init(
        "cost",
        [
          "amount": .decimal(amount, places: 2),
          "currency": .string(random.pick(["EUR", "EUR", "USD", "GBP"])),
          "per": .string(random.pick(["month", "quarter", "year"])), "model": .string(model),
        ])
    ]
    let purchased = random.pick(50...180)
    fields.append(
      .init(
        "seats",
        [
          "purchased": .integer(purchased), "active": .integer(purchased * random.pick(90...99) / 100),
          "asOf": Self.today.advanced(by: -random.pick(3...40)).item,
        ]))
    guard !isTrial else { return fields }
    let renews = day(2026, 9, 1).advanced(by: random.below(180))
    var contract: [Item.Member] = [
      .init("start", renews.advanced(by: -730).item), .init("renews", renews.item),
      .init("noticeDays", .integer(random.pick([30, 60, 90]))),
      .init("autoRenew", .bool(!isLeaving && random.chance(50))),
    ]
    if isLeaving { contract.append(.init("decision", "Let it end; the replacement covers everything")) }
    fields.append(.init("contract", .object(contract)))
    return fields
  }

  private mutating func data(_ classification: String) -> Item {
    [
      "classification": .string(classification), "customerData": .bool(classification == "personal"),
      "regions": .strings(random.chance(70) ? ["EU"] : ["EU", "UK"]),
    ]
  }

  private mutating func access(_ product: Product) -> Item {
    let people = product.teams.map { "@\($0.members[1])" }
    return ["sso": true, "provisioners": .strings(random.sample(random.pick(2...3), of: people))]
  }

  private mutating func vetting(_ product: Product) -> Item {
    .array(
      ["security", "privacy", "legal"].map { topic in
        let on = workday(day(2025, 2, 3), 0...270)
        return [
          "topic": .string(topic), "status": "passed", "on": on.item,
          "by": .string(someone(of: product.teams[0])), "until": on.advanced(by: 730).item,
        ]
      })
  }

  private mutating func evaluation() -> Item {
    [
      "criteria": [
        ["title": "Finds what was learned before", "weight": 3],
        ["title": "Exports everything", "weight": 2],
        ["title": "Ready in a day", "weight": .integer(random.pick(1...2))],
      ],
      "decideBy": .string(random.pick(["2026-03-31", "2026-Q2", "2026-04"])),
    ]
  }
}
