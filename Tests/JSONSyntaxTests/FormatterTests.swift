import JSONSyntax
import Testing

@Suite struct FormatterTests {
  func format(_ text: String, _ dialect: JSONDialect = .strict) -> String? {
    JSONDocument.parse(Array(text.utf8), dialect: dialect).formatted().map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func theCanonicalFormIsThatOfStringify() {
    #expect(
      format(#"{"b":[1,2.50,{}],"a":{"x":[]},"s":"\u00e9\/\u0001"}"#) == """
        {
          "b": [
            1,
            2.50,
            {}
          ],
          "a": {
            "x": []
          },
          "s": "é/\\u0001"
        }

        """)
  }

  @Test func lineEndsStay() {
    #expect(format("{\r\n\"a\":1}\r\n") == "{\r\n  \"a\": 1\r\n}\r\n")
  }

  @Test func commentsStay() {
    let text = """
      // head
      {
        // before
        "url": "https://x//y", // trailing
        "list": [
          1, // one
          2
          // last
        ],
        "key": /* inner */ 3
        // end
      }
      // foot

      """
    #expect(format(text, .withComments) == text)
  }

  @Test func aBrokenTextIsNotFormatted() { #expect(format(#"{"a": 1,}"#) == nil) }
}
