public import JSONSyntax

/// One way in which a value does not agree with its schema; facts only, the words are made from them.
public enum SchemaFault: Hashable, Sendable {
  /// Nothing may stand here.
  case forbidden
  /// The value has another type than any of those allowed; types by JSON Schema's names.
  case wrongType(expected: [String], found: String)
  /// The value is none of those listed; values as JSON texts, candidates the nearest first.
  case notAllowedValue(allowed: [String], candidates: [String])
  /// The property is not known here; `missing` tells of a candidate that is required and missing.
  case unknownProperty(name: String, candidates: [String], missing: String?)
  /// A required property is not there.
  case missingProperty(name: String, present: [String])
  /// A property is not there that another one asks for.
  case missingBeside(name: String, because: String)
  case tooFewProperties(limit: Int, count: Int)
  case tooManyProperties(limit: Int, count: Int)
  case tooShort(limit: Int, count: Int)
  case tooLong(limit: Int, count: Int)
  /// The text does not match a regular expression; `hint` says in words what is meant, where the schema does.
  case patternMismatch(pattern: String, hint: String?)
  case formatMismatch(format: String)
  case belowMinimum(limit: String, isExclusive: Bool)
  case aboveMaximum(limit: String, isExclusive: Bool)
  case notMultiple(of: String)
  case tooFewItems(limit: Int, count: Int)
  case tooManyItems(limit: Int, count: Int)
  /// The item equals an earlier one, at this node.
  case notUnique(firstNode: Int)
  case tooFewMatches(limit: Int, count: Int)
  case tooManyMatches(limit: Int, count: Int)
  /// There is one item more than the schema describes.
  case unexpectedItem
  /// None of the alternatives, by their labels, is met.
  case noBranchMatches(branches: [String])
  /// Two alternatives are met where exactly one must be.
  case severalBranchesMatch(first: String, second: String)
  /// The value is one that `not` excludes.
  case excluded
  /// Checking the document took more steps than the budget has.
  case budget
  /// A regular expression of the schema costs too much to match.
  case costlyPattern(pattern: String)
}

/// A fault at its place.
public struct SchemaFinding: Sendable {
  /// What is wrong.
  public let fault: SchemaFault
  /// The value, or the key of an unknown property; the object, for what is missing in it.
  public let value: JSONValue
  /// The index of the subschema whose keyword is not met.
  public let subschema: Int
  /// The keyword that is not met.
  public let keyword: String

  /// The bytes to point at: the value, the key, or just the opening brace for what is missing.
  public var span: Range<Int> {
    let node = value.node
    let start = Int(node.start)
    switch fault {
    case .missingProperty, .missingBeside, .budget, .costlyPattern:
      return start..<min(start + 1, Int(node.end))
    case .tooFewProperties, .tooFewItems, .tooFewMatches, .noBranchMatches, .excluded:
      let isContainer = node.kind == .object || node.kind == .array
      return start..<(isContainer ? min(start + 1, Int(node.end)) : Int(node.end))
    default: return start..<Int(node.end)
    }
  }
}
