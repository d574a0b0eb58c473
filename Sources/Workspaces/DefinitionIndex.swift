internal import JSONSyntax

/// Finds definitions by kind and id without making a string: by the hash that a string's node carries.
struct DefinitionIndex: Sendable {
  private var heads: [UInt64: Int32] = [:]
  private var nexts: [Int32] = []

  /// Adds the definitions in order; of two with one name the first is found.
  init(count: Int) {
    heads.reserveCapacity(count)
    nexts.reserveCapacity(count)
  }

  /// Adds a definition; `slot` tells its kind.
  mutating func append(slot: Int, hash: UInt32) {
    let key = UInt64(slot) << 32 | UInt64(hash)
    nexts.append(-1)
    let position = Int32(nexts.count - 1)
    if let head = heads[key] {
      var last = head
      while nexts[Int(last)] >= 0 { last = nexts[Int(last)] }
      nexts[Int(last)] = position
    } else {
      heads[key] = position
    }
  }

  /// The first definition of the kind in `slot` for which `isSame` holds.
  func first(slot: Int, hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
    var position = heads[UInt64(slot) << 32 | UInt64(hash)] ?? -1
    while position >= 0 {
      if isSame(Int(position)) { return Int(position) }
      position = nexts[Int(position)]
    }
    return nil
  }
}
