internal import Diagnostics
internal import JSONSyntax
internal import Patterns

extension SchemaOutcome {
  /// The faults with their facts, in document order; a misspelt property that is required is told of once.
  public var findings: [SchemaFinding] { findings(atMost: .max) }

  /// How many faults there are.
  public var faultCount: Int { faults.count }

  /// The facts of the first `limit` faults: each costs a walk to its place.
  public func findings(atMost limit: Int) -> [SchemaFinding] {
    let faults = faults.prefix(limit)
    guard let document, let schema, !faults.isEmpty else { return [] }
    var missing: [Int32: [String]] = [:]
    for fault in faults where fault.code == .missingProperty || fault.code == .dependentMissing {
      missing[fault.node, default: []].append(missingName(fault))
    }
    let facts = FaultFacts(outcome: self, document: document, schema: schema)
    var explained: [Int32: Set<String>] = [:]
    var findings: [SchemaFinding?] = []
    for fault in faults {
      let fact: SchemaFault
      if fault.code == .unknownProperty {
        let names = missing[fault.second]?.filter { explained[fault.second]?.contains($0) != true } ?? []
        let (unknown, absent) = facts.unknown(fault, missing: names)
        if let absent { explained[fault.second, default: []].insert(absent) }
        fact = unknown
      } else {
        fact = facts.fact(fault)
      }
      findings.append(
        SchemaFinding(
          fault: fact, value: JSONValue(document: document, index: Int(fault.node)),
          subschema: Int(fault.schema), keyword: facts.keyword(fault)))
    }
    return zip(faults, findings).compactMap { fault, finding in
      let isAbsence = fault.code == .missingProperty || fault.code == .dependentMissing
      return isAbsence && explained[fault.node]?.contains(missingName(fault)) == true ? nil : finding
    }
  }
}

/// Turns the numbers of raw faults into facts.
struct FaultFacts {
  let outcome: SchemaOutcome
  let document: JSONDocument
  let schema: CompiledSchema

  /// An unknown property, and the missing one that it was probably meant to be.
  func unknown(_ fault: RawFault, missing: [String]) -> (SchemaFault, missing: String?) {
    let object = JSONValue(document: document, index: Int(fault.second))
    let name = JSONValue(document: document, index: Int(fault.node)).string ?? ""
    let present = Set(object.members.map { Array($0.key.content ?? []) })
    let known = schema.propertyNames(of: Int(fault.schema)).filter { !present.contains(Array($0.utf8)) }
    let absent = NearestNames.candidates(for: name, among: missing, limit: 1).first
    var candidates = NearestNames.candidates(for: name, among: known)
    if let absent {
      candidates.removeAll { $0 == absent }
      candidates.insert(absent, at: 0)
    }
    return (.unknownProperty(name: name, candidates: candidates, missing: absent), absent)
  }

  /// The facts of any other fault.
  func fact(_ fault: RawFault) -> SchemaFault {
    let (first, second) = (Int(fault.first), Int(fault.second))
    let value = JSONValue(document: document, index: Int(fault.node))
    switch fault.code {
    case .forbidden, .unknownProperty: return .forbidden
    case .wrongType:
      return .wrongType(
        expected: KindSet(rawValue: UInt16(clamping: first)).names, found: Self.typeName(value))
    case .notAllowedValue: return notAllowed([fault.first], value)
    case .notAllowedAnywhere: return notAllowed(Array(outcome.lists[first..<(first + second)]), value)
    case .missingProperty:
      return .missingProperty(name: outcome.missingName(fault), present: value.members.map(\.name))
    case .dependentMissing:
      let rules = schema.objects[first]
      let trigger = schema.dependencies[second].trigger
      return .missingBeside(
        name: outcome.missingName(fault),
        because: schema.name(schema.entries[Int(rules.entries.start + trigger)].name))
    case .tooFewProperties: return .tooFewProperties(limit: first, count: second)
    case .tooManyProperties: return .tooManyProperties(limit: first, count: second)
    case .tooShort: return .tooShort(limit: first, count: second)
    case .tooLong: return .tooLong(limit: first, count: second)
    case .pattern:
      return .patternMismatch(
        pattern: pattern(first), hint: schema.annotation("x-hint", ofSubschema: Int(fault.schema))?.string)
    case .format: return .formatMismatch(format: TextFormat(rawValue: UInt8(clamping: first))?.name ?? "")
    case .belowMinimum: return .belowMinimum(limit: constant(first), isExclusive: second == 1)
    case .aboveMaximum: return .aboveMaximum(limit: constant(first), isExclusive: second == 1)
    case .notMultiple: return .notMultiple(of: constant(first))
    case .tooFewItems: return .tooFewItems(limit: first, count: second)
    case .tooManyItems: return .tooManyItems(limit: first, count: second)
    case .notUnique: return .notUnique(firstNode: first)
    case .tooFewMatches: return .tooFewMatches(limit: first, count: second)
    case .tooManyMatches: return .tooManyMatches(limit: first, count: second)
    case .unexpectedItem: return .unexpectedItem
    case .noBranch:
      return .noBranchMatches(branches: outcome.lists[first..<(first + second)].map { label(Int($0)) })
    case .severalBranches: return .severalBranchesMatch(first: label(first), second: label(second))
    case .excluded: return .excluded
    case .budget: return .budget
    case .costlyPattern: return .costlyPattern(pattern: pattern(first))
    }
  }

