internal import JSONSyntax

/// What a value means, as a number: white space, escapes, key order and the spelling of numbers do not matter.
enum SemanticHash {
  static func of(_ value: JSONValue) -> UInt64 {
    switch value.kind {
    case .null: return 0x9E37_79B9_7F4A_7C15
    case .false: return 0xC2B2_AE3D_27D4_EB4F
    case .true: return 0x1656_67B1_9E37_79F9
    case .invalid: return 0x27D4_EB2F_1656_67C5
    case .number: return number(value)
    case .string, .key: return mixed(0x2545_F491_4F6C_DD1D, text(value))
    case .array:
      return value.items.reduce(0x5851_F42D_4C95_7F2D) { mixed($0, of($1)) }
    case .object:
      return value.members.reduce(0x1405_7B7E_F767_814F as UInt64) { $0 &+ member($1) }
    }
  }

  /// The hash of a key with its value.
  static func member(_ member: JSONMember) -> UInt64 { mixed(text(member.key), of(member.value)) }

  private static func text(_ value: JSONValue) -> UInt64 {
    (value.content ?? []).reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func number(_ value: JSONValue) -> UInt64 {
    guard let decimal = value.decimal else { return 1 }
    let start = mixed(decimal.isNegative ? 2 : 3, UInt64(bitPattern: Int64(decimal.exponent)))
    return decimal.digits.reduce(start) { mixed($0, UInt64($1)) }
  }

  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    var hash = (left ^ right &* 0xFF51_AFD7_ED55_8CCD) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 29
    return hash &* 0x9FB2_1C65_1E98_DF25 ^ hash >> 32
  }
}

/// Whether values mean the same.
enum SemanticEquality {
  /// Whether two values mean the same: white space, escapes, key order and the spelling of numbers do not matter.
  static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    guard left.kind == right.kind else { return false }
    if left.isSpelled(like: right) { return true }
    switch left.kind {
    case .number: return left.decimal == right.decimal
    case .string, .key: return left.content == right.content
    case .array:
      var others = right.items
      for item in left.items {
        guard let other = others.next(), areEqual(item, other) else { return false }
      }
      return others.next() == nil
    case .object:
      guard left.count == right.count else { return false }
      return left.members.allSatisfy { member in
        right[name: member.name].map { areEqual(member.value, $0) } ?? false
      }
    default: return true
    }
  }
}
