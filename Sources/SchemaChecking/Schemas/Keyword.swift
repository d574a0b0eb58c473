internal import JSONSyntax

/// The keywords of JSON Schema that the compiler knows.
enum Keyword: UInt8, CaseIterable {
  case id, schema, ref, anchor, dynamicRef, dynamicAnchor, vocabulary, comment, defs
  case recursiveRef, recursiveAnchor
  case definitions
  case allOf, anyOf, oneOf, not
  case `if`, then, `else`
  case dependentSchemas, dependentRequired, dependencies
  case prefixItems, items, additionalItems, contains, minContains, maxContains
  case properties, patternProperties, additionalProperties, propertyNames
  case unevaluatedItems, unevaluatedProperties
  case type, const, `enum`
  case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum
  case maxLength, minLength, pattern, format
  case maxItems, minItems, uniqueItems
  case maxProperties, minProperties, required
  case title, description, `default`, deprecated, readOnly, writeOnly, examples
  case contentEncoding, contentMediaType, contentSchema

  /// What a keyword's value holds of subschemas.
  enum Holding { case none, schema, list, map }

  /// What this keyword's value holds of subschemas.
  var holding: Holding {
    switch self {
    case .defs, .definitions, .properties, .patternProperties, .dependentSchemas, .dependencies: .map
    case .allOf, .anyOf, .oneOf, .prefixItems: .list
    case .not, .if, .then, .else, .items, .additionalItems, .contains, .additionalProperties, .propertyNames,
      .unevaluatedItems, .unevaluatedProperties, .contentSchema:
      .schema
    default: .none
    }
  }

  /// The vocabulary that gives the keyword its meaning.
  var vocabulary: Vocabulary {
    switch self {
    case .allOf, .anyOf, .oneOf, .not, .if, .then, .else, .dependentSchemas, .dependencies, .prefixItems,
      .items,
      .additionalItems, .contains, .properties, .patternProperties, .additionalProperties, .propertyNames:
      .applicator
    case .unevaluatedItems, .unevaluatedProperties: .unevaluated
    case .type, .const, .enum, .multipleOf, .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum,
      .maxLength,
      .minLength, .pattern, .maxItems, .minItems, .uniqueItems, .maxProperties, .minProperties, .required,
      .dependentRequired, .minContains, .maxContains:
      .validation
    default: .core
    }
  }

  /// The keyword that a key of a schema is, or nil for one that JSON Schema does not know.
  static func of(_ key: JSONValue) -> Keyword? {
    guard let keyword = byHash[key.node.payload], key.content?.elementsEqual(keyword.name.utf8) == true else {
      return nil
    }
    return keyword
  }

  private static let byHash = Dictionary(
    allCases.map { (ContentHash.of($0.name), $0) }, uniquingKeysWith: { first, _ in first })

  /// The keyword as schemas write it.
  var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { keyword in
    keyword.rawValue < Keyword.definitions.rawValue ? "$\(keyword)" : "\(keyword)"
  }
}

/// The vocabularies that switch keywords on.
struct Vocabulary: OptionSet, Hashable {
  let rawValue: UInt8
  static let core = Vocabulary(rawValue: 1)
  static let applicator = Vocabulary(rawValue: 2)
  static let unevaluated = Vocabulary(rawValue: 4)
  static let validation = Vocabulary(rawValue: 8)
  static let formatAssertion = Vocabulary(rawValue: 16)
  static let standard: Vocabulary = [.core, .applicator, .unevaluated, .validation]
}

/// The edition of JSON Schema that a resource says it is written in.
enum SchemaDraft: Sendable {
  case draft7, draft2019, draft2020

  /// The edition that a `$schema` names; whatever is not known is read as 2020-12.
  init(metaschema: [UInt8]) {
    let text = String(decoding: metaschema, as: UTF8.self)
    if text.utf8.count > 200 {
      self = .draft2020
    } else if text.hasPrefix("http://json-schema.org/draft-07/")
      || text.hasPrefix("http://json-schema.org/draft-06/")
    {
      self = .draft7
    } else if text.hasPrefix("https://json-schema.org/draft/2019-09/") {
      self = .draft2019
    } else {
      self = .draft2020
    }
  }
}
