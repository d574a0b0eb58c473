internal import JSONSyntax

extension Evaluator {
  /// Checks an object's members, and that what is required is there.
  mutating func checkObject(_ index: Int, _ schema: Int, _ node: Int) -> Bool {
    let rules = tables.objects[index]
    let end = Int(nodes[node].payload)
    var present: UInt64 = 0
    var isValid = true
    var members: Int32 = 0
    var key = node + 1
    while key + 1 < end {
      let next = next(after: key + 1)
      members += 1
      guard checkMember(rules, index, schema, node, key, &present) else {
        if !isCollecting || isExhausted { return false }
        isValid = false
        key = next
        continue
      }
      key = next
    }
    let missing = rules.required & ~present
    if missing != 0 || rules.hasLateRequired || !rules.dependencies.isEmpty {
      isValid = checkPresence(rules, index, schema, node, present) && isValid
    }
    if members < rules.minimum { isValid = fault(.tooFewProperties, node, schema, rules.minimum, members) }
    if rules.maximum >= 0, members > rules.maximum {
      isValid = fault(.tooManyProperties, node, schema, rules.maximum, members)
    }
    return isValid
  }

  @inline(__always)
  private mutating func checkMember(
    _ rules: ObjectRules, _ index: Int, _ schema: Int, _ object: Int, _ key: Int, _ present: inout UInt64
  ) -> Bool {
    guard spend(1) else { return false }
    var isKnown = false
    var isValid = true
    let mark = scratch.evaluated.count
    let position = lookUp(rules, key)
    if position >= 0 {
      if position < 64 { present |= 1 &<< UInt64(truncatingIfNeeded: position) }
      let child = tables.entries[Int(rules.entries.start) + position].schema
      if child >= 0 {
        isKnown = true
        isValid = check(child, key + 1)
      }
    }
    if !rules.patterns.isEmpty {
      for position in rules.patterns.indices {
        let rule = tables.patternRules[position]
        guard matches(Int(rule.pattern), key) else { continue }
        isKnown = true
        isValid = check(rule.schema, key + 1) && isValid
      }
    }
    if !isKnown, rules.additional >= 0 {
      isKnown = true
      if rules.isClosed {
        isValid = fault(
          .unknownProperty, key, schema, Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: object))
      } else {
        isValid = check(rules.additional, key + 1)
      }
    }
    if rules.names >= 0, isValid || isCollecting { isValid = check(rules.names, key) && isValid }
    if tracksEvaluated { noteEvaluated(isKnown ? key : nil, since: mark) }
    return isValid
  }

  /// Drops what was evaluated inside of a child, and notes the child itself.
  mutating func noteEvaluated(_ child: Int?, since mark: Int) {
    let inner = scratch.evaluated.count - mark
    if inner > 0 { scratch.evaluated.removeLast(inner) }
    if let child { scratch.evaluated.append(Int32(truncatingIfNeeded: child)) }
  }

  /// The position of a key among the entries of an object's rules, or -1.
  @inline(__always)
  func lookUp(_ rules: ObjectRules, _ key: Int) -> Int {
    guard rules.slotMask >= 0 else { return -1 }
    let hash = nodes[key].payload
    let mask = Int(rules.slotMask)
    var slot = Int(hash) & mask
    while true {
      let position = tables.slots[Int(rules.slots) + slot]
      if position < 0 { return -1 }
      let entry = tables.entries[Int(rules.entries.start) + Int(position)]
      if entry.hash == hash, hasContent(key, entry.name) { return Int(position) }
      slot = (slot + 1) & mask
    }
  }

  private mutating func checkPresence(
    _ rules: ObjectRules, _ index: Int, _ schema: Int, _ node: Int, _ present: UInt64
  ) -> Bool {
    var isValid = true
    func has(_ position: Int) -> Bool {
      position < 64 ? present & (1 << UInt64(position)) != 0 : findsKey(of: rules, position, in: node)
    }
    for position in 0..<Int(rules.entries.count)
    where tables.entries[Int(rules.entries.start) + position].isRequired && !has(position) {
      guard isCollecting else { return false }
      isValid = fault(
        .missingProperty, node, schema, Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: position))
    }
    for position in rules.dependencies.indices {
      let rule = tables.dependencies[position]
      guard has(Int(rule.trigger)), spend(1) else { continue }
      if rule.required >= 0, !has(Int(rule.required)) {
        guard isCollecting else { return false }
        isValid = fault(
          .dependentMissing, node, schema, Int32(truncatingIfNeeded: index),
          Int32(truncatingIfNeeded: position))
      }
      if rule.schema >= 0 {
        isValid = check(rule.schema, node) && isValid
        if !isValid, !isCollecting { return false }
      }
    }
    return isValid
  }

  /// Looks for an entry beyond the 64th, whose presence no bit tells.
  private func findsKey(of rules: ObjectRules, _ position: Int, in object: Int) -> Bool {
    let end = Int(nodes[object].payload)
    let entry = tables.entries[Int(rules.entries.start) + position]
    var key = object + 1
    while key + 1 < end {
      if nodes[key].payload == entry.hash, hasContent(key, entry.name) { return true }
      key = next(after: key + 1)
    }
    return false
  }

  /// Whether a string or key has exactly the content that the program holds there.
  @inline(__always)
  func hasContent(_ node: Int, _ range: TextRange) -> Bool {
    let value = nodes[node]
    let start = Int(value.start) + 1
    let count = Int(value.end) - 1 - start
    let expected = tables.text
    guard !value.hasEscape, count == Int(range.count), isQuoted(value) else {
      return hasContentSlowly(node, range)
    }
    var index = 0
    while index < count {
      if bytes[start + index] != expected[Int(range.start) + index] { return false }
      index += 1
    }
    return true
  }

  @inline(__always)
  private func isQuoted(_ value: JSONNode) -> Bool { isTrustedUTF8 || bytes[Int(value.start)] == 0x22 }

  private func hasContentSlowly(_ node: Int, _ range: TextRange) -> Bool {
    let value = nodes[node]
    if isTrustedUTF8, !value.hasEscape { return false }
    let slice = tables.text[Int(range.start)..<(Int(range.start) + Int(range.count))]
    return JSONValue(document: document, index: node).content?.elementsEqual(slice) ?? false
  }
}
