internal import JSONSyntax

/// Finds definitions by kind and id without making a string: by the hash that a string's node carries.
///
/// An open table of positions; where hashes meet, the definition that was added first is found first.
struct DefinitionIndex: Sendable {
  private struct Entry {
    var slot: Int32 = -1
    var hash: UInt32 = 0
    var position: Int32 = -1
  }

  private var entries: [Entry]
  private let mask: Int

  /// An index with room for `count` definitions.
  init(count: Int) {
    var room = 16
    while room < 2 * count { room *= 2 }
    entries = Array(repeating: Entry(), count: room)
    mask = room - 1
  }

  private func start(_ slot: Int, _ hash: UInt32) -> Int {
    (Int(hash) &+ slot &* 0x9E37_79B1) & mask
  }

  /// Adds the definition at `position`; whether one of this kind and hash was there already.
  mutating func add(_ position: Int, slot: Int, hash: UInt32) -> Bool {
    var place = start(slot, hash)
    var isKnown = false
    while entries[place].position >= 0 {
      if entries[place].hash == hash, entries[place].slot == slot { isKnown = true }
      place = (place + 1) & mask
    }
    entries[place] = Entry(slot: Int32(slot), hash: hash, position: Int32(position))
    return isKnown
  }

  /// The first definition of the kind in `slot` for which `isSame` holds.
  func first(slot: Int, hash: UInt32, where isSame: (Int) -> Bool) -> Int? {
    entries.withUnsafeBufferPointer { entries in
      var place = start(slot, hash)
      while entries[place].position >= 0 {
        let entry = entries[place]
        if entry.hash == hash, entry.slot == slot, isSame(Int(entry.position)) { return Int(entry.position) }
        place = (place + 1) & mask
      }
      return nil
    }
  }
}
