internal import CPCRE2

/// A regular expression with ECMA-262's meaning (Unicode mode), compiled once and shared freely.
@safe
public final class Pattern: Sendable {
  /// The expression as it was written.
  public let source: [UInt8]
  /// The limits that hold when it is matched.
  public let limits: PatternLimits
  // Compiled codes never change, and PCRE2 lets any number of threads match with one.
  nonisolated(unsafe) let code: OpaquePointer
  let hasJIT: Bool

  /// Compiles an expression.
  public init(ecma bytes: some Sequence<UInt8>, limits: PatternLimits = PatternLimits()) throws(PatternError)
  {
    source = Array(bytes)
    self.limits = limits
    let translated = try ECMATranslator.translate(source, limits: limits)
    unsafe code = try Self.compile(translated)
    hasJIT = unsafe pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0
  }

  /// Compiles an expression given as text.
  public convenience init(ecma text: String, limits: PatternLimits = PatternLimits()) throws(PatternError) {
    try self.init(ecma: text.utf8, limits: limits)
  }

  deinit {
    unsafe pcre2_code_free_8(code)
  }

  /// Throws what is wrong with an expression's syntax, without compiling it.
  public static func check(
    ecma bytes: some Sequence<UInt8>, limits: PatternLimits = PatternLimits()
  ) throws(PatternError) {
    _ = try ECMATranslator.translate(bytes, limits: limits)
  }

  private static func compile(_ translated: [UInt8]) throws(PatternError) -> OpaquePointer {
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_DOLLAR_ENDONLY)
      | UInt32(PCRE2_NEVER_BACKSLASH_C) | UInt32(PCRE2_ALLOW_EMPTY_CLASS)
      | UInt32(PCRE2_MATCH_UNSET_BACKREF) | UInt32(PCRE2_NEVER_UCP)
    var failure: Int32 = 0
    var offset = 0
    let code = unsafe translated.withUnsafeBufferPointer { buffer in
      unsafe pcre2_compile_8(buffer.baseAddress, buffer.count, options, &failure, &offset, nil)
    }
    if let code = unsafe code { return unsafe code }
    switch failure {
    // The code outgrows the library's links, or there is no memory for it.
    case 120, 121, 186, 187: throw .tooLarge
    case 125: throw .unsupported(offset: 0, reason: "lookbehind of no fixed length")
    case 147: throw .syntax(offset: 0, .badProperty)
    default: throw .unsupported(offset: 0, reason: message(of: failure))
    }
  }

  private static func message(of failure: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
      unsafe pcre2_get_error_message_8(failure, bytes.baseAddress, bytes.count)
    }
    return String(decoding: buffer.prefix(Int(max(0, length))), as: UTF8.self)
  }
}

extension Pattern {
  /// Whether the expression matches anywhere in a text; for single questions, since it makes a matcher.
  public func matches(_ text: String) throws(PatternError) -> Bool {
    try matches(Array(text.utf8), with: PatternMatcher())
  }

  /// Whether the expression matches anywhere in a text, which is checked to be UTF-8.
  public func matches(_ bytes: [UInt8], with matcher: PatternMatcher) throws(PatternError) -> Bool {
    let outcome = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe matcher.match(self, buffer, isUTF8: false)
    }
    return try outcome.get()
  }

  /// Whether the expression matches anywhere in a text that the caller knows to be UTF-8.
  ///
  /// The text has to be well-formed: nothing checks it again.
  @unsafe
  public func matches(
    knownUTF8 bytes: UnsafeBufferPointer<UInt8>, with matcher: PatternMatcher
  ) throws(PatternError) -> Bool {
    try unsafe matcher.match(self, bytes, isUTF8: true).get()
  }
}
