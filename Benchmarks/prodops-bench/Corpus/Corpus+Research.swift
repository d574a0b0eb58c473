import CivilDates

extension Corpus {
  private static let studyShapes: [(status: String, method: String, isOld: Bool)] = [
    ("published", "interview", true), ("published", "usability", true), ("published", "survey", true),
    ("published", "interview", false), ("published", "usability", false), ("published", "diary", false),
    ("published", "shadowing", false), ("analysing", "interview", false), ("analysing", "survey", false),
    ("fielding", "survey", false), ("fielding", "field", false), ("fielding", "interview", false),
    ("recruiting", "usability", false), ("recruiting", "card-sort", false), ("planned", "interview", false),
    ("planned", "shadowing", false), ("planned", "survey", false), ("cancelled", "diary", false),
  ]

  mutating func addStudies(_ product: inout Product) {
    for index in Self.studyShapes.indices { addStudy(index, &product) }
  }

  private mutating func addStudy(_ index: Int, _ product: inout Product) {
    let shape = Self.studyShapes[index]
    let object = Words.objects[(product.index * 7 + index * 3) % Words.objects.count]
    let id = "\(shape.method)-\(index + 1)-\(product.id)"
    let goal = shape.method == "survey" ? random.pick(400...900) : random.pick(12...20)
    let (start, end) = studyWindow(shape.status, isOld: shape.isOld)
    let team = index % 5
    var fields: [Item.Member] = [
      .init("method", .string(shape.method)), .init("status", .string(shape.status)),
      .init("questions", questions(object, product)), .init("team", .string(product.teams[team].id)),
      .init("initiatives", .strings(studied(shape.status, index, isOld: shape.isOld, product))),
      .init("participants", participants(shape.status, goal, index, product)),
      .init("start", start.item), .init("end", end.item),
      .init(
        "consent",
        [
          "form": "Form C, version \(random.pick(2...4))",
          "location": "Locked folder of \(product.teams[team].id)",
          "retainUntil": .string(random.pick(["2027-06-30", "2027-12-31", "2028-01-31"])),
        ]),
      .init("tools", .strings([product.tools[1], product.tools[4]])),
    ]
    if shape.status == "published" || shape.status == "analysing" || random.chance(40) {
      fields.append(.init("limitations", .string("Only people in \(random.pick(Words.places)) took part.")))
    }
    product.studies.append(
      .init(id: id, isPublished: shape.status == "published", isOld: shape.isOld, completed: goal))
    let owner = owner(&product, among: product.teams[team].members)
    let title = "\(Prose.capital(shape.method)) on \(object), \(product.name), round \(index + 1)"
    add("study", id, title, owner: owner, about: product, fields)
  }

  private mutating func studyWindow(_ status: String, isOld: Bool) -> (Day, Day) {
    switch status {
    case "published" where isOld: (workday(day(2024, 9, 2), 0...20), workday(day(2024, 11, 4), 0...30))
    case "published": (workday(day(2025, 5, 5), 0...20), workday(day(2025, 7, 1), 0...25))
    case "analysing": (workday(day(2025, 11, 3), 0...10), day(2026, 1, 30))
    case "fielding": (workday(day(2025, 12, 8), 0...10), workday(day(2026, 2, 9), 0...20))
    case "cancelled": (day(2025, 10, 6), day(2025, 11, 7))
    default: (workday(day(2026, 2, 2), 0...20), workday(day(2026, 3, 16), 0...30))
    }
  }

  private func studied(_ status: String, _ index: Int, isOld: Bool, _ product: Product) -> [String] {
    let phase: Product.Initiative.Phase =
      status == "published" ? isOld ? .launched : index == 3 ? .inProgress : .committed : .candidate
    let numbers = product.initiatives(phase)
    return [index, index + 3].map { product.initiatives[numbers[$0 % numbers.count]].id }
  }

  private mutating func questions(_ object: String, _ product: Product) -> Item {
    let all = [
      "What do people in \(product.name) expect of \(object)?",
      "Where do \(random.pick(Words.who)) stop when they meet \(object) in \(product.name), and what do they do then?",
      "Which words do people in \(random.pick(Words.places)) use for \(object) of \(product.name)?",
      "When did \(object) last go wrong in \(product.name), and who noticed?",
    ]
    return .strings(random.sample(random.pick(2...3), of: all))
  }

