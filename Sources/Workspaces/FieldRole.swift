internal import JSONSyntax

/// What a field's annotations say of the value in it: how engines know fields without naming them.
public struct FieldRole: Hashable, Sendable {
  /// The kinds that the value refers to (`x-ref`); empty where it is no reference.
  public var kinds: [String] = []
  /// The list of the target whose item is meant after a slash, or of the definition in `partOf` (`x-ref-part`).
  public var part: String?
  /// The field of the same definition that names the target of a part (`x-ref-part-of`).
  public var partOf: String?
  /// The list of the same definition whose item is meant (`x-ref-local`).
  public var local: String?
  /// Whether the value is a person's handle (`x-person`).
  public var isPerson = false
  /// Whether the value may have line breaks (`x-multiline`).
  public var isMultiline = false

  /// The keywords whose values engines need to hear of while a definition is checked.
  public static let keywords = ["x-ref", "x-ref-part", "x-ref-local", "x-person", "x-multiline"]

  /// Reads the annotations of one subschema, a JSON object.
  init(_ subschema: JSONValue) {
    kinds = subschema.items("x-ref").compactMap(\.string)
    part = subschema.string("x-ref-part")
    partOf = subschema.string("x-ref-part-of")
    local = subschema.string("x-ref-local")
    isPerson = subschema["x-person"]?.bool ?? false
    isMultiline = subschema["x-multiline"]?.bool ?? false
  }
}
