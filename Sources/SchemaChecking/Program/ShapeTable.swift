internal import JSONSyntax
internal import Synchronization

/// All shapes of one schema, made at once: each is a set of subschemas that describe the same place.
final class ShapeTable: Sendable {
  struct Record: Sendable {
    var schemas: [Int32]
    var properties: [(name: String, shape: Int)] = []
    var byName: [UInt32: [Int]] = [:]
    var items = -1
    var others = -1
    var types = KindSet.all
  }

  let schema: CompiledSchema
  let records: [Record]
  let notes = LazyNotes()
  private let keyed = Mutex<[Bool]?>(nil)

  init(_ schema: CompiledSchema) {
    self.schema = schema
    var builder = ShapeBuilder(schema)
    builder.build()
    records = builder.records
  }

  /// For each shape, whether a list whose items have a key stands there or within: worked out when first asked for.
  var leadsToKeys: [Bool] {
    if let keyed = keyed.withLock({ $0 }) { return keyed }
    var leads = records.indices.map { index in
      records[index].items >= 0 && Shape(table: self, index: index).listKey != nil
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, record) in records.enumerated() where !leads[index] {
        let within = record.properties.map(\.shape) + [record.items, record.others]
        guard within.contains(where: { $0 >= 0 && leads[$0] }) else { continue }
        leads[index] = true
        hasChanged = true
      }
    }
    keyed.withLock { [leads] in $0 = leads }
    return leads
  }
}

/// Makes shapes from a list of what is still to do, the root's first.
private struct ShapeBuilder {
  let schema: CompiledSchema
  var records: [ShapeTable.Record] = []
  private var known: [[Int32]: Int] = [:]
  /// More shapes than any sensible schema has; beyond them, places have no shape.
  private let limit = 20_000

  init(_ schema: CompiledSchema) {
    self.schema = schema
  }

  mutating func build() {
    _ = shape(of: [schema.entry])
    var position = 0
    while position < records.count {
      fill(position)
      position += 1
    }
  }

  private mutating func shape(of start: [Int32]) -> Int {
    let closure = schema.closure(of: start)
    if let index = known[closure] { return index }
    guard records.count < limit else { return -1 }
    known[closure] = records.count
    records.append(ShapeTable.Record(schemas: closure))
    return records.count - 1
  }

  private mutating func fill(_ position: Int) {
    let schemas = records[position].schemas
    var names: [(name: String, hash: UInt32, schemas: [Int32])] = []
    var places: [[UInt8]: Int] = [:]
    var items: [Int32] = []
    var others: [Int32] = []
    var types: KindSet = []
    for index in schemas {
      let record = schema.subschemas[Int(index)]
      types.formUnion(record.types == .all ? [] : record.accepts)
      if record.array >= 0 {
        let rules = schema.arrays[Int(record.array)]
        items += rules.prefix.indices.map { schema.lists[$0] } + (rules.items >= 0 ? [rules.items] : [])
      }
      guard record.object >= 0 else { continue }
      let rules = schema.objects[Int(record.object)]
      if rules.additional >= 0, !rules.isClosed { others.append(rules.additional) }
      others += rules.patterns.indices.map { schema.patternRules[$0].schema }
      guard let properties = schema.value(ofSubschema: Int(index))["properties"] else { continue }
      for member in properties.members {
        let bytes = Array(member.key.content ?? [])
        guard let child = entry(bytes, member.key.node.payload, rules) else { continue }
        if let place = places[bytes] {
          names[place].schemas.append(child)
        } else {
          places[bytes] = names.count
          names.append((member.name, member.key.node.payload, [child]))
        }
      }
    }
    for property in names {
      let child = shape(of: property.schemas)
      guard child >= 0 else { continue }
      records[position].byName[property.hash, default: []].append(records[position].properties.count)
      records[position].properties.append((property.name, child))
    }
    if !items.isEmpty { records[position].items = shape(of: items) }
    if !others.isEmpty { records[position].others = shape(of: others) }
    records[position].types = types.isEmpty ? schema.subschemas[Int(schemas[0])].accepts : types
  }

  /// The schema of a property, found by its name among an object's entries.
  private func entry(_ name: [UInt8], _ hash: UInt32, _ rules: ObjectRules) -> Int32? {
    guard rules.slotMask >= 0 else { return nil }
    var slot = Int(hash) & Int(rules.slotMask)
    while true {
      let position = schema.slots[Int(rules.slots) + slot]
      if position < 0 { return nil }
      let entry = schema.entries[Int(rules.entries.start + position)]
      if entry.hash == hash {
        let range = Int(entry.name.start)..<Int(entry.name.start + entry.name.count)
        if schema.text.buffer[range].elementsEqual(name) { return entry.schema >= 0 ? entry.schema : nil }
      }
      slot = (slot + 1) & Int(rules.slotMask)
    }
  }
}