  private func participants(_ status: String, _ goal: Int, _ index: Int, _ product: Product) -> Item {
    var members: [Item.Member] = [
      .init("segment", .string("Panel \(index + 1) of \(product.name)")), .init("target", .integer(goal)),
    ]
    switch status {
    case "published", "analysing":
      members += [.init("recruited", .integer(goal + 3)), .init("completed", .integer(goal))]
    case "fielding": members += [.init("recruited", .integer(goal)), .init("completed", .integer(goal / 2))]
    case "recruiting": members.append(.init("recruited", .integer(goal / 3)))
    default: break
    }
    return [.object(members)]
  }

  private static let insightShapes: [(status: String, isOld: Bool, count: Int)] = [
    ("addressed", true, 4), ("validated", true, 4), ("validated", false, 10), ("new", false, 6),
    ("contested", false, 2), ("refuted", false, 2),
  ]

  mutating func addInsights(_ product: inout Product) {
    for shape in Self.insightShapes {
      for _ in 0..<shape.count { addInsight(shape.status, isOld: shape.isOld, &product) }
    }
  }

  private mutating func addInsight(_ status: String, isOld: Bool, _ product: inout Product) {
    let number = product.insights.count
    let object = Words.objects[(product.index * 11 + number) % Words.objects.count]
    let id = "\(Words.slug(object))-\(number + 1)-\(product.id)"
    let who = random.pick(Words.who)
    let studies = product.studies.filter { $0.isPublished && $0.isOld == isOld }
    let study = studies[number % studies.count]
    let other = studies[(number + 1) % studies.count]
    let observed = isOld ? workday(day(2025, 1, 6), 0...30) : workday(day(2025, 8, 11), 0...18)
    let stance = status == "refuted" ? "contradicts" : "supports"
    let second = status == "contested" ? "contradicts" : stance
    var evidence: [Item] = [
      [
        "source": "study:\(study.id)", "stance": .string(stance),
        "participants": .integer(study.completed - 2),
      ],
      [
        "source": "study:\(other.id)", "stance": .string(second),
        "participants": .integer(other.completed / 2),
      ],
    ]
    if status == "validated", !isOld, number % 3 == 0 {
      evidence.append(["source": "experiment:\(product.experiments[number % 3].id)", "stance": "supports"])
    }
    if random.chance(25) {
      evidence.append(["source": "metric:\(product.metrics[8].id)", "stance": .string(stance)])
    }
    var fields: [Item.Member] = [
      .init("status", .string(status)),
      .init("statement", .string(statement(who, object, number, product))),
      .init("evidence", .array(evidence)),
      .init("feedback", feedback(product)), .init("observed", observed.item),
      .init(
        "confidence",
        .string(status == "new" || status == "contested" ? "low" : random.pick(["medium", "high"]))),
      .init("theme", .string(random.pick(Words.tags))),
    ]
    if random.chance(50) { fields.append(.init("segment", .string(Prose.capital(who)))) }
    if random.chance(70) {
      fields.append(.init("review", .string(random.pick(["2026-H2", "2026-Q3", "2026-09"]))))
    }
    product.insights.append(.init(id: id, isOld: isOld))
    let owner = owner(&product, among: product.others.flatMap(\.members))
    let title = "\(Prose.capital(who)) and \(object), \(product.name), note \(number + 1)"
    add("insight", id, title, owner: owner, about: product, fields)
  }

  private mutating func statement(_ who: String, _ object: String, _ number: Int, _ product: Product)
    -> String
  {
    let place = random.pick(Words.places)
    switch number % 4 {
    case 0: return "\(Prose.capital(who)) give up on \(object) in \(product.name) once a second page opens."
    case 1: return "In \(place), \(who) look for \(object) in \(product.name) under another name."
    case 2:
      return "\(Prose.capital(who)) trust \(object) in \(product.name) more when they see who made them."
    default: return "\(Prose.capital(who)) come to \(product.name) for \(object) and stay for the answers."
    }
  }

  private mutating func feedback(_ product: Product) -> Item {
    let teams = product.others.map(\.id)
    return .array(
      (0..<random.pick(1...2)).map { number in
        [
          "from": .string(teams[number]),
          "on": workday(day(2025, 9, 15), number * 30...number * 30 + 20).item,
          "text": .string(Prose.sentence(about: product.name, &random)),
          "count": .integer(random.pick(2...30)),
        ]
      })
  }
}
