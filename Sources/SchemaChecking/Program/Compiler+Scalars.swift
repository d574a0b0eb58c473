internal import JSONSyntax

extension SchemaCompiler {
  /// Compiles the keywords about the value itself: its type, what it equals, and its size.
  mutating func compileScalars(_ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context) {
    if let value = parts[.type] { record.types = types(value, context) }
    compileEquality(parts, &record, context)
    compileString(parts, &record, context)
    compileNumber(parts, &record, context)
  }

  private mutating func types(_ value: JSONValue, _ context: Context) -> KindSet {
    var result: KindSet = []
    let names = value.kind == .array ? Array(value.items) : [value]
    for name in names {
      switch name.string {
      case "null": result.insert(.null)
      case "boolean": result.insert(.boolean)
      case "integer": result.insert(.integer)
      case "number": result.insert(.number)
      case "string": result.insert(.string)
      case "array": result.insert(.array)
      case "object": result.insert(.object)
      default:
        report(
          .badKeyword("type", takes: "null, boolean, integer, number, string, array or object"), name, context
        )
        return .all
      }
    }
    return result
  }

  private mutating func compileEquality(
    _ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context
  ) {
    if let value = parts[.enum], value.kind != .array {
      report(.badKeyword("enum", takes: "an array of values"), value, context)
      return
    }
    let listed = parts[.enum].map { Array($0.items) }
    guard let values = parts[.const].map({ [$0] }) ?? listed else { return }
    record.equality = equality(values, context)
    if parts[.const] != nil, let listed {
      // Both at once is rare: the second one becomes a schema of its own, applied beside this one.
      var extra = SubschemaRecord()
      extra.resource = record.resource
      extra.document = record.document
      extra.node = record.node
      extra.equality = equality(listed, context)
      let index = Int32(clamping: tables.subschemas.count)
      tables.subschemas.append(extra)
      var rules = record.logic >= 0 ? tables.logic[Int(record.logic)] : LogicRules()
      let before = rules.allOf.indices.map { tables.lists[$0] }
      rules.allOf = tables.append(list: before + [index])
      record.logic = Int32(clamping: tables.logic.count)
      tables.logic.append(rules)
    }
  }

  private mutating func equality(_ values: [JSONValue], _ context: Context) -> Int32 {
    let range = TableRange(
      start: Int32(clamping: tables.constants.count), count: Int32(clamping: values.count))
    for value in values { tables.constants.append(constant(value, context)) }
    tables.equalities.append(range)
    return Int32(clamping: tables.equalities.count - 1)
  }

  private mutating func constant(_ value: JSONValue, _ context: Context) -> Constant {
    var constant = Constant(
      kind: .composite, document: Int32(clamping: context.document), node: Int32(clamping: value.index))
    switch value.kind {
    case .null: constant.kind = .null
    case .true: constant.kind = .true
    case .false: constant.kind = .false
    case .number:
      constant.kind = .number
      constant.number = Array(value.text).withUnsafeBufferPointer { ShortDecimal(token: $0) }
    case .string:
      constant.kind = .string
      constant.hash = value.node.payload
      constant.text = tables.intern(value.content ?? [])
    default: break
    }
    return constant
  }

  private mutating func compileString(
    _ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context
  ) {
    var rules = StringRules()
    rules.minimum = count(.minLength, parts, context)
    rules.maximum = count(.maxLength, parts, context)
    if let value = parts[.pattern] {
      guard value.kind == .string else {
        report(.badKeyword("pattern", takes: "a regular expression as text"), value, context)
        return
      }
      rules.pattern = pattern(value, context)
    }
    if context.vocabulary.contains(.formatAssertion), let name = parts[.format]?.string {
      rules.format = TextFormat(name: name)
    }
    guard rules.minimum >= 0 || rules.maximum >= 0 || rules.pattern >= 0 || rules.format != nil else {
      return
    }
    record.string = Int32(clamping: tables.strings.count)
    tables.strings.append(rules)
  }

  private mutating func compileNumber(
    _ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context
  ) {
    var rules = NumberRules()
    rules.minimum = bound(.minimum, parts, context)
    rules.maximum = bound(.maximum, parts, context)
    rules.exclusiveMinimum = bound(.exclusiveMinimum, parts, context)
    rules.exclusiveMaximum = bound(.exclusiveMaximum, parts, context)
    rules.multiple = bound(.multipleOf, parts, context)
    if rules.multiple >= 0, let value = parts[.multipleOf], let number = value.decimal,
      number.isNegative || number.isZero || number.digits.count > 18
    {
      report(.badKeyword("multipleOf", takes: "a number above zero of at most 18 digits"), value, context)
    }
    let isUsed = [
      rules.minimum, rules.maximum, rules.exclusiveMinimum, rules.exclusiveMaximum, rules.multiple,
    ].contains { $0 >= 0 }
    guard isUsed else { return }
    record.number = Int32(clamping: tables.numbers.count)
    tables.numbers.append(rules)
  }

  private mutating func bound(_ keyword: Keyword, _ parts: SchemaParts, _ context: Context) -> Int32 {
    guard let value = parts[keyword] else { return -1 }
    guard value.kind == .number else {
      report(.badKeyword(keyword.name, takes: "a number"), value, context)
      return -1
    }
    tables.constants.append(constant(value, context))
    return Int32(clamping: tables.constants.count - 1)
  }
}
