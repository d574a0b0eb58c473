internal import JSONSyntax
internal import Patterns

/// One evaluation: walks the value and the schema together, and notes faults and annotation hits.
///
/// While `isCollecting`, all faults are noted; otherwise evaluation only answers, and ends at the first fault.
struct Evaluator {
  let program: CompiledSchema
  let document: JSONDocument
  let bytes: UnsafeBufferPointer<UInt8>
  let nodes: UnsafeBufferPointer<JSONNode>
  let tables: ProgramView
  let matcher: PatternMatcher
  let isTrustedUTF8: Bool
  let tracksEvaluated: Bool
  let hasDynamicScope: Bool
  let evaluatesAllBranches: Bool
  var hits: [AnnotationHit]
  var faults: [RawFault]
  var lists: [Int32]
  var scratch: EvaluationScratch
  var isCollecting = true
  var isExhausted = false
  var stepsLeft: Int
  var depthLeft: Int

  init(
    _ program: CompiledSchema, _ document: JSONDocument, _ bytes: UnsafeBufferPointer<UInt8>,
    _ nodes: UnsafeBufferPointer<JSONNode>, _ matcher: PatternMatcher, _ budget: SchemaBudget,
    _ scratch: EvaluationScratch, _ outcome: SchemaOutcome
  ) {
    self.program = program
    self.document = document
    self.bytes = bytes
    self.nodes = nodes
    self.matcher = matcher
    tables = ProgramView(program)
    isTrustedUTF8 = document.faults.isEmpty
    tracksEvaluated = program.traits.contains(.tracksEvaluated)
    hasDynamicScope = program.traits.contains(.hasDynamicScope)
    evaluatesAllBranches = tracksEvaluated || program.traits.contains(.hasAnnotations)
    hits = outcome.hits
    faults = outcome.faults
    lists = outcome.lists
    self.scratch = scratch
    stepsLeft = budget.steps
    depthLeft = budget.depth
  }

  /// Checks the value at a node against the program's schema.
  mutating func run(_ node: Int) -> Bool {
    scratch.evaluated.removeAll(keepingCapacity: true)
    scratch.scopes.removeAll(keepingCapacity: true)
    scratch.disabledPatterns.removeAll(keepingCapacity: true)
    let isValid = check(program.entry, node)
    if isExhausted {
      faults.append(RawFault(code: .budget, node: Int32(truncatingIfNeeded: node), schema: program.entry))
    }
    for pattern in scratch.disabledPatterns {
      faults.append(
        RawFault(
          code: .costlyPattern, node: Int32(truncatingIfNeeded: node), schema: program.entry, first: pattern))
    }
    return isValid && faults.isEmpty
  }

  // MARK: Bookkeeping

  /// Notes a fault; the answer is always false, for the caller to return.
  mutating func fault(
    _ code: RawFault.Code, _ node: Int, _ schema: Int, _ first: Int32 = 0, _ second: Int32 = 0
  ) -> Bool {
    if isCollecting, !isExhausted {
      faults.append(
        RawFault(
          code: code, node: Int32(truncatingIfNeeded: node), schema: Int32(truncatingIfNeeded: schema),
          first: first, second: second))
    }
    return false
  }

  /// Takes steps from the budget; false where none are left.
  @inline(__always)
  mutating func spend(_ steps: Int) -> Bool {
    stepsLeft -= steps
    if stepsLeft >= 0 { return true }
    isExhausted = true
    return false
  }

  /// The index of the node after the value at an index.
  @inline(__always)
  func next(after index: Int) -> Int {
    let node = nodes[index]
    return node.kind == .array || node.kind == .object ? Int(node.payload) : index + 1
  }

  // MARK: One schema, one value

