internal import JSONSyntax
internal import Patterns

extension Evaluator {
  /// Checks a string's length, pattern and format; the first that fails is the fault.
  mutating func checkString(_ index: Int, _ schema: Int, _ node: Int) -> Bool {
    let rules = tables.strings[index]
    if rules.minimum >= 0 || rules.maximum >= 0 {
      let count = length(node)
      if count < Int(rules.minimum) {
        return fault(.tooShort, node, schema, rules.minimum, Int32(clamping: count))
      }
      if rules.maximum >= 0, count > Int(rules.maximum) {
        return fault(.tooLong, node, schema, rules.maximum, Int32(clamping: count))
      }
    }
    if rules.pattern >= 0, !matches(Int(rules.pattern), node) {
      return fault(.pattern, node, schema, rules.pattern)
    }
    if let format = rules.format, spend(1), !withContent(node, { format.accepts($0) }) {
      return fault(.format, node, schema, Int32(format.rawValue))
    }
    return true
  }

  /// The number of Unicode scalars in a string.
  @inline(__always)
  private func length(_ node: Int) -> Int {
    let value = nodes[node]
    if value.isPlain, isTrustedUTF8 {
      return Int(value.end) - Int(value.start) - 2
    }
    return withContent(node) { content in
      var count = 0
      for byte in content where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// Gives the content of a string or key, unescaped.
  @inline(__always)
  func withContent<Result>(_ node: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let value = nodes[node]
    if !value.hasEscape, isTrustedUTF8 {
      return body(UnsafeBufferPointer(rebasing: bytes[(Int(value.start) + 1)..<(Int(value.end) - 1)]))
    }
    let content = JSONValue(document: document, index: node).content ?? []
    return content.withUnsafeBufferPointer(body)
  }

  /// Whether a pattern matches a string or key; one that cost too much is switched off for this document.
  @inline(__always)
  mutating func matches(_ pattern: Int, _ node: Int) -> Bool {
    guard spend(2) else { return false }
    if !scratch.disabledPatterns.isEmpty,
      scratch.disabledPatterns.contains(Int32(truncatingIfNeeded: pattern))
    {
      return true
    }
    // A text with faults may hold anything, whatever the flags of its nodes say.
    let isKnownUTF8 = isTrustedUTF8
    // Captured one by one: a closure over the whole evaluator would copy it.
    let (compiled, matcher) = (tables.patterns[pattern], matcher)
    let answer: Bool? = withContent(node) { content in
      compiled._withUnsafeGuaranteedRef { compiled in
        if isKnownUTF8 { return try? compiled.matches(knownUTF8: content, with: matcher) }
        return try? compiled.matches(Array(content), with: matcher)
      }
    }
    if let answer { return answer }
    scratch.disabledPatterns.append(Int32(truncatingIfNeeded: pattern))
    return true
  }
}
