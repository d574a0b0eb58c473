/// A fault as evaluation notes it: numbers only, so that noting and dropping it costs next to nothing.
struct RawFault: BitwiseCopyable, Hashable {
  enum Code: UInt8, BitwiseCopyable {
    case forbidden, wrongType, notAllowedValue, notAllowedAnywhere
    case unknownProperty, missingProperty, dependentMissing, tooFewProperties, tooManyProperties
    case tooShort, tooLong, pattern, format
    case belowMinimum, aboveMaximum, notMultiple
    case tooFewItems, tooManyItems, notUnique, tooFewMatches, tooManyMatches, unexpectedItem
    case noBranch, severalBranches, excluded
    case budget, costlyPattern
  }

  var code: Code
  var node: Int32
  var schema: Int32
  var first: Int32 = 0
  var second: Int32 = 0
}

/// A value that was checked by a schema with one of the announced annotations.
public struct AnnotationHit: BitwiseCopyable, Hashable, Sendable {
  /// The value's index on its document's tape.
  public let node: Int32
  /// The index of the subschema that carries the annotation.
  public let subschema: Int32
}
