import CivilDates

extension Corpus {
  /// The steps of every launch checklist: name, offset in days from the launch, and who answers for it.
  static let launchSteps: [(id: String, title: String, due: Int, role: String)] = [
    ("name-audiences", "Name the audiences", -42, "product manager"),
    ("write-help", "Write the help pages", -28, "designer"),
    ("load-test", "Test under load", -21, "engineering lead"),
    ("brief-support", "Brief those who answer", -14, "product manager"),
    ("final-check", "Check together", -3, "engineering lead"),
  ]

  private static let shapes: [(name: String, type: String, status: String)] = [
    ("launch checklist", "checklist", "adopted"), ("discovery playbook", "playbook", "adopted"),
    ("interview guide", "template", "adopted"), ("weekly review", "meeting", "adopted"),
    ("incident follow-up", "playbook", "adopted"), ("estimation rounds", "playbook", "draft"),
    ("tool introduction", "training", "adopted"), ("moving data over", "playbook", "adopted"),
  ]

  static func processIDs(_ product: Product) -> [String] {
    shapes.map { "\(Words.slug($0.name))-\(product.id)" }
  }

  mutating func addProcesses(_ product: inout Product) {
    for index in Self.shapes.indices { addProcess(index, &product) }
  }

  private mutating func addProcess(_ index: Int, _ product: inout Product) {
    let shape = Self.shapes[index]
    let teams = product.builders.map(\.id)
    var fields: [Item.Member] = [
      .init("type", .string(shape.type)), .init("status", .string(shape.status)),
      .init("purpose", .string(purpose(shape.name, product))),
    ]
    if shape.type == "meeting" {
      fields.append(.init("cadence", "weekly"))
    } else {
      fields.append(.init("trigger", .string("The \(shape.name) of \(product.name) is due")))
    }
    fields.append(.init("teams", .strings(teams)))
    fields.append(.init("steps", steps(index, product)))
    fields.append(.init("adoption", adoption(shape.status, teams, shape.name)))
    if random.chance(30) { fields.append(.init("feedback", feedback(product))) }
    fields.append(
      .init("version", random.chance(50) ? .integer(random.pick(1...9)) : "2.\(random.pick(0...9))"))
    if random.chance(40) { fields.append(.init("review", .string(random.pick(["2026-Q3", "2026-11"])))) }
    let owner = owner(&product, among: product.others.flatMap(\.members))
    let title = "\(Prose.capital(shape.name)), \(product.name)"
    add("process", product.processes[index], title, owner: owner, about: product, fields)
  }

  private mutating func purpose(_ name: String, _ product: Product) -> String {
    "Keeps the \(name) of \(product.name) the same in \(random.pick(Words.places)) and elsewhere."
  }

  private mutating func steps(_ index: Int, _ product: Product) -> Item {
    index == 0 ? .array(Self.launchSteps.indices.map { launchStep($0, product) }) : otherSteps(index, product)
  }

  private mutating func launchStep(_ index: Int, _ product: Product) -> Item {
    let step = Self.launchSteps[index]
    var members: [Item.Member] = [
      .init("id", .string(step.id)), .init("title", .string(step.title)),
      .init("accountable", .string(step.role)), .init("due", .string("T\(step.due)")),
    ]
    if index > 0 { members.append(.init("after", .strings([Self.launchSteps[index - 1].id]))) }
    if index == 1 { members.append(.init("tools", .strings([product.tools[4]]))) }
    if index == 4 {
      members.append(
        .init(
          "gate", ["criteria": ["Help pages are public", "Load test passed"], "approver": "product manager"]))
    }
    return .object(members)
  }

  private mutating func otherSteps(_ index: Int, _ product: Product) -> Item {
    let verbs = ["Prepare", "Agree on", "Carry out", "Check", "Write up"]
    let roles = ["product manager", "engineering lead", "designer", "data analyst", "researcher"]
    let object = random.pick(Words.objects)
    let count = random.pick(2...4)
    return .array(
      (0..<count).map { number in
        let id = "\(Words.slug(verbs[number]))-\(Words.slug(object))"
        var members: [Item.Member] = [
          .init("id", .string(id)), .init("title", .string("\(verbs[number]) \(object)")),
          .init("accountable", .string(roles[(index + number) % roles.count])),
        ]
        if random.chance(40) { members.append(.init("responsible", ["engineer"])) }
        if random.chance(25) { members.append(.init("informed", ["researcher"])) }
        if number > 0 {
          let before = "\(Words.slug(verbs[number - 1]))-\(Words.slug(object))"
          members.append(.init("after", .strings([before])))
          members.append(.init("inputs", .strings(["notes on \(object), round \(number)"])))
        }
        if number == 0 { members.append(.init("tools", .strings([product.tools[(index + 3) % 5]]))) }
        if number == 0, index == 1 { members.append(.init("template", .string(product.processes[2]))) }
        if number < count - 1 {
          members.append(.init("outputs", .strings(["notes on \(object), round \(number + 1)"])))
        }
        if index == 3 { members.append(.init("agenda", .strings(["What moved", "What is stuck"]))) }
        if random.chance(20) {
          members.append(.init("checklist", .strings(["Dates are set", "Everyone has read the draft"])))
        }
        return .object(members)
      })
  }

  private mutating func adoption(_ status: String, _ teams: [String], _ name: String) -> Item {
    .array(
      random.sample(status == "adopted" ? random.pick(2...4) : 1, of: teams).map { team in
        guard status == "adopted" else { return ["team": .string(team), "state": "not-started"] }
        let isNew = random.chance(20)
        let since = isNew ? workday(Self.today, -50 ... -10) : workday(day(2025, 1, 6), 0...240)
        var members: [Item.Member] = [
          .init("team", .string(team)), .init("state", isNew ? "adopting" : "adopted"),
          .init("since", since.item),
        ]
        if !isNew { members.append(.init("evidence", "Minutes of the last \(name) are linked")) }
        return .object(members)
      })
  }

  private mutating func feedback(_ product: Product) -> Item {
    let on = workday(day(2025, 9, 1), 0...60)
    return [
      [
        "on": on.item, "by": .string(someone(of: product.teams[1])),
        "text": .string(Prose.sentence(about: product.name, &random)), "status": "resolved",
        "resolution": .string(Prose.sentence(about: product.name, &random)),
      ]
    ]
  }
}
