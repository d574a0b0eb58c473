internal import JSONSyntax

extension SchemaCompiler {
  /// Compiles the keywords that apply schemas to the same value, and the ones about what is left over.
  mutating func compileLogic(_ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context) {
    var rules = record.logic >= 0 ? tables.logic[Int(record.logic)] : LogicRules()
    var isUsed = record.logic >= 0
    func use(_ keyword: Keyword, _ apply: (inout LogicRules, JSONValue) -> Void) {
      guard let value = parts[keyword] else { return }
      isUsed = true
      apply(&rules, value)
    }
    if parts[.allOf] != nil {
      let before = rules.allOf.indices.map { tables.lists[$0] }
      let listed = list(.allOf, parts, context)
      rules.allOf = tables.append(list: before + listed.indices.map { tables.lists[$0] })
      isUsed = true
    }
    use(.anyOf) { rules, _ in rules.anyOf = list(.anyOf, parts, context) }
    use(.oneOf) { rules, _ in rules.oneOf = list(.oneOf, parts, context) }
    use(.not) { rules, value in rules.not = child(value, of: .not, in: context) }
    use(.if) { rules, value in
      rules.condition = child(value, of: .if, in: context)
      if let value = parts[.then] { rules.then = child(value, of: .then, in: context) }
      if let value = parts[.else] { rules.otherwise = child(value, of: .else, in: context) }
    }
    use(.unevaluatedProperties) { rules, value in
      rules.unevaluatedProperties = child(value, of: .unevaluatedProperties, in: context)
      tables.traits.insert(.tracksEvaluated)
    }
    use(.unevaluatedItems) { rules, value in
      rules.unevaluatedItems = child(value, of: .unevaluatedItems, in: context)
      tables.traits.insert(.tracksEvaluated)
    }
    guard isUsed else { return }
    if record.logic < 0 {
      record.logic = Int32(clamping: tables.logic.count)
      tables.logic.append(rules)
    } else {
      tables.logic[Int(record.logic)] = rules
    }
  }

  /// Compiles an array of schemas.
  mutating func list(_ keyword: Keyword, _ parts: SchemaParts, _ context: Context) -> TableRange {
    guard let value = parts[keyword] else { return TableRange() }
    guard value.kind == .array, value.count > 0 || keyword == .prefixItems || keyword == .items else {
      report(.badKeyword(keyword.name, takes: "an array of schemas, not empty"), value, context)
      return TableRange()
    }
    var indices: [Int32] = []
    for item in value.items {
      let index = child(item, of: keyword, in: context)
      // A missing one has been reported; -1 never reaches evaluation.
      if index >= 0 { indices.append(index) }
    }
    return tables.append(list: indices)
  }
}
