public import JSONSyntax

/// What a value needs so that it can be valid.
extension Shape {
  /// The names of the properties without which an object is not valid, in the order of the schema.
  public var required: [String] {
    var names: [String] = []
    for schema in subschemas {
      for name in table.schema.value(ofSubschema: schema)["required"]?.items.compactMap(\.string) ?? []
      where !names.contains(name) { names.append(name) }
    }
    let order = properties.map(\.name)
    return names.sorted { (order.firstIndex(of: $0) ?? .max) < (order.firstIndex(of: $1) ?? .max) }
  }

  /// The fewest items that a list may have.
  public var minimumItems: Int { annotation("minItems")?.integer ?? 0 }

  /// The only value that may stand here, where there is only one.
  public var constant: JSONValue? { allowedValues.count == 1 ? allowedValues.first : nil }

  /// The first of the schema's examples.
  public var example: JSONValue? { annotation("examples")?.item(at: 0) }
}
