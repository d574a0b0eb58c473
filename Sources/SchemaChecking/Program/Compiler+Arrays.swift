internal import JSONSyntax

extension SchemaCompiler {
  /// Compiles the keywords of arrays.
  mutating func compileArray(_ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context) {
    var rules = ArrayRules()
    var isUsed = false
    if context.draft == .draft2020 {
      if parts[.prefixItems] != nil {
        rules.prefix = list(.prefixItems, parts, context)
        isUsed = true
      }
      if let value = parts[.items] {
        if value.kind == .array {
          report(
            .badKeyword("items", takes: "one schema; a list of them is called 'prefixItems'"), value, context)
        } else {
          rules.items = child(value, of: .items, in: context)
          isUsed = true
        }
      }
    } else if let value = parts[.items] {
      // Older editions write the schemas of the first items as an array, and of the rest as additionalItems.
      if value.kind == .array {
        rules.prefix = list(.items, parts, context)
        if let rest = parts[.additionalItems] { rules.items = child(rest, of: .additionalItems, in: context) }
      } else {
        rules.items = child(value, of: .items, in: context)
      }
      isUsed = true
    }
    if let value = parts[.contains] {
      rules.contains = child(value, of: .contains, in: context)
      if context.draft != .draft7 {
        rules.minContains = max(count(.minContains, parts, context), -1)
        if parts[.minContains] == nil { rules.minContains = 1 }
        rules.maxContains = count(.maxContains, parts, context)
      }
      isUsed = true
    }
    rules.minimum = count(.minItems, parts, context)
    rules.maximum = count(.maxItems, parts, context)
    if let value = parts[.uniqueItems] {
      guard let unique = value.bool else {
        report(.badKeyword("uniqueItems", takes: "true or false"), value, context)
        return
      }
      rules.isUnique = unique
    }
    guard isUsed || rules.minimum >= 0 || rules.maximum >= 0 || rules.isUnique else { return }
    record.array = Int32(clamping: tables.arrays.count)
    tables.arrays.append(rules)
  }

  /// The value of a keyword that is a count, cut at what no document exceeds; -1 where there is none.
  mutating func count(_ keyword: Keyword, _ parts: SchemaParts, _ context: Context) -> Int32 {
    guard let value = parts[keyword] else { return -1 }
    guard let number = value.decimal, number.isInteger, !number.isNegative else {
      report(.badKeyword(keyword.name, takes: "a whole number that is not negative"), value, context)
      return -1
    }
    return Int32(clamping: number.integer ?? .max)
  }
}
