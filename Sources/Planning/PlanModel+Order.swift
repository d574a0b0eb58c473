internal import Scheduling

extension PlanModel {
  /// The order in which everything is placed: as the shares wish for, repaired.
  ///
  /// Without a committed order, which tells starts, what an end waits for is pulled along.
  func order(_ wishes: [Int], in problem: SchedulingProblem) -> PlacementOrder {
    PlacementOrder(wishes, in: problem, pullingEnds: facts.lock == nil)
  }

  /// The committed order, then rank, then latest finish, then id.
  mutating func findOrder() {
    let latest = problem.latestFinishes()
    func key(_ position: Int) -> (Int, Int, String) {
      (items[position].facts.rank ?? .max, latest[position], items[position].facts.id)
    }
    let sorted = items.indices.sorted { key($0) < key($1) }
    for position in items.indices {
      items[position].placedBy =
        items[position].facts.rank.map { .rank($0) } ?? (items[position].due == nil ? .id : .latestFinish)
    }
    guard let lock = facts.lock else {
      wishes = numbers.parts(of: sorted)
      place()
      return
    }
    let order = committed(lock)
    let isLocked = Set(order)
    for part in order { items[numbers.activity(of: part)].placedBy = .lock }
    // What is new comes after the last one in the committed order that is at least as important; a new share of what
    // stands there comes after the last one of its other shares.
    var lastShare: [Int: Int] = [:]
    for (place, part) in order.enumerated() { lastShare[numbers.activity(of: part)] = place }
    var highestFrom = order.map { items[numbers.activity(of: $0)].facts.rank ?? .max }
    for place in highestFrom.indices.dropLast().reversed() {
      highestFrom[place] = min(highestFrom[place], highestFrom[place + 1])
    }
    var after: [Int: [Int]] = [:]
    for position in sorted {
      let new = numbers.parts(of: position).filter { !isLocked.contains($0) }
      guard !new.isEmpty else { continue }
      let rank = items[position].facts.rank ?? .max
      let place = lastShare[position] ?? (highestFrom.partitioningIndex { $0 > rank } - 1)
      after[place, default: []] += new
      let id = items[position].facts.id
      if lastShare[position] == nil {
        remarks.append(.notInLock(initiative: id))
      } else {
        remarks += new.map { .shareNotInLock(initiative: id, team: share($0).team) }
      }
    }
    wishes = (after[-1] ?? []) + order.enumerated().flatMap { [$1] + (after[$0] ?? []) }
    place()
  }

  /// The shares that a committed order names, each once; what it names in vain is remarked.
  private mutating func committed(_ lock: ScheduleLock) -> [Int] {
    let known = Set(facts.initiatives.filter { $0.stage != .dropped }.map(\.id))
    var isNamed: Set<Int> = []
    /// The first share of a team that nothing has named yet.
    func share(of entry: ScheduleLock.Entry) -> Int? {
      guard let team = entry.team, let position = position(of: entry.initiative) else { return nil }
      return zip(numbers.parts(of: position), items[position].shares).first {
        $1.team == team && !isNamed.contains($0)
      }?.0
    }
    /// Whether something goes by an entry, or went by it.
    func isKnown(_ entry: ScheduleLock.Entry) -> Bool {
      guard let team = entry.team, let position = position(of: entry.initiative) else {
        return known.contains(entry.initiative)
      }
      return items[position].shares.contains { $0.team == team }
    }
    // An entry by an old id keeps the place of what has another one now.
    let entries = lock.order.map { text in
      if position(of: text) != nil { return ScheduleLock.Entry(initiative: text) }
      let entry = ScheduleLock.Entry(text)
      guard position(of: entry.initiative) == nil, let now = facts.formerly[entry.initiative] else {
        return entry
      }
      return ScheduleLock.Entry(initiative: now, team: entry.team)
    }
    // An initiative's own entry stands for the shares that no other entry names.
    let shares = entries.map { entry in
      let share = share(of: entry)
      if let share { isNamed.insert(share) }
      return share
    }
    var order: [Int] = []
    for (entry, share) in zip(entries, shares) {
      if let share {
        order.append(share)
      } else if let position = position(of: entry.initiative), entry.team == nil {
        for part in numbers.parts(of: position) where isNamed.insert(part).inserted { order.append(part) }
      } else if !isKnown(entry) {
        remarks.append(.unknownInLock(entry: entry.text))
      }
    }
    return order
  }

  private mutating func place() {
    var next = 0
    var isPlaced = [Bool](repeating: false, count: items.count)
    for part in wishes where !isPlaced[numbers.activity(of: part)] {
      isPlaced[numbers.activity(of: part)] = true
      items[numbers.activity(of: part)].place = next
      next += 1
    }
  }
}
