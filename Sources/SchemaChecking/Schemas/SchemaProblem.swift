public import JSONSyntax
public import Patterns

/// Something wrong with a schema itself, at one place of its document.
public struct SchemaProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The document has no schema at its root: it is neither an object nor a truth value.
    case notASchema
    /// A keyword's value is not what the keyword takes.
    case badKeyword(String, takes: String)
    /// A regular expression cannot be used.
    case badPattern(String, PatternError)
    /// A reference leads to a document that was not given; nothing is ever fetched.
    case unknownDocument(String)
    /// A reference leads to a given document, but to nothing in it.
    case unknownTarget(String)
    /// Schemas refer to each other in a circle without going deeper into the value.
    case refCycle
    /// Two resources have one URI.
    case duplicateURI(String)
    /// The metaschema asks for a vocabulary that is not known.
    case unknownVocabulary(String)
    /// The keyword means something else in the schema's own edition, and is not supported.
    case unsupportedKeyword(String)
    /// A keyword that JSON Schema does not know and that was not announced; it is ignored.
    case unknownKeyword(String, candidates: [String])
    /// The schema has more parts than the limits allow.
    case tooLarge
  }

  /// What is wrong.
  public let kind: Kind
  /// The URI that the document was given under.
  public let documentURI: String
  /// The document.
  public let value: JSONValue

  /// Whether the schema can be used all the same.
  public var isWarning: Bool {
    if case .unknownKeyword = kind { true } else { false }
  }

  /// Whether both say the same of the same place.
  public static func == (left: SchemaProblem, right: SchemaProblem) -> Bool {
    left.kind == right.kind && left.documentURI == right.documentURI && left.value.index == right.value.index
  }

  /// Hashes what is wrong and where.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(value.index)
  }
}
