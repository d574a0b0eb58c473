internal import JSONSyntax

extension CompiledSchema {
  /// The schemas that one schema applies to the same value, itself first, then by nearness.
  func closure(of start: [Int32]) -> [Int32] {
    var result: [Int32] = []
    var seen: Set<Int32> = []
    var pending = Array(start.reversed())
    while let index = pending.popLast() {
      guard index >= 0, seen.insert(index).inserted else { continue }
      result.append(index)
      let record = subschemas[Int(index)]
      var next = [record.reference]
      if record.logic >= 0 {
        let rules = logic[Int(record.logic)]
        for range in [rules.allOf, rules.anyOf, rules.oneOf] { next += range.indices.map { lists[$0] } }
        next += [rules.then, rules.otherwise, rules.dynamicFallback]
      }
      if record.object >= 0 {
        next += objects[Int(record.object)].dependencies.indices.map { dependencies[$0].schema }
      }
      pending += next.reversed()
    }
    return result
  }

  /// The names of the properties that a schema knows, in the order in which schemas and documents name them.
  func propertyNames(of index: Int) -> [String] {
    var names: [String] = []
    var seen: Set<[UInt8]> = []
    for schema in closure(of: [Int32(index)]) {
      guard let properties = value(ofSubschema: Int(schema))["properties"] else { continue }
      for member in properties.members where seen.insert(Array(member.key.content ?? [])).inserted {
        names.append(member.name)
      }
    }
    return names
  }
}
