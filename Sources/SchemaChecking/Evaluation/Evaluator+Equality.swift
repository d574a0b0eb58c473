internal import JSONSyntax

extension Evaluator {
  /// Whether a value equals one of the constants of an `enum` or `const`.
  func equalsAny(_ equality: Int, _ node: Int) -> Bool {
    let value = nodes[node]
    for position in tables.equalities[equality].indices {
      let constant = tables.constants[position]
      let isEqual =
        switch (constant.kind, value.kind) {
        case (.string, .string), (.string, .key):
          constant.hash == value.payload && hasContent(node, constant.text)
        case (.null, .null), (.true, .true), (.false, .false): true
        case (.number, .number): compare(value, position) == 0
        case (.composite, .object), (.composite, .array):
          DeepEquality.areEqual(JSONValue(document: document, index: node), constantValue(constant))
        default: false
        }
      if isEqual { return true }
    }
    return false
  }

  func constantValue(_ constant: Constant) -> JSONValue {
    JSONValue(document: program.documents[Int(constant.document)], index: Int(constant.node))
  }

  /// The order of a number and one of the program's constants.
  @inline(__always)
  func compare(_ value: JSONNode, _ constant: Int) -> Int {
    let token = UnsafeBufferPointer(rebasing: bytes[Int(value.start)..<Int(value.end)])
    let bound = tables.constants[constant]
    if let order = ShortDecimal.compare(ShortDecimal(token: token), bound.number) { return order }
    return compareSlowly(token, bound)
  }

  private func compareSlowly(_ token: UnsafeBufferPointer<UInt8>, _ bound: Constant) -> Int {
    guard let left = ExactDecimal(token), let right = constantValue(bound).decimal else { return 0 }
    return left < right ? -1 : left == right ? 0 : 1
  }

  /// Checks a number's bounds.
  mutating func checkNumber(_ index: Int, _ schema: Int, _ node: Int) -> Bool {
    let rules = tables.numbers[index]
    let value = nodes[node]
    if rules.minimum >= 0, compare(value, Int(rules.minimum)) < 0 {
      return fault(.belowMinimum, node, schema, rules.minimum)
    }
    if rules.exclusiveMinimum >= 0, compare(value, Int(rules.exclusiveMinimum)) <= 0 {
      return fault(.belowMinimum, node, schema, rules.exclusiveMinimum, 1)
    }
    if rules.maximum >= 0, compare(value, Int(rules.maximum)) > 0 {
      return fault(.aboveMaximum, node, schema, rules.maximum)
    }
    if rules.exclusiveMaximum >= 0, compare(value, Int(rules.exclusiveMaximum)) >= 0 {
      return fault(.aboveMaximum, node, schema, rules.exclusiveMaximum, 1)
    }
    if rules.multiple >= 0, spend(4) {
      let divisor = constantValue(tables.constants[Int(rules.multiple)]).decimal
      let number = JSONValue(document: document, index: node).decimal
      if let divisor, let number, number.isMultiple(of: divisor) == false {
        return fault(.notMultiple, node, schema, rules.multiple)
      }
    }
    return true
  }

  /// Whether two values of the document are equal.
  func areEqual(_ left: Int, _ right: Int) -> Bool {
    DeepEquality.areEqual(
      JSONValue(document: document, index: left), JSONValue(document: document, index: right))
  }

  /// A hash that equal values share, however they are written.
  func deepHash(_ node: Int, depth: Int = 0) -> UInt64 {
    let value = nodes[node]
    switch value.kind {
    case .string, .key: return Self.mix(UInt64(value.payload) | 1 << 40)
    case .number:
      guard let number = ExactDecimal(bytes[Int(value.start)..<Int(value.end)]) else { return 2 }
      var hash = Self.mix(UInt64(bitPattern: Int64(number.exponent)) ^ (number.isNegative ? 3 : 5))
      for digit in number.digits { hash = Self.mix(hash ^ UInt64(digit)) }
      return hash
    case .array, .object:
      // Deeper than any limit of the parser: such values count as alike, and are told apart by comparison.
      guard depth < 512 else { return 7 }
      let end = Int(value.payload)
      var hash: UInt64 = value.kind == .array ? 11 : 13
      var child = node + 1
      while child < end {
        if value.kind == .array {
          hash = Self.mix(hash ^ deepHash(child, depth: depth + 1))
          child = next(after: child)
        } else {
          let key = Self.mix(UInt64(nodes[child].payload))
          hash &+= Self.mix(key ^ deepHash(child + 1, depth: depth + 1))
          child = next(after: child + 1)
        }
      }
      return hash
    default: return UInt64(value.kind.rawValue) + 17
    }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var value = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 29
    return value
  }
}

/// Equality of values as JSON Schema understands it: numbers by value, objects without regard to order.
enum DeepEquality {
  static func areEqual(_ left: JSONValue, _ right: JSONValue, depth: Int = 0) -> Bool {
    guard depth < 512, left.kind == right.kind else { return false }
    switch left.kind {
    case .null, .true, .false: return true
    case .string, .key:
      guard left.node.payload == right.node.payload, let wanted = right.content else { return false }
      return left.content?.elementsEqual(wanted) ?? false
    case .number: return left.text == right.text || left.decimal == right.decimal
    case .array:
      guard left.count == right.count else { return false }
      return zip(left.items, right.items).allSatisfy { areEqual($0, $1, depth: depth + 1) }
    case .object:
      guard left.count == right.count else { return false }
      for member in left.members {
        let match = right.members.first {
          $0.key.node.payload == member.key.node.payload && sameText($0.key, member.key)
        }
        guard let match, areEqual(member.value, match.value, depth: depth + 1) else { return false }
      }
      return true
    case .invalid: return false
    }
  }

  private static func sameText(_ left: JSONValue, _ right: JSONValue) -> Bool {
    guard let wanted = right.content else { return false }
    return left.content?.elementsEqual(wanted) ?? false
  }
}
