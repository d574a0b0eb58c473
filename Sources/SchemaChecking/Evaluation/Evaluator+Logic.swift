internal import JSONSyntax

extension Evaluator {
  /// Checks the keywords that combine schemas, then what they left over.
  ///
  /// `mark` is the number of evaluated members before this schema began with the value.
  mutating func checkLogic(_ index: Int, _ schema: Int, _ node: Int, _ mark: Int) -> Bool {
    let rules = tables.logic[index]
    var isValid = true
    for position in rules.allOf.indices where !check(tables.lists[position], node) {
      isValid = false
      if !isCollecting { return false }
    }
    if rules.dynamicFallback >= 0, !check(dynamicTarget(rules), node) {
      isValid = false
      if !isCollecting { return false }
    }
    if !rules.anyOf.isEmpty, !checkAnyOf(rules.anyOf, schema, node) {
      isValid = false
      if !isCollecting { return false }
    }
    if !rules.oneOf.isEmpty, !checkOneOf(rules.oneOf, schema, node) {
      isValid = false
      if !isCollecting { return false }
    }
    if rules.not >= 0 {
      let marks = (hits.count, scratch.evaluated.count)
      if probe(rules.not, node), !isExhausted { isValid = fault(.excluded, node, schema) }
      forget(marks.0, marks.1)
    }
    if rules.condition >= 0 {
      let branch = probe(rules.condition, node) ? rules.then : rules.otherwise
      if branch >= 0, !check(branch, node) { isValid = false }
    }
    // A branch that failed has evaluated nothing: what is left over then has the same cause.
    if !isValid { return false }
    if rules.unevaluatedProperties >= 0, nodes[node].kind == .object {
      isValid = checkUnevaluated(rules.unevaluatedProperties, schema, node, mark) && isValid
    }
    if rules.unevaluatedItems >= 0, nodes[node].kind == .array {
      isValid = checkUnevaluated(rules.unevaluatedItems, schema, node, mark) && isValid
    }
    return isValid
  }

  /// The schema that a dynamic reference means: the outermost resource on the way here that anchors the name.
  private func dynamicTarget(_ rules: LogicRules) -> Int32 {
    for resource in scratch.scopes {
      let target =
        tables.dynamicTargets[Int(rules.dynamicName) * program.resourceCount + Int(resource)]
      if target >= 0 { return target }
    }
    return rules.dynamicFallback
  }

  private mutating func checkAnyOf(_ branches: TableRange, _ schema: Int, _ node: Int) -> Bool {
    var isMatched = false
    let kind = kinds(nodes[node])
    for position in branches.indices {
      let branch = tables.lists[position]
      if tables.subschemas[Int(branch)].accepts.isDisjoint(with: kind) { continue }
      guard probe(branch, node) else { continue }
      isMatched = true
      if !evaluatesAllBranches { break }
    }
    if isMatched || isExhausted { return isMatched }
    if isCollecting { explain(branches, schema, node) }
    return false
  }

  private mutating func checkOneOf(_ branches: TableRange, _ schema: Int, _ node: Int) -> Bool {
    var matched: Int32 = -1
    let kind = kinds(nodes[node])
    for position in branches.indices {
      let branch = tables.lists[position]
      if tables.subschemas[Int(branch)].accepts.isDisjoint(with: kind) { continue }
      guard probe(branch, node) else { continue }
      if matched >= 0 { return fault(.severalBranches, node, schema, matched, branch) }
      matched = branch
    }
    if matched >= 0 || isExhausted { return matched >= 0 }
    if isCollecting { explain(branches, schema, node) }
    return false
  }

  /// Checks the members or items that no other keyword has looked at.
  private mutating func checkUnevaluated(_ rule: Int32, _ schema: Int, _ node: Int, _ mark: Int) -> Bool {
    let seen = Set(scratch.evaluated[mark...])
    let isObject = nodes[node].kind == .object
    let isClosed = tables.subschemas[Int(rule)].flags.contains(.isFalse)
    let end = Int(nodes[node].payload)
    var isValid = true
    var child = node + 1
    while child < end {
      let value = isObject ? child + 1 : child
      let next = next(after: value)
      guard spend(1) else { return false }
      if !seen.contains(Int32(truncatingIfNeeded: child)) {
        if isClosed {
          isValid =
            isObject
            ? fault(.unknownProperty, child, schema, -1, Int32(truncatingIfNeeded: node))
            : fault(.unexpectedItem, child, schema)
        } else {
          isValid = check(rule, value) && isValid
        }
        scratch.evaluated.append(Int32(truncatingIfNeeded: child))
        if !isValid, !isCollecting { return false }
      }
      child = next
    }
    return isValid
  }
}
