import Foundation
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

/// The one style that pages allow.
@Suite struct HTMLStyleTests {
  @Test func thePolicyNamesTheSheet() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "prodops-\(UUID().uuidString).css")
    try Data("\(HTMLStyle.sheet)".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["sha256sum", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let digits = Array(output.utf8.prefix(64))
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
    }
    #expect(Data(bytes).base64EncodedString() == HTMLStyle.digest, "put this into HTMLStyle.digest")
  }

  /// A page is one file: nothing is fetched, and nothing runs.
  @Test func theSheetFetchesNothing() {
    let sheet = "\(HTMLStyle.sheet)"
    for word in ["url(", "@import", "expression", "http"] { #expect(!sheet.contains(word)) }
  }
}
