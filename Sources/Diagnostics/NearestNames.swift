/// Finds what a misspelt name was meant to be.
public enum NearestNames {
  /// The names at most a third of `name`'s length away from it, nearest first, at most `limit` of them.
  ///
  /// The distance is Damerau–Levenshtein's (restricted) over bytes, without regard to ASCII case. Names longer
  /// than 64 bytes are never compared, so that hostile input cannot make the search slow.
  public static func candidates(
    for name: String, among names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let furthest = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for other in names where other != name {
      let bytes = folded(other)
      guard bytes.count <= 64, abs(bytes.count - wanted.count) <= furthest else { continue }
      let distance = distance(wanted, bytes, atMost: furthest)
      if distance <= furthest { found.append((distance, other)) }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(limit).map(\.name)
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two byte strings.
  ///
  /// Returns `limit + 1` as soon as the distance is known to be greater than `limit`.
  public static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before: [Int] = []
    var previous = Array(0...right.count)
    var current = previous
    for row in 1...left.count {
      current[0] = row
      var best = row
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, before[column - 2] + 1)
        }
        current[column] = value
        best = min(best, value)
      }
      if best > limit { return limit + 1 }
      before = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
