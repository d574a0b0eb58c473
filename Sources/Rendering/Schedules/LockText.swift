public import Planning

/// What a new committed order changes, in words.
public enum LockText {
  /// The sentences, without escaping; empty where the order stays as it is.
  public static func differences(_ old: ScheduleLock?, _ new: ScheduleLock) -> [String] {
    let count = Counting.words(new.order.count, "initiative")
    guard let old else { return ["\(count) in the order in which they start."] }
    guard old != new else { return [] }
    let (before, after) = (Set(old.order), Set(new.order))
    var sentences = ["\(count) in the order in which they start."]
    func list(_ ids: [String]) -> String {
      Counting.list(ScheduleWords.shortened(ids.map { ValueWords.cut($0) }, atMost: 8))
    }
    let added = new.order.filter { !before.contains($0) }
    if !added.isEmpty { sentences.append("New in it: \(list(added)).") }
    let gone = old.order.filter { !after.contains($0) }
    if !gone.isEmpty { sentences.append("No longer in it: \(list(gone)).") }
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
}
