public import JSONSyntax

/// What a schema says of one place of a document, references followed and alternatives merged.
///
/// This is what the engines walk by that take documents field by field: diff, explain, completion, pages.
public struct Shape: Sendable {
  let table: ShapeTable
  let index: Int

  // Read in place: a copy of a whole record would be many counts of references.
  private var record: ShapeTable.Record { _read { yield table.records[index] } }

  /// The subschemas that are merged here, the nearest first.
  public var subschemas: [Int] { record.schemas.map(Int.init) }
  /// The properties that are known here, in the order of the schema.
  public var properties: [Property] {
    record.properties.map { Property(name: $0.name, shape: Shape(table: table, index: $0.shape)) }
  }
  /// The shape of an array's items.
  public var items: Shape? { record.items >= 0 ? Shape(table: table, index: record.items) : nil }
  /// The shape of the properties that are not known by name, where the schema describes them.
  public var otherProperties: Shape? { record.others >= 0 ? Shape(table: table, index: record.others) : nil }
  /// What people call the field.
  public var label: String? { notes.label }
  /// What helps people to fill in the field.
  public var help: String? { annotation("description")?.string }
  /// The names of the types that may stand here.
  public var types: [String] { record.types.names }
  /// The values that may stand here where the schema lists them, otherwise nothing.
  public var allowedValues: [JSONValue] {
    record.schemas.first { table.schema.subschemas[Int($0)].equality >= 0 }.map { schema in
      let equality = table.schema.subschemas[Int(schema)].equality
      return table.schema.equalities[Int(equality)].indices.map { position in
        let constant = table.schema.constants[position]
        return JSONValue(document: table.schema.documents[Int(constant.document)], index: Int(constant.node))
      }
    } ?? []
  }

  /// A property and its shape.
  public struct Property: Sendable {
    /// The property's name.
    public let name: String
    /// What may stand there.
    public let shape: Shape
  }

  /// The position of the property with a name among those that are known, in the order of the schema.
  public func position(of name: String) -> Int? {
    record.byName[ContentHash.of(name)]?.first { record.properties[$0].name.utf8.elementsEqual(name.utf8) }
  }

  /// The shape of the property with a name: a known one, or whatever other properties are.
  public subscript(_ name: String) -> Shape? {
    guard let position = position(of: name) else { return otherProperties }
    return Shape(table: table, index: record.properties[position].shape)
  }

  /// The shape of the property that a key names: a known one, or whatever other properties are.
  public subscript(key key: JSONValue) -> Shape? {
    guard let positions = record.byName[key.node.payload] else { return otherProperties }
    for position in positions
    where key.withContent({ $0.elementsEqual(record.properties[position].name.utf8) }) == true {
      return Shape(table: table, index: record.properties[position].shape)
    }
    return otherProperties
  }

  /// The value of a keyword, such as `x-list`, from the nearest subschema that has it.
  public func annotation(_ name: StaticString) -> JSONValue? {
    for schema in record.schemas {
      if let value = table.schema.value(ofSubschema: Int(schema))[name] { return value }
    }
    return nil
  }

  /// Whether two shapes are the same place of the same schema.
  public func isSame(as other: Shape) -> Bool { table === other.table && index == other.index }
}

extension Shape {
  /// How the items of a list are told apart, by `x-list`.
  public enum ListKind: String, Sendable {
    case set, keyed, ordered
    case appendOnly = "append-only"
  }

  /// How the items of the list are told apart; nil where the schema does not say.
  public var listKind: ListKind? { notes.listKind }
  /// The property that is the key of the list's items.
  public var listKey: String? { notes.listKey }
  /// Whether a list whose items have a key stands here, or somewhere within.
  public var leadsToKeys: Bool { table.leadsToKeys[index] }
  /// The kinds of definition that the text refers to, by `x-ref`.
  public var referredKinds: [String] { notes.referredKinds }
  /// Whether the text is a person's handle.
  public var isPerson: Bool { notes.flags.contains(.person) }
  /// Whether someone relies on the date.
  public var isPromise: Bool { notes.flags.contains(.promise) }
  /// Whether the value is an effort.
  public var isEffort: Bool { notes.flags.contains(.effort) }
  /// Whether the value is an amount of money.
  public var isMoney: Bool { notes.flags.contains(.money) }
  /// Whether the value is a date or period.
  public var isWhen: Bool { notes.flags.contains(.when) }
  /// Whether history knows the value by itself.
  public var isDerived: Bool { notes.flags.contains(.derived) }
  /// The class of a change of this field, unless a rule knows better.
  public var changeClass: String? { notes.changeClass }
  /// The states of a lifecycle: the order, those that end it, and those that pause it.
  public var lifecycle: (order: [String], final: [String], paused: [String])? { notes.lifecycle }
  /// The states of the lifecycle in which nobody relies on the definition yet: the first, unless the schema names them.
  public var tentativeStates: [String] { notes.tentative }
  /// Whether any property may stand here, so that none is part of what the schema describes.
  public var isFreeObject: Bool { notes.flags.contains(.freeObject) }

  /// What a number counts, by `x-unit`.
  public var unit: String? { notes.unit }
  /// The name of the text's format.
  public var format: String? { notes.format }
  /// Whether the text is prose of several lines.
  public var isProse: Bool { notes.flags.contains(.prose) }
  /// The property of the object whose lifecycle is the object's own.
  public var lifecycleProperty: Property? {
    notes.lifecycleProperty.map { position in
      let (name, shape) = record.properties[position]
      return Property(name: name, shape: Shape(table: table, index: shape))
    }
  }

  private var notes: ShapeNotes { table.notes.notes(of: self) }
}
