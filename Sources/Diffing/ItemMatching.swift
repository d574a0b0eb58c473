internal import JSONSyntax

/// Which items of two lists are the same: found in nearly linear time, whatever the lists hold.
struct ItemMatching {
  /// For each old item its new position.
  private(set) var partnerOfOld: [Int?]
  /// For each new item its old position.
  private(set) var partnerOfNew: [Int?]
  /// The new positions of items that changed their place among the others.
  private(set) var moved: Set<Int> = []
  /// The most items without a partner that are compared with each other.
  private static let similarityLimit = 200

  /// Matches items by key, and items without one by meaning; the first with the first where several are equal.
  init(_ old: [JSONValue], _ new: [JSONValue], _ oldKeys: [String?], _ newKeys: [String?]) {
    partnerOfOld = Array(repeating: nil, count: old.count)
    partnerOfNew = Array(repeating: nil, count: new.count)
    var byKey: [String: [Int]] = [:]
    var byMeaning: [UInt64: [Int]] = [:]
    for position in old.indices.reversed() {
      if let key = oldKeys[position] {
        byKey[key, default: []].append(position)
      } else {
        byMeaning[SemanticHash.of(old[position]), default: []].append(position)
      }
    }
    for position in new.indices {
      if let key = newKeys[position] {
        if let partner = byKey[key]?.popLast() { join(partner, position) }
      } else {
        let hash = SemanticHash.of(new[position])
        guard let partner = byMeaning[hash]?.last, SemanticEquality.areEqual(old[partner], new[position])
        else {
          continue
        }
        byMeaning[hash]?.removeLast()
        join(partner, position)
      }
    }
  }

  private mutating func join(_ old: Int, _ new: Int) {
    partnerOfOld[old] = new
    partnerOfNew[new] = old
  }

  /// Marks what is not on a longest run of items that kept their order.
  mutating func findMoves() {
    let pairs = partnerOfNew.enumerated().compactMap { new, old in old.map { (old: $0, new: new) } }
    var tails: [Int] = []
    var previous = Array(repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].old < pair.old { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var kept: Set<Int> = []
    var current = tails.last ?? -1
    while current >= 0 {
      kept.insert(pairs[current].new)
      current = previous[current]
    }
    moved = Set(pairs.lazy.map(\.new).filter { !kept.contains($0) })
  }

  /// Joins what is left between two kept neighbours, first with first: an item that was edited in its place.
  mutating func pairWithinGaps(_ old: [JSONValue], _ new: [JSONValue]) {
    let kept = partnerOfNew.enumerated().compactMap { position, partner in
      partner.flatMap { moved.contains(position) ? nil : (old: $0, new: position) }
    }
    var (oldStart, newStart) = (0, 0)
    for end in kept + [(old: old.count, new: new.count)] {
      let olds = (oldStart..<max(end.old, oldStart)).filter { partnerOfOld[$0] == nil }
      let news = (newStart..<max(end.new, newStart)).filter { partnerOfNew[$0] == nil }
      for (left, right) in zip(olds, news) where old[left].kind == new[right].kind { join(left, right) }
      (oldStart, newStart) = (end.old + 1, end.new + 1)
    }
  }

  /// Joins objects that are left and share most of their fields; with too many left, none.
  mutating func pairSimilar(_ old: [JSONValue], _ new: [JSONValue]) {
    let olds = old.indices.filter { partnerOfOld[$0] == nil && old[$0].kind == .object }
    let news = new.indices.filter { partnerOfNew[$0] == nil && new[$0].kind == .object }
    guard !olds.isEmpty, !news.isEmpty, max(olds.count, news.count) <= Self.similarityLimit else { return }
    var holders: [UInt64: [Int]] = [:]
    for position in olds {
      for member in old[position].members.prefix(64) {
        holders[SemanticHash.member(member), default: []].append(position)
      }
    }
    for position in news {
      var votes: [Int: Int] = [:]
      for member in new[position].members.prefix(64) {
        for holder in holders[SemanticHash.member(member)] ?? [] where partnerOfOld[holder] == nil {
          votes[holder, default: 0] += 1
        }
      }
      let best = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
      guard let best, 2 * best.value >= min(new[position].count, old[best.key].count) else { continue }
      join(best.key, position)
    }
  }
}
