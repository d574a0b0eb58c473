internal import JSONSyntax

extension SchemaCompiler {
  /// Compiles the keywords of objects.
  mutating func compileObject(_ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context) {
    let used: [Keyword] = [
      .properties, .patternProperties, .additionalProperties, .propertyNames, .required, .minProperties,
      .maxProperties, .dependentRequired, .dependentSchemas, .dependencies,
    ]
    guard used.contains(where: { parts[$0] != nil }) else { return }
    var rules = ObjectRules()
    var entries = EntryList()
    readRequired(parts, &entries, context)
    let dependencies = readDependencies(parts, &entries, context)
    readProperties(parts, &entries, context)
    readPatterns(parts, &rules, context)
    if let value = parts[.additionalProperties] {
      rules.additional = child(value, of: .additionalProperties, in: context)
      rules.isClosed = value.bool == false
    }
    if let value = parts[.propertyNames] { rules.names = child(value, of: .propertyNames, in: context) }
    rules.minimum = count(.minProperties, parts, context)
    rules.maximum = count(.maxProperties, parts, context)
    rules.dependencies = TableRange(
      start: Int32(clamping: tables.dependencies.count), count: Int32(clamping: dependencies.count))
    tables.dependencies += dependencies
    finish(entries, &rules)
    record.object = Int32(clamping: tables.objects.count)
    tables.objects.append(rules)
  }

  /// The properties that one schema names, those that have to be looked for first.
  struct EntryList {
    var names: [[UInt8]] = []
    var schemas: [Int32] = []
    var required: [Bool] = []
    private var positions: [[UInt8]: Int] = [:]

    mutating func position(of name: [UInt8]) -> Int {
      if let position = positions[name] { return position }
      positions[name] = names.count
      names.append(name)
      schemas.append(-1)
      required.append(false)
      return names.count - 1
    }
  }

  private mutating func readRequired(_ parts: SchemaParts, _ entries: inout EntryList, _ context: Context) {
    guard let value = parts[.required] else { return }
    guard let names = names(in: value) else {
      report(.badKeyword("required", takes: "an array of property names"), value, context)
      return
    }
    for name in names { entries.required[entries.position(of: name)] = true }
  }

  private func names(in value: JSONValue) -> [[UInt8]]? {
    guard value.kind == .array else { return nil }
    var names: [[UInt8]] = []
    for item in value.items {
      guard item.kind == .string, let name = item.content else { return nil }
      names.append(Array(name))
    }
    return names
  }

  private mutating func readDependencies(
    _ parts: SchemaParts, _ entries: inout EntryList, _ context: Context
  ) -> [DependencyRule] {
    var rules: [DependencyRule] = []
    for keyword in [Keyword.dependentRequired, .dependentSchemas, .dependencies] {
      guard let value = parts[keyword] else { continue }
      guard value.kind == .object else {
        report(.badKeyword(keyword.name, takes: "an object"), value, context)
        continue
      }
      for member in value.members {
        let trigger = Int32(clamping: entries.position(of: Array(member.key.content ?? [])))
        if keyword != .dependentSchemas, let names = names(in: member.value) {
          for name in names {
            let required = Int32(clamping: entries.position(of: name))
            rules.append(DependencyRule(trigger: trigger, required: required, schema: -1))
          }
        } else if keyword == .dependentRequired {
          report(.badKeyword(keyword.name, takes: "arrays of property names"), member.value, context)
        } else {
          let schema = child(member.value, of: keyword, in: context)
          rules.append(DependencyRule(trigger: trigger, required: -1, schema: schema))
        }
      }
    }
    return rules
  }

  private mutating func readProperties(
    _ parts: SchemaParts, _ entries: inout EntryList, _ context: Context
  ) {
    guard let value = parts[.properties] else { return }
    guard value.kind == .object else {
      report(.badKeyword("properties", takes: "an object of schemas"), value, context)
      return
    }
    for member in value.members {
      let schema = child(member.value, of: .properties, in: context)
      entries.schemas[entries.position(of: Array(member.key.content ?? []))] = schema
    }
  }

  private mutating func readPatterns(_ parts: SchemaParts, _ rules: inout ObjectRules, _ context: Context) {
    guard let value = parts[.patternProperties] else { return }
    guard value.kind == .object else {
      report(.badKeyword("patternProperties", takes: "an object of schemas"), value, context)
      return
    }
    var found: [PatternRule] = []
    for member in value.members {
      let schema = child(member.value, of: .patternProperties, in: context)
      found.append(PatternRule(pattern: pattern(member.key, context), schema: schema))
    }
    rules.patterns = TableRange(
      start: Int32(clamping: tables.patternRules.count), count: Int32(clamping: found.count))
    tables.patternRules += found
  }

  /// Lays the entries out as a hash table with open addressing, at most half full.
  private mutating func finish(_ entries: EntryList, _ rules: inout ObjectRules) {
    let count = entries.names.count
    rules.entries = TableRange(
      start: Int32(clamping: tables.entries.count), count: Int32(clamping: count))
    guard count > 0 else { return }
    var size = 4
    while size < count * 2 { size *= 2 }
    rules.slots = Int32(clamping: tables.slots.count)
    rules.slotMask = Int32(clamping: size - 1)
    var slots = [Int32](repeating: -1, count: size)
    for position in 0..<count {
      let hash = entries.names[position].withUnsafeBufferPointer { ContentHash.of($0) }
      var slot = Int(hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(clamping: position)
      let isRequired = entries.required[position]
      if isRequired {
        if position < 64 {
          rules.required |= 1 << UInt64(position)
        } else {
          rules.hasLateRequired = true
        }
      }
      tables.entries.append(
        PropertyEntry(
          hash: hash, name: tables.intern(entries.names[position]), schema: entries.schemas[position],
          isRequired: isRequired))
    }
    tables.slots += slots
  }
}
