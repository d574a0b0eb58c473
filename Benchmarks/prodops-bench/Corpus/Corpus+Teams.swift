import CivilDates

extension Corpus {
  private static let builderRoles = [
    "product manager", "engineering lead", "engineer", "engineer", "engineer", "designer", "data analyst",
    "researcher",
  ]
  private static let otherRoles = ["team lead", "specialist", "specialist", "writer", "coordinator"]
  private static let crews: [(id: String, name: String, function: String)] = [
    ("core", "core", "product"), ("web", "web", "engineering"), ("apps", "apps", "engineering"),
    ("data", "data", "data"), ("journeys", "journeys", "design"), ("marketing", "marketing", "marketing"),
    ("sales", "sales", "sales"), ("support", "support", "support"),
  ]

  mutating func addTeams(_ product: inout Product) {
    for (index, crew) in Self.crews.enumerated() {
      let count = index < 5 ? Self.builderRoles.count : Self.otherRoles.count
      let members = (people..<people + count).map { Words.person($0).handle }
      product.teams.append(
        .init(
          id: "\(product.id)-\(crew.id)", name: Prose.capital("\(product.name) \(crew.name)"),
          members: members))
      people += count
    }
    for index in product.teams.indices { addTeam(index, &product) }
  }

  private mutating func addTeam(_ index: Int, _ product: inout Product) {
    let team = product.teams[index]
    let roles = index < 5 ? Self.builderRoles : Self.otherRoles
    let base = people - product.teams[index...].reduce(0) { $0 + $1.members.count }
    let sharesAnalyst = index < 2
    var members: [Item] = []
    for (number, role) in roles.enumerated() {
      var member: [Item.Member] = [.init("id", .string(team.members[number]))]
      if random.chance(60) { member.append(.init("name", .string(Words.person(base + number).name))) }
      member.append(.init("role", .string(role)))
      if index == 0, role == "data analyst" {
        member.append(.init("allocation", .decimal(5, places: 1)))
      } else if random.chance(40) {
        member.append(.init("allocation", .decimal(random.pick(12...20) * 5, places: 2)))
      }
      if random.chance(25) {
        member.append(.init("from", .string("202\(random.pick(2...4))-0\(random.pick(1...9))-01")))
      }
      members.append(.object(member))
    }
    if sharesAnalyst, index == 1 {
      members.append(
        [
          "id": .string(product.teams[0].members[6]), "role": "data analyst",
          "allocation": .decimal(4, places: 1),
        ])
    }
    var fields: [Item.Member] = [
      .init("status", "active"), .init("function", .string(Self.crews[index].function)),
      .init("lead", .string(team.lead)), .init("members", .array(members)),
    ]
    if let parent = index > 0 ? product.teams[0].id : products.first?.teams[0].id {
      fields.append(.init("parent", .string(parent)))
    }
    if index < 5 { fields.append(.init("wipLimit", .integer(random.pick(4...6)))) }
    if random.chance(30) { fields.append(.init("timeOff", timeOff())) }
    if random.chance(15) {
      let since = Self.today.advanced(by: -random.pick(5...60))
      fields.append(.init("vacancies", [["role": .string(roles[roles.count - 1]), "since": since.item]]))
    }
    let informs = (1...4).map { product.teams[(index + $0) % product.teams.count].id }
    fields.append(.init("informs", .strings(informs)))
    fields.append(.init("channel", .string("#\(team.id)")))
    product.load[team.members[0], default: 0] += 1
    add("team", team.id, team.name, owner: team.lead, about: product, fields)
  }

  private mutating func timeOff() -> Item {
    let from = workday(Self.today, 20...200)
    let to = from.advanced(by: random.pick(1...9))
    return [["from": from.item, "to": to.item, "people": .integer(random.pick(1...2)), "title": "Holidays"]]
  }
}