  /// Checks one value against one schema.
  mutating func check(_ start: Int32, _ node: Int) -> Bool {
    var index = Int(start)
    var record = tables.subschemas[index]
    if !hasDynamicScope {
      while record.flags.contains(.isAlias) {
        index = Int(record.reference)
        record = tables.subschemas[index]
      }
    }
    if record.flags.contains(.isTrue) { return true }
    guard spend(1) else { return false }
    if record.flags.contains(.isFalse) { return fault(.forbidden, node, index) }
    guard depthLeft > 0 else {
      isExhausted = true
      return false
    }
    depthLeft -= 1
    defer { depthLeft += 1 }
    guard hasDynamicScope else { return check(record, index, node) }
    let isEntered = scratch.scopes.last != record.resource
    if isEntered { scratch.scopes.append(record.resource) }
    let isValid = check(record, index, node)
    if isEntered { scratch.scopes.removeLast() }
    return isValid
  }

  @inline(__always)
  private mutating func check(_ record: SubschemaRecord, _ index: Int, _ node: Int) -> Bool {
    let value = nodes[node]
    if record.types != .all, !hasType(value, record.types) {
      return value.kind == .invalid || fault(.wrongType, node, index, Int32(record.types.rawValue))
    }
    if record.equality >= 0, !equalsAny(Int(record.equality), node) {
      return value.kind == .invalid || fault(.notAllowedValue, node, index, record.equality)
    }
    let mark = scratch.evaluated.count
    var isValid = true
    let isContainer = value.kind == .object || value.kind == .array
    if isContainer, record.flags.contains(.isAnnotated) { hit(node, index) }
    if record.reference >= 0, !check(record.reference, node) {
      isValid = false
      if !isCollecting { return false }
    }
    switch value.kind {
    case .object:
      if record.object >= 0 { isValid = checkObject(Int(record.object), index, node) && isValid }
    case .array:
      if record.array >= 0 { isValid = checkArray(Int(record.array), index, node) && isValid }
    case .string, .key:
      if record.string >= 0, isValid { isValid = checkString(Int(record.string), index, node) }
    case .number:
      if record.number >= 0, isValid { isValid = checkNumber(Int(record.number), index, node) }
    default: break
    }
    if !isValid, !isCollecting { return false }
    if record.logic >= 0 { isValid = checkLogic(Int(record.logic), index, node, mark) && isValid }
    if isValid, !isContainer, record.flags.contains(.isAnnotated) { hit(node, index) }
    return isValid
  }

  @inline(__always)
  private mutating func hit(_ node: Int, _ index: Int) {
    hits.append(
      AnnotationHit(node: Int32(truncatingIfNeeded: node), subschema: Int32(truncatingIfNeeded: index)))
  }

  @inline(__always)
  private func hasType(_ value: JSONNode, _ types: KindSet) -> Bool {
    switch value.kind {
    case .null: types.contains(.null)
    case .true, .false: types.contains(.boolean)
    case .string, .key: types.contains(.string)
    case .array: types.contains(.array)
    case .object: types.contains(.object)
    case .number:
      types.contains(.number)
        || (types.contains(.integer) && (value.isIntegerToken || isWhole(value)))
    case .invalid: false
    }
  }

  private func isWhole(_ value: JSONNode) -> Bool {
    ExactDecimal(bytes[Int(value.start)..<Int(value.end)])?.isInteger ?? false
  }

  /// The kinds that a value is of.
  func kinds(_ value: JSONNode) -> KindSet {
    switch value.kind {
    case .null: .null
    case .true, .false: .boolean
    case .string, .key: .string
    case .array: .array
    case .object: .object
    case .number: value.isIntegerToken || isWhole(value) ? .integer : .fraction
    case .invalid: .all
    }
  }
}

extension JSONNode {
  // The flags by their bits: this is asked of every value.
  @inline(__always) var hasEscape: Bool { flags.rawValue & 1 != 0 }
  @inline(__always) var isPlain: Bool { flags.rawValue & 3 == 0 }
  @inline(__always) var isIntegerToken: Bool { flags.rawValue & 4 != 0 }
}
