/// A regular expression that cannot be used, or that cost too much to match.
public enum PatternError: Error, Hashable, Sendable {
  /// The expression is not one of ECMA-262's, at this byte of it.
  case syntax(offset: Int, PatternFault)
  /// The expression is sound, but asks for what the matcher does not offer.
  case unsupported(offset: Int, reason: String)
  /// The expression is larger, or would grow larger, than the limits allow.
  case tooLarge
  /// Matching one text took more steps than the limits allow.
  case limit

  /// The byte of the expression to point at, where there is one.
  public var offset: Int? {
    switch self {
    case .syntax(let offset, _), .unsupported(let offset, _): offset
    case .tooLarge, .limit: nil
    }
  }
}

/// What is wrong at one place of a regular expression.
public enum PatternFault: String, Hashable, Sendable {
  case badClassRange = "a range in a character class runs backwards or has a class for an end"
  case badCodePoint = "no such code point"
  case badEscape = "not an escape of ECMA-262; only syntax characters may be escaped"
  case badGroup = "not a group of ECMA-262"
  case badGroupName = "not a name for a group"
  case badProperty = "no such Unicode property"
  case badQuantifier = "the bounds of a repetition run backwards or are no numbers"
  case duplicateName = "two groups have one name"
  case loneBracket = "a lone bracket must be escaped with a backslash"
  case nothingToRepeat = "there is nothing to repeat here"
  case notUTF8 = "the text is not UTF-8"
  case tooDeep = "groups are nested too deeply"
  case unclosedClass = "a character class is not closed"
  case unclosedGroup = "a group is not closed"
  case unknownGroup = "no group has this number or name"
  case unopenedGroup = "a group is closed that was not opened"
}
