import Diagnostics
import Testing

@Suite struct DiagnosticsTests {
  @Test func positionsCountScalarsAndEveryKindOfLineEnd() {
    let bytes = Array("a\r\né=1\rlast\n".utf8)
    let map = LineMap(bytes)
    #expect(map.lineCount == 4)
    #expect(map.position(of: 5, in: bytes) == Position(line: 2, column: 2))
    #expect(map.position(of: 8, in: bytes) == Position(line: 3, column: 1))
    #expect(map.position(of: 99, in: bytes) == Position(line: 4, column: 1))
    #expect(map.span(ofLine: 1, in: bytes) == ByteSpan(start: 0, end: 1))
  }

  @Test func hiddenTextIsSpelledOut() {
    #expect(VisibleText.escaping("a\u{1B}[2J\u{202E}b\nc") == "a\\u{1b}[2J\\u{202e}b\\u{0a}c")
    #expect(VisibleText.escaping("Ünï 🏳️‍🌈 عربى") == "Ünï 🏳️‍🌈 عربى")
    #expect(RepositoryPath(bytes: [0x61, 0xFF, 0x0A]).text == "a\\xff\\x0a")
  }

  @Test(arguments: [
    "ghp_" + String(repeating: "a1", count: 18), "xoxb-" + String(repeating: "7", count: 40),
    "AKIAIOSFODNN7EXAMPLE", "https://ana:hunter2hunter2@db.example/x",
    "eyJ" + String(repeating: "h", count: 300) + ".eyJ" + String(repeating: "p", count: 300) + ".sig",
  ]) func noCutLeavesPartOfACredential(_ secret: String) {
    for before in 0..<60 {
      let text =
        String(repeating: "x", count: before) + " " + secret + " and" + String(repeating: " on", count: 40)
      let cut = VisibleText.beginning(of: text, atMost: 64)
      #expect(cut.unicodeScalars.count <= 64)
      for length in 5..<20 where secret.hasPrefix("https") == false {
        #expect(!cut.contains(secret.prefix(length)), "\(cut)")
      }
      #expect(!cut.contains("hunter"))
    }
    #expect(VisibleText.beginning(of: "short", atMost: 5) == "short")
    #expect(VisibleText.beginning(of: "longer", atMost: 5) == "long…")
  }

  @Test func nearestNamesAreFound() {
    let names = ["candidate", "committed", "in-progress", "launched", "cancelled"]
    #expect(NearestNames.candidates(for: "comitted", among: names) == ["committed"])
    #expect(NearestNames.candidates(for: "Launched", among: names) == ["launched"])
    #expect(NearestNames.candidates(for: "xyzzy", among: names).isEmpty)
    #expect(NearestNames.distance(Array("ab".utf8), Array("ba".utf8), atMost: 2) == 1)
  }

  @Test func theFingerprintForgetsLines() {
    var finding = Finding(
      rule: "a/b", severity: .error, place: Place(path: "x.json", pointer: "/id"), message: "one")
    let before = finding.fingerprint
    finding.place.start = Position(line: 9, column: 1)
    finding.message = "other words"
    #expect(finding.fingerprint == before)
    finding.place.pointer = "/title"
    #expect(finding.fingerprint != before)
  }
}
