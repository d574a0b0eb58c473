public import Planning

/// What a new committed order changes, in words.
public enum LockText {
  /// The sentences, without escaping; empty where the order stays as it is.
  public static func differences(_ old: ScheduleLock?, _ new: ScheduleLock) -> [String] {
    let initiatives = initiatives(new)
    var sentences = ["\(Counting.words(initiatives.count, "initiative")) in the order in which they start."]
    let shared = new.order.filter { $0.contains("/") }.count
    if shared > 0 {
      sentences.append(
        "\(Counting.words(shared, "share")) of them by team, as others start in between.")
    }
    guard let old else { return sentences }
    guard old != new else { return [] }
    func list(_ ids: [String]) -> String {
      Counting.list(ScheduleWords.shortened(ids.map { ValueWords.cut($0) }, atMost: 8))
    }
    let known = self.initiatives(old)
    let (had, has) = (Set(known), Set(initiatives))
    let (before, after) = (Set(old.order), Set(new.order))
    let added = initiatives.filter { !had.contains($0) }
    if !added.isEmpty { sentences.append("New in it: \(list(added)).") }
    let gone = known.filter { !has.contains($0) }
    if !gone.isEmpty { sentences.append("No longer in it: \(list(gone)).") }
    // Shares that came or went while the others of their initiatives stayed.
    func alone(_ entries: [String], _ others: Set<String>, _ ids: Set<String>) -> [String] {
      entries.filter { entry in
        let id = Self.initiative(entry)
        return entry != id && !others.contains(entry) && ids.contains(id) && !others.contains(id)
      }
    }
    let addedShares = alone(new.order, before, had)
    if !addedShares.isEmpty { sentences.append("New shares in it: \(list(addedShares)).") }
    let goneShares = alone(old.order, after, has)
    if !goneShares.isEmpty { sentences.append("Shares no longer in it: \(list(goneShares)).") }
    let divided = known.filter { has.contains($0) && before.contains($0) && !after.contains($0) }
    if !divided.isEmpty { sentences.append("By its shares now: \(list(divided)).") }
    let whole = known.filter { has.contains($0) && !before.contains($0) && after.contains($0) }
    if !whole.isEmpty { sentences.append("As a whole now: \(list(whole)).") }
    // What both have, in the old and the new order: the fewest that have to be moved to get there.
    let (left, right) = (old.order.filter(after.contains), new.order.filter(before.contains))
    var moved: [String] = []
    var place = 0
    for step in LineDiff.steps(left, right) {
      if step == .delete { moved.append(left[place]) }
      if step != .insert { place += 1 }
    }
    if !moved.isEmpty {
      let was = Dictionary(left.enumerated().map { ($1, $0) }) { first, _ in first }
      let now = Dictionary(right.enumerated().map { ($1, $0) }) { first, _ in first }
      let words = moved.map { id in
        "\(ValueWords.cut(id)) \((now[id] ?? 0) < (was[id] ?? 0) ? "forward" : "back")"
      }
      sentences.append("Moved: \(Counting.list(ScheduleWords.shortened(words, atMost: 8))).")
    }
    return sentences
  }

  /// The ids of the initiatives in an order, each where it first stands.
  private static func initiatives(_ lock: ScheduleLock) -> [String] {
    var seen: Set<String> = []
    return lock.order.map(initiative).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func initiative(_ entry: String) -> String { String(entry.prefix { $0 != "/" }) }
}
