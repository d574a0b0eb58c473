import Testing

@testable import Rendering

/// What the writer of HTML lets through.
@Suite struct HTMLWriterTests {
  private func written(_ text: String) -> String {
    var html = HTMLWriter()
    html.element("p", ["title": .text(text)], text: text)
    return html.text
  }

  @Test func nothingBecomesMarkup() {
    #expect(
      written("<b a='1' c=\"2\">&amp;</b>")
        == "<p title=\"&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt;\">"
        + "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;&lt;/b&gt;</p>")
  }

  /// A combining mark joins the sign before it into one character, and does not shield it.
  @Test func escapingGoesByScalars() {
    for mark in ["\u{301}", "\u{20E3}", "\u{200D}", "\u{FE0F}"] {
      let text = written("<\(mark)\"\(mark)&\(mark)'\(mark)>\(mark)")
      #expect(text.unicodeScalars.filter { $0 == "<" }.count == 2, "the writer's own, and no other")
      #expect(text.unicodeScalars.filter { $0 == "\"" }.count == 2)
    }
  }

  @Test func whatIsHiddenIsSpelledOut() {
    #expect(written("a\u{202E}b") == "<p title=\"a\\u{202e}b\">a\\u{202e}b</p>")
    #expect(
      !written("a\u{0}\u{1B}[31m\r\n\u{2028}").unicodeScalars.contains {
        $0.value < 0x20 || $0.value == 0x2028
      })
  }

  @Test(arguments: [
    "javascript:alert(1)//{commit}", "data:text/html,{commit}", "//evil.example/{commit}",
    "HTTPS://x/{commit}",
    "https://x/{commit}\" onclick=\"x", "https://x/{commit}'x", "https://x/{commit} y",
    "https://x/<{commit}>",
    "https://x/\u{301}{commit}", "ftp://x/{commit}",
  ]) func onlyPlainWebAddressesAreLinks(_ pattern: String) {
    #expect(WebAddress(commit: "0123", pattern: pattern) == nil)
  }

  @Test func webAddresses() {
    #expect(WebAddress(commit: "0123", pattern: "https://x/{commit}")?.text == "https://x/0123")
    #expect(WebAddress(commit: "0123", pattern: "http://x/{commit}?a=1&b=2")?.text == "http://x/0123?a=1&b=2")
    #expect(WebAddress(commit: "0123", pattern: nil) == nil)
    #expect(WebAddress(place: "a b\"<new-things>").text == "#abnew-things")
  }
}
