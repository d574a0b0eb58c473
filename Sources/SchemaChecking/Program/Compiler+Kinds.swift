internal import JSONSyntax

extension SchemaCompiler {
  /// Finds which kinds of value each schema can accept, and refuses circles on the way; false at a circle.
  ///
  /// Goes through the schemas that apply to the same value in depth-first order, with a stack of its own.
  mutating func finishAcceptedKinds() -> Bool {
    var state = [UInt8](repeating: 0, count: tables.subschemas.count)
    for start in tables.subschemas.indices where state[start] == 0 {
      var stack = [start]
      while let current = stack.last {
        if state[current] == 0 {
          state[current] = 1
          for next in inPlace(current) {
            if state[next] == 1 {
              let record = tables.subschemas[next]
              let document = set.documentURIs[Int(record.document)]
              problems.append(SchemaProblem(kind: .refCycle, documentURI: document, value: value(record)))
              return false
            }
            if state[next] == 0 { stack.append(next) }
          }
        } else {
          if state[current] == 1 {
            state[current] = 2
            tables.subschemas[current].accepts = accepted(current)
          }
          stack.removeLast()
        }
      }
    }
    return true
  }

  /// The schemas that one schema applies to the very value it is applied to.
  private func inPlace(_ index: Int) -> [Int] {
    let record = tables.subschemas[index]
    var result = [record.reference]
    if record.logic >= 0 {
      let rules = tables.logic[Int(record.logic)]
      for range in [rules.allOf, rules.anyOf, rules.oneOf] {
        result += range.indices.map { tables.lists[$0] }
      }
      result += [rules.not, rules.condition, rules.then, rules.otherwise, rules.dynamicFallback]
    }
    if record.object >= 0 {
      result += tables.objects[Int(record.object)].dependencies.indices.map { tables.dependencies[$0].schema }
    }
    return result.filter { $0 >= 0 }.map(Int.init)
  }

  private func accepted(_ index: Int) -> KindSet {
    let record = tables.subschemas[index]
    if record.flags.contains(.isFalse) { return [] }
    var kinds = record.types
    if record.equality >= 0 {
      let values = tables.equalities[Int(record.equality)].indices.map { kind(of: tables.constants[$0]) }
      kinds.formIntersection(values.reduce(into: []) { $0.formUnion($1) })
    }
    if record.reference >= 0 { kinds.formIntersection(tables.subschemas[Int(record.reference)].accepts) }
    if record.logic >= 0 {
      let rules = tables.logic[Int(record.logic)]
      for position in rules.allOf.indices {
        kinds.formIntersection(tables.subschemas[Int(tables.lists[position])].accepts)
      }
      for range in [rules.anyOf, rules.oneOf] where !range.isEmpty {
        let union = range.indices.reduce(into: KindSet()) {
          $0.formUnion(tables.subschemas[Int(tables.lists[$1])].accepts)
        }
        kinds.formIntersection(union)
      }
    }
    return kinds
  }

  private func kind(of constant: Constant) -> KindSet {
    switch constant.kind {
    case .null: .null
    case .true, .false: .boolean
    case .number: .number
    case .string: .string
    case .composite: [.array, .object]
    }
  }
}