  /// The keyword that a fault is about.
  func keyword(_ fault: RawFault) -> String {
    switch fault.code {
    case .forbidden: "false"
    case .wrongType: "type"
    case .notAllowedValue, .notAllowedAnywhere: "enum"
    case .unknownProperty: fault.first >= 0 ? "additionalProperties" : "unevaluatedProperties"
    case .missingProperty: "required"
    case .dependentMissing: "dependentRequired"
    case .tooFewProperties: "minProperties"
    case .tooManyProperties: "maxProperties"
    case .tooShort: "minLength"
    case .tooLong: "maxLength"
    case .pattern, .costlyPattern: "pattern"
    case .format: "format"
    case .belowMinimum: fault.second == 1 ? "exclusiveMinimum" : "minimum"
    case .aboveMaximum: fault.second == 1 ? "exclusiveMaximum" : "maximum"
    case .notMultiple: "multipleOf"
    case .tooFewItems: "minItems"
    case .tooManyItems: "maxItems"
    case .notUnique: "uniqueItems"
    case .tooFewMatches: "contains"
    case .tooManyMatches: "maxContains"
    case .unexpectedItem: "unevaluatedItems"
    case .noBranch: "anyOf"
    case .severalBranches: "oneOf"
    case .excluded: "not"
    case .budget: ""
    }
  }

  private func notAllowed(_ equalities: [Int32], _ value: JSONValue) -> SchemaFault {
    var allowed: [String] = []
    var names: [String] = []
    for equality in equalities {
      for position in schema.equalities[Int(equality)].indices {
        let constant = schema.constants[position]
        let listed = JSONValue(document: schema.documents[Int(constant.document)], index: Int(constant.node))
        let text = String(decoding: listed.text, as: UTF8.self)
        if !allowed.contains(text) { allowed.append(text) }
        if let name = listed.string { names.append(name) }
      }
    }
    let candidates = value.string.map { NearestNames.candidates(for: $0, among: names) } ?? []
    return .notAllowedValue(allowed: allowed, candidates: candidates)
  }

  private func constant(_ index: Int) -> String {
    let constant = schema.constants[index]
    let value = JSONValue(document: schema.documents[Int(constant.document)], index: Int(constant.node))
    return String(decoding: value.text, as: UTF8.self)
  }

  private func pattern(_ index: Int) -> String {
    String(decoding: schema.patterns[index].source, as: UTF8.self)
  }

  /// What a person calls a branch: its title, or the value or type that it asks for.
  private func label(_ index: Int) -> String {
    var position = index
    for _ in 0..<64 {
      if let title = schema.annotation("title", ofSubschema: position)?.string { return title }
      let next = schema.subschemas[position].reference
      guard next >= 0 else { break }
      position = Int(next)
    }
    let accepts = schema.subschemas[index].accepts
    return accepts.names.joined(separator: " or ")
  }

  static func typeName(_ value: JSONValue) -> String {
    switch value.kind {
    case .null: "null"
    case .true, .false: "boolean"
    case .number: "number"
    case .string, .key: "string"
    case .array: "array"
    case .object: "object"
    case .invalid: "invalid"
    }
  }
}

extension KindSet {
  /// The names of the types, as JSON Schema writes them.
  var names: [String] {
    var names: [String] = []
    if contains(.null) { names.append("null") }
    if contains(.boolean) { names.append("boolean") }
    if contains(.number) {
      names.append("number")
    } else if contains(.integer) {
      names.append("integer")
    }
    if contains(.string) { names.append("string") }
    if contains(.array) { names.append("array") }
    if contains(.object) { names.append("object") }
    return names
  }
}
