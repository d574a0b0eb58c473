import Testing

@testable import Linting

@Suite struct WordingTests {
  /// Text of ASCII alone is folded by its bytes, to what any other text is folded to.
  @Test(arguments: [
    ("", ""), ("  ", ""), ("A  Quick\tFix", "a quick fix"),
    (" \r\nTwo\r\n\r\nLines\u{0B}\u{0C}", "two lines"),
    ("Zoë  Says NO", "zoë says no"), ("a\u{1C}b", "a\u{1C}b"),
  ]) func spellingsOfOneThingAreEqual(text: String, folded: String) {
    #expect(Wording.folded(text) == folded)
    #expect(Wording.folded("É " + text) == (folded.isEmpty ? "é" : "é " + folded))
  }
}
