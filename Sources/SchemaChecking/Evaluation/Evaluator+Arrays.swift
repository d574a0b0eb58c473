internal import JSONSyntax

extension Evaluator {
  /// Checks an array's items, their number, and that they differ.
  mutating func checkArray(_ index: Int, _ schema: Int, _ node: Int) -> Bool {
    let rules = tables.arrays[index]
    let end = Int(nodes[node].payload)
    var isValid = true
    var count: Int32 = 0
    var matching: Int32 = 0
    var item = node + 1
    while item < end {
      let next = next(after: item)
      guard spend(1) else { return false }
      var isKnown = false
      let mark = scratch.evaluated.count
      if count < rules.prefix.count {
        isKnown = true
        isValid = check(tables.lists[Int(rules.prefix.start) + Int(count)], item) && isValid
      } else if rules.items >= 0 {
        isKnown = true
        isValid = check(rules.items, item) && isValid
      }
      if rules.contains >= 0, probe(rules.contains, item) {
        isKnown = true
        matching += 1
      }
      if tracksEvaluated { noteEvaluated(isKnown ? item : nil, since: mark) }
      if !isValid, !isCollecting { return false }
      if isExhausted { return false }
      count += 1
      item = next
    }
    if rules.contains >= 0 {
      if matching < rules.minContains {
        isValid = fault(.tooFewMatches, node, schema, rules.minContains, matching)
      }
      if rules.maxContains >= 0, matching > rules.maxContains {
        isValid = fault(.tooManyMatches, node, schema, rules.maxContains, matching)
      }
    }
    if count < rules.minimum { isValid = fault(.tooFewItems, node, schema, rules.minimum, count) }
    if rules.maximum >= 0, count > rules.maximum {
      isValid = fault(.tooManyItems, node, schema, rules.maximum, count)
    }
    if rules.isUnique, count > 1 { isValid = checkUnique(schema, node, Int(count)) && isValid }
    return isValid
  }

  /// Checks a value without noting faults; what a failing schema noted otherwise is taken back.
  mutating func probe(_ schema: Int32, _ node: Int) -> Bool {
    let wasCollecting = isCollecting
    let (hitMark, evaluatedMark) = (hits.count, scratch.evaluated.count)
    isCollecting = false
    let isValid = check(schema, node)
    isCollecting = wasCollecting
    if !isValid { forget(hitMark, evaluatedMark) }
    return isValid
  }

  /// Takes back hits and evaluated members noted since a mark.
  mutating func forget(_ hitMark: Int, _ evaluatedMark: Int) {
    if hits.count > hitMark { hits.removeLast(hits.count - hitMark) }
    if scratch.evaluated.count > evaluatedMark {
      scratch.evaluated.removeLast(scratch.evaluated.count - evaluatedMark)
    }
  }

  private mutating func checkUnique(_ schema: Int, _ node: Int, _ count: Int) -> Bool {
    let end = Int(nodes[node].payload)
    if count <= 12 { return checkFewUnique(schema, node, end) }
    var hashed: [(hash: UInt64, node: Int)] = []
    hashed.reserveCapacity(count)
    var item = node + 1
    while item < end {
      guard spend(1) else { return false }
      hashed.append((deepHash(item), item))
      item = next(after: item)
    }
    hashed.sort { ($0.hash, $0.node) < ($1.hash, $1.node) }
    var isValid = true
    var start = 0
    for index in hashed.indices.dropFirst() {
      if hashed[index].hash != hashed[start].hash {
        start = index
        continue
      }
      for earlier in start..<index {
        guard spend(4) else { return false }
        guard areEqual(hashed[earlier].node, hashed[index].node) else { continue }
        isValid = fault(
          .notUnique, hashed[index].node, schema, Int32(truncatingIfNeeded: hashed[earlier].node))
        break
      }
      if !isValid, !isCollecting { return false }
    }
    return isValid
  }

  private mutating func checkFewUnique(_ schema: Int, _ node: Int, _ end: Int) -> Bool {
    var isValid = true
    var later = next(after: node + 1)
    while later < end {
      var earlier = node + 1
      let isText = nodes[later].kind == .string
      while earlier < later {
        let mayMatch =
          isText ? nodes[earlier].kind == .string && nodes[earlier].payload == nodes[later].payload : true
        if mayMatch, spend(1), areEqual(earlier, later) {
          isValid = fault(.notUnique, later, schema, Int32(truncatingIfNeeded: earlier))
          if !isCollecting { return false }
          break
        }
        earlier = next(after: earlier)
      }
      later = next(after: later)
    }
    return isValid
  }
}
