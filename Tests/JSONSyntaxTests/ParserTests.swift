import Diagnostics
import JSONSyntax
import Testing

@Suite struct ParserTests {
  func faults(_ text: String, _ dialect: JSONDialect = .strict) -> [JSONFault] {
    JSONDocument.parse(Array(text.utf8), dialect: dialect).faults
  }

  @Test(arguments: [
    (#"{"a": 1,}"#, JSONProblem.trailingComma, 7..<8),
    (#"[1, 2,]"#, .trailingComma, 5..<6),
    (#"{"a": 1 "b": 2}"#, .missingComma, 8..<9),
    (#"{"a" 1}"#, .missingColon, 5..<6),
    (#"{a: 1}"#, .unquotedKey, 1..<2),
    (#"{'a': 1}"#, .singleQuotes, 1..<2),
    (#"{"a": True}"#, .badLiteral("True", suggestion: "true"), 6..<10),
    (#"{"a": NaN}"#, .badLiteral("NaN", suggestion: "null"), 6..<9),
    (#"{"a": 012}"#, .badNumber("012"), 6..<9),
    (#"{"a": +1}"#, .badNumber("+1"), 6..<8),
    (#"{"a": "\x"}"#, .badEscape, 7..<9),
    (#"{"a": "\ud800"}"#, .loneSurrogate, 7..<13),
    ("{\"a\": \"x\ty\"}", .controlCharacter(9), 8..<9),
    ("{\"a\": \"cut\n\"b\": 1}", .unclosedString, 6..<10),
    (#"{"a": 1} x"#, .trailingText, 9..<10),
    (#"{"a": 1, // why"#, .comment, 9..<15),
    (#"{"a": 1, "a": 2}"#, .duplicateKey("a"), 9..<12),
    (#"{"a": 1, "\u0061": 2}"#, .duplicateKey("a"), 9..<17),
    ("", .empty, 0..<0),
    ("{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> x\n}", .mergeConflict, 2..<14),
  ])
  func oneFaultIsToldAtItsPlace(_ text: String, _ problem: JSONProblem, _ span: Range<Int>) {
    let found = faults(text)
    #expect(found.first?.problem == problem, "\(found)")
    #expect(found.first?.span == ByteSpan(start: span.lowerBound, end: span.upperBound), "\(found)")
  }

  @Test func sevenFaultsAreSevenFindingsEachOnItsLine() {
    let text = """
      {
        "kind": 'team',
        "id": True,
        title: "x",
        "tags": ["a" "b"],
        "rank": 01,
        "note": "\\q",
        "last": 1,
      }
      """
    let bytes = Array(text.utf8)
    let map = LineMap(bytes)
    #expect(faults(text).map { map.position(of: $0.span.start, in: bytes).line } == [2, 3, 4, 5, 6, 7, 8])
  }

  @Test func anUnclosedBracketIsToldOnceWithItsOpening() {
    let found = faults(#"{"a": [1, 2"#)
    #expect(found.count == 1)
    #expect(found.first?.problem == .unclosed("["))
    #expect(found.first?.related == ByteSpan(start: 6, end: 7))
  }

  @Test func depthIsBoundedWithoutRecursion() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(faults(deep).map(\.problem) == [.tooDeep(limit: 64)])
    let fine = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(faults(fine).isEmpty)
  }

  @Test func commentsAndTrailingCommasBelongToTheOtherDialect() {
    #expect(faults("// why\n{\"a\": [1, 2,], /* x */}", .withComments).isEmpty)
  }

  @Test func whatFollowsAFaultIsStillRead() {
    let document = JSONDocument.parse(Array(#"{"a": nope, "b": {"c": [1, 2}], "d": 4}"#.utf8))
    #expect(document.root?["d"]?.integer == 4)
    #expect(document.root?["b"]?["c"]?.count == 2)
  }

  @Test func everyCutOfAGoodTextIsRefusedWithoutCrash() {
    let text = Array(#"{"kind": "team", "n": [1.5e3, {"é": "\u00e9\n"}], "t": true, "z": null}"#.utf8)
    for length in 0..<text.count {
      #expect(!JSONDocument.parse(Array(text.prefix(length))).isComplete, "\(length)")
    }
    for index in text.indices {
      for byte in [0x00, 0x22, 0x2C, 0x5C, 0x7B, 0x7D, 0x5B, 0x80, 0xFF] as [UInt8] {
        var changed = text
        changed[index] = byte
        let document = JSONDocument.parse(changed)
        #expect(document.isComplete == (document.formatted() != nil))
      }
    }
  }
}
