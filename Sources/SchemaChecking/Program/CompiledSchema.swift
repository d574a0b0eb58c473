public import JSONSyntax
internal import Patterns
internal import Synchronization

/// A schema made ready for checking: flat tables, read by any number of validators at once.
public final class CompiledSchema: Sendable {
  let subschemas: FrozenArray<SubschemaRecord>
  let objects: FrozenArray<ObjectRules>
  let arrays: FrozenArray<ArrayRules>
  let strings: FrozenArray<StringRules>
  let numbers: FrozenArray<NumberRules>
  let logic: FrozenArray<LogicRules>
  let equalities: FrozenArray<TableRange>
  let constants: FrozenArray<Constant>
  let entries: FrozenArray<PropertyEntry>
  let slots: FrozenArray<Int32>
  let dependencies: FrozenArray<DependencyRule>
  let patternRules: FrozenArray<PatternRule>
  let lists: FrozenArray<Int32>
  let text: FrozenArray<UInt8>
  let patterns: [Pattern]
  /// The same patterns, which the array keeps alive.
  let patternTable: FrozenArray<Unmanaged<Pattern>>
  let documents: [JSONDocument]
  /// For each dynamic name the schema that it means in each resource, or -1.
  let dynamicTargets: FrozenArray<Int32>
  let resourceCount: Int
  let traits: Traits
  let entry: Int32
  private let shapes = Mutex<ShapeTable?>(nil)

  /// What evaluation has to keep track of because some schema asks for it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    static let tracksEvaluated = Traits(rawValue: 1)
    static let hasDynamicScope = Traits(rawValue: 2)
    static let hasAnnotations = Traits(rawValue: 4)
  }

  init(_ tables: ProgramTables, documents: [JSONDocument], entry: Int32) {
    subschemas = FrozenArray(tables.subschemas)
    objects = FrozenArray(tables.objects)
    arrays = FrozenArray(tables.arrays)
    strings = FrozenArray(tables.strings)
    numbers = FrozenArray(tables.numbers)
    logic = FrozenArray(tables.logic)
    equalities = FrozenArray(tables.equalities)
    constants = FrozenArray(tables.constants)
    entries = FrozenArray(tables.entries)
    slots = FrozenArray(tables.slots)
    dependencies = FrozenArray(tables.dependencies)
    patternRules = FrozenArray(tables.patternRules)
    lists = FrozenArray(tables.lists)
    text = FrozenArray(tables.text)
    patterns = tables.patterns
    patternTable = FrozenArray(tables.patterns.map(Unmanaged.passUnretained))
    dynamicTargets = FrozenArray(tables.dynamicTargets)
    resourceCount = tables.resourceCount
    traits = tables.traits
    self.documents = documents
    self.entry = entry
  }

  /// The number of subschemas; annotation hits and findings name them by index.
  public var subschemaCount: Int { subschemas.count }

  /// The subschema as it stands in its document, with all its keywords.
  public func value(ofSubschema index: Int) -> JSONValue {
    let record = subschemas[index]
    return JSONValue(document: documents[Int(record.document)], index: Int(record.node))
  }

  /// The value of a keyword of a subschema, such as `title` or an annotation; nil where it has none.
  public func annotation(_ name: StaticString, ofSubschema index: Int) -> JSONValue? {
    value(ofSubschema: index)[name]
  }

  /// The view of the whole schema for those who walk documents field by field.
  public var shape: Shape {
    let table = shapes.withLock { shapes in
      if let shapes { return shapes }
      let made = ShapeTable(self)
      shapes = made
      return made
    }
    return Shape(table: table, index: 0)
  }

  func name(_ range: TextRange) -> String {
    String(
      decoding: UnsafeBufferPointer(rebasing: text.buffer[Int(range.start)..<Int(range.start + range.count)]),
      as: UTF8.self)
  }
}

/// The tables of a program while it is being made.
struct ProgramTables {
  var subschemas: [SubschemaRecord] = []
  var objects: [ObjectRules] = []
  var arrays: [ArrayRules] = []
  var strings: [StringRules] = []
  var numbers: [NumberRules] = []
  var logic: [LogicRules] = []
  var equalities: [TableRange] = []
  var constants: [Constant] = []
  var entries: [PropertyEntry] = []
  var slots: [Int32] = []
  var dependencies: [DependencyRule] = []
  var patternRules: [PatternRule] = []
  var lists: [Int32] = []
  var text: [UInt8] = []
  var patterns: [Pattern] = []
  var dynamicTargets: [Int32] = []
  var resourceCount = 0
  var traits: CompiledSchema.Traits = []

  mutating func intern(_ bytes: some Collection<UInt8>) -> TextRange {
    let range = TextRange(start: Int32(clamping: text.count), count: Int32(clamping: bytes.count))
    text.append(contentsOf: bytes)
    return range
  }

  mutating func append(list: [Int32]) -> TableRange {
    let range = TableRange(start: Int32(clamping: lists.count), count: Int32(clamping: list.count))
    lists.append(contentsOf: list)
    return range
  }
}
