import CivilDates

extension Corpus {
  private static let phases: [(phase: Product.Initiative.Phase, count: Int)] = [
    (.launched, 14), (.ready, 2), (.inProgress, 8), (.committed, 10), (.candidate, 16), (.paused, 3),
    (.cancelled, 5), (.idea, 18),
  ]

  /// Decides what a product's initiatives are before others refer to them.
  mutating func planInitiatives(_ product: inout Product, spareIdeas: Int) {
    var taken: Set<String> = []
    for (phase, count) in Self.phases {
      for number in 0..<count + (phase == .idea ? spareIdeas : 0) {
        var verb = ""
        var object = ""
        repeat {
          verb = random.pick(Words.verbs)
          object = random.pick(Words.objects)
        } while !taken.insert(verb + object).inserted
        let team = (number + 2 * phase.rawValue) % 5
        let (start, target) = window(phase, number)
        let owner = owner(&product, among: product.teams[team].members)
        product.initiatives.append(
          .init(
            id: "\(Words.slug(verb))-\(Words.slug(object))-\(product.id)",
            title: "\(verb) \(object) in \(product.name)", phase: phase, team: team, start: start,
            target: target, owner: owner))
      }
    }
  }

  /// When an initiative starts and is due; within a phase later ones neither start nor end earlier.
  private mutating func window(_ phase: Product.Initiative.Phase, _ number: Int) -> (Day, Day) {
    switch phase {
    case .launched:
      (workday(day(2025, 3, 3), number * 4...number * 4 + 3), workday(day(2025, 9, 15), 0...45))
    case .ready: (workday(day(2025, 9, 8), 0...20), day(2026, 1, 26 + number))
    case .inProgress:
      (
        workday(day(2025, 9, 8), number * 6...number * 6 + 5),
        workday(day(2026, 2, 23), number * 7...number * 7 + 4)
      )
    case .committed:
      (
        workday(day(2026, 5, 11), number * 4...number * 4 + 1),
        workday(day(2026, 8, 3), number * 7...number * 7 + 4)
      )
    case .paused: (workday(day(2025, 7, 7), 0...30), day(2026, 9, 30))
    case .candidate: (day(2026, 11, 2), day(2027, 3, 31))
    case .idea, .cancelled: (day(2026, 11, 2), day(2027, 12, 31))
    }
  }
}

extension Product {
  /// The numbers of the initiatives in a phase.
  func initiatives(_ phase: Initiative.Phase) -> [Int] {
    initiatives.indices.filter { initiatives[$0].phase == phase }
  }
}
