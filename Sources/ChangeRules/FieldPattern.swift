internal import Diffing

/// The way to fields that a rule watches.
struct FieldPattern: Sendable {
  /// The kind; nil means any.
  let kind: String?
  /// The tokens; nil stands for any.
  let tokens: [String?]

  /// How many of the tokens stand for any: of two ways of one length the more exact is asked first.
  var wildcards: Int { tokens.count { $0 == nil } }

  /// Reads `experiment/variants/*/weight`.
  init(_ text: String) {
    let parts = text.split(separator: "/").map { $0 == "*" ? nil : String($0) }
    kind = parts.first ?? nil
    tokens = Array(parts.dropFirst())
  }

  /// Whether a change at `fields` is one of what is watched.
  func covers(_ fields: [FieldStep]) -> Bool {
    if tokens.isEmpty { return fields.isEmpty }
    return Self.matches(tokens, fields)
  }

  /// Whether the way begins with `tokens`.
  static func matches(_ tokens: [String?], _ fields: [FieldStep]) -> Bool {
    guard fields.count >= tokens.count else { return false }
    for (token, step) in zip(tokens, fields) {
      if let token, token != step.token { return false }
    }
    return true
  }
}
