internal import JSONSyntax

/// Finding, where no branch of an `anyOf` or `oneOf` is valid, the one that was meant.
extension Evaluator {
  /// Notes why no branch matches: the faults of the branch that was meant, or one fault about all of them.
  mutating func explain(_ branches: TableRange, _ schema: Int, _ node: Int) {
    var union: KindSet = []
    var candidates: [Int32] = []
    let kind = kinds(nodes[node])
    for position in branches.indices {
      let branch = tables.lists[position]
      let accepts = tables.subschemas[Int(branch)].accepts
      union.formUnion(accepts)
      if !accepts.isDisjoint(with: kind) { candidates.append(branch) }
    }
    if candidates.isEmpty {
      _ = fault(.wrongType, node, schema, Int32(union.rawValue))
      return
    }
    if candidates.count > 1, explainByConstant(candidates, schema, node) { return }
    if candidates.count > 1, nodes[node].kind == .object {
      guard let left = explainByDiscriminator(candidates, schema, node) else { return }
      candidates = left
    }
    explainByFaults(candidates, schema, node)
  }

  /// Where every branch lists its values, the fault is that the value is in none of the lists.
  private mutating func explainByConstant(_ branches: [Int32], _ schema: Int, _ node: Int) -> Bool {
    var equalities: [Int32] = []
    for branch in branches {
      guard let equality = self.equality(of: branch), !equalsAny(Int(equality), node) else { return false }
      equalities.append(equality)
    }
    noteList(.notAllowedAnywhere, equalities, schema, node)
    return true
  }

  /// Keeps the branches whose constant properties agree with the value.
  ///
  /// Returns nil after noting a fault: a property that tells the branches apart has a value that none of them has.
  private mutating func explainByDiscriminator(_ branches: [Int32], _ schema: Int, _ node: Int) -> [Int32]? {
    let end = Int(nodes[node].payload)
    var left = branches
    var key = node + 1
    while key + 1 < end {
      var agreeing: [Int32] = []
      var equalities: [Int32] = []
      for branch in left {
        guard let equality = constant(of: branch, at: key) else { continue }
        equalities.append(equality)
        if equalsAny(Int(equality), key + 1) { agreeing.append(branch) }
      }
      if !equalities.isEmpty, equalities.count == left.count {
        guard !agreeing.isEmpty else {
          noteList(.notAllowedAnywhere, equalities, schema, key + 1)
          return nil
        }
        left = agreeing
      }
      key = next(after: key + 1)
    }
    return left
  }

  /// Notes the faults of the branch with the fewest; where several are as good, that none matches.
  private mutating func explainByFaults(_ branches: [Int32], _ schema: Int, _ node: Int) {
    let start = faults.count
    let marks = (hits.count, scratch.evaluated.count)
    var best: (branch: Int32, score: (Int, Int))?
    var isTie = false
    for branch in branches where !isExhausted {
      _ = check(branch, node)
      let found = faults[start...]
      let depth = found.map { Int($0.node) }.max() ?? 0
      // Missing properties speak against a branch more than faults inside of it do.
      let missing = found.count { $0.code == .missingProperty || $0.code == .unknownProperty }
      let score = (found.count + missing, -depth)
      faults.removeLast(faults.count - start)
      forget(marks.0, marks.1)
      if let known = best {
        if score < known.score {
          best = (branch, score)
          isTie = false
        } else if score == known.score {
          isTie = true
        }
      } else {
        best = (branch, score)
      }
    }
    guard let best else { return }
    let isScalar = nodes[node].kind != .object && nodes[node].kind != .array
    if isTie, isScalar, branches.count > 1 {
      noteList(.noBranch, branches, schema, node)
    } else {
      _ = check(best.branch, node)
    }
  }

  private mutating func noteList(_ code: RawFault.Code, _ list: [Int32], _ schema: Int, _ node: Int) {
    let start = Int32(clamping: lists.count)
    lists.append(contentsOf: list)
    _ = fault(code, node, schema, start, Int32(clamping: list.count))
  }

  /// The list of values that a branch, or what it refers to, demands of the value itself.
  private func equality(of branch: Int32) -> Int32? {
    var index = branch
    var left = 64
    while index >= 0, left > 0 {
      let record = tables.subschemas[Int(index)]
      if record.equality >= 0 { return record.equality }
      index = record.reference
      left -= 1
    }
    return nil
  }

  /// The list of values that a branch demands of the property at a key.
  private func constant(of branch: Int32, at key: Int) -> Int32? {
    var index = branch
    var left = 64
    while index >= 0, left > 0 {
      let record = tables.subschemas[Int(index)]
      if record.object >= 0 {
        let rules = tables.objects[Int(record.object)]
        let position = lookUp(rules, key)
        if position >= 0 {
          let child = tables.entries[Int(rules.entries.start) + position].schema
          if child >= 0, let equality = equality(of: child) { return equality }
        }
      }
      index = record.reference
      left -= 1
    }
    return nil
  }
}
