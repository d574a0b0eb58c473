import CivilDates

extension Corpus {
  /// Adds a definition with as much text as brings the mean size to its goal.
  mutating func add(
    _ kind: String, _ id: String, _ title: String, owner: String?, about product: Product,
    _ fields: [Item.Member]
  ) {
    var members: [Item.Member] = [
      .init("kind", .string(kind)), .init("id", .string(id)), .init("title", .string(title)),
    ]
    if let owner { members.append(.init("owner", .string(owner))) }
    members += fields
    if random.chance(35) {
      members.append(.init("tags", .strings(random.sample(random.pick(1...3), of: Words.tags))))
    }
    if random.chance(20) {
      members.append(.init("labels", ["tracker": "\(product.id.uppercased())-\(random.pick(100...9999))"]))
    }
    if random.chance(25) { members.append(.init("links", links(id))) }
    if random.chance(8) { members.append(.init("custom", custom())) }
    let drawn = random.pick(1000...1700) + random.below(820)
    let goal = max(700, drawn - excess / 4)
    let room = goal - ItemWriter.file(.object(members)).count - 24
    if room > 40 { addText(room, about: product, to: &members) }
    let bytes = ItemWriter.file(.object(members))
    excess += bytes.count - Self.meanSize
    definitions.append(Definition(kind: kind, id: id, bytes: bytes))
  }

  private mutating func addText(_ room: Int, about product: Product, to members: inout [Item.Member]) {
    let described = room < 160 || random.chance(60)
    var left = room
    if described {
      let text = Prose.text(min(left, random.pick(90...500)), about: product.name, &random)
      left -= text.utf8.count + 20
      members.insert(.init("description", .string(text)), at: members[3].name == "owner" ? 4 : 3)
    }
    if left > 60 {
      members.append(.init("notes", .string(Prose.text(left, about: product.name, &random))))
    }
  }

  private mutating func links(_ id: String) -> Item {
    let all: [Item] = [
      ["title": "Design draft", "url": "https://example.com/design/\(id)"],
      ["title": "Discussion", "url": "https://example.com/talk/\(id)?view=all#latest"],
      ["title": "Board", "url": "https://example.com/boards/\(id)"],
    ]
    return .array(random.sample(random.pick(1...2), of: all))
  }

  private mutating func custom() -> Item {
    [
      "review": ["rounds": .integer(random.pick(1...4)), "remote": .bool(random.chance(50))],
      "regions": .strings(random.sample(2, of: ["Açores", "Île-de-France", "Køge", "North", "South"])),
    ]
  }

  /// The one of `handles` who owns least.
  func owner(_ product: inout Product, among handles: [String]) -> String {
    let best = handles.min { product.load[$0, default: 0] < product.load[$1, default: 0] } ?? ""
    product.load[best, default: 0] += 1
    return "@\(best)"
  }

  /// Someone of `team`, other than `except`.
  mutating func someone(of team: Product.Team, except: String...) -> String {
    let others = team.members.map { "@\($0)" }.filter { !except.contains($0) }
    return random.pick(others)
  }

  /// A working day in the given range of days after `from`.
  mutating func workday(_ from: Day, _ range: ClosedRange<Int>) -> Day {
    from.advanced(by: random.pick(range)).working
  }
}
