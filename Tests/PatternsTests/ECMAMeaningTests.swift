import Patterns
import Testing

@Suite("Regular expressions mean what ECMA-262 says")
struct ECMAMeaningTests {
  @Test(
    "texts that match",
    arguments: [
      ("^a*$", ""), ("a+", "xxaayy"), (#"^\d+$"#, "0129"), (#"^\w$"#, "_"), (#"\bfoo\b"#, "a foo b"),
      (#"^\s+$"#, " \t\u{A0}\u{FEFF}\u{2028}\u{2029}\u{3000}"), (#"^\S$"#, "é"), (#"[^\S]"#, "\u{2029}"),
      ("^.$", "\u{85}"), ("^[^]$", "\n"), (#"^\u0041\u{1F600}\uD83D\uDE00\x42\cJ\0$"#, "A😀😀B\n\0"),
      (#"^(?<year>\d{4})-\k<year>$"#, "2026-2026"), (#"^\k<a>(?<a>x)$"#, "x"), (#"(?<=a)b"#, "ab"),
      (#"(?<!a)b"#, "cb"),
      (#"^\p{Letter}\p{L}\p{gc=Lu}\p{digit}\p{Assigned}$"#, "éa É1a".filter { $0 != " " }),
      (#"^\p{Script=Greek}+$"#, "πρ"), (#"^\p{scx=Grek}$"#, "π"), (#"^\P{Script=Greek}$"#, "a"),
      (#"^\p{ASCII}\p{Emoji}\p{Lowercase}$"#, "a😀b"), (#"^[\p{L}\d-]+$"#, "é-1"),
      (#"^[\]\\\-\/]+$"#, #"]\-/"#),
      (#"^a\/b$"#, "a/b"), ("^(a|b){2,3}?$", "abb"), (#"^[[:alph]$"#, "["), ("^[a-]$", "-"),
      (#"^(a)|\1b"#, "b"),
      ("^#x y$", "#x y"), (#"^[\b]$"#, "\u{8}"), ("^🐲*$", "🐲🐲"), (#"^[^\ud800]$"#, "x"), ("", "anything"),
      (#"^[\ud800-\ue000]$"#, "\u{E000}"), (#"^(?:)*$"#, ""), (#"^\*\(\)$"#, "*()"), ("^Q-E$", "Q-E"),
    ])
  func matches(_ pattern: String, _ text: String) throws {
    #expect(try Pattern(ecma: pattern).matches(text))
  }

  @Test(
    "texts that do not match",
    arguments: [
      ("^abc$", "abc\n"), (#"^\d$"#, "\u{9ED}"), (#"^\w$"#, "é"), (#"^\w$"#, "\u{130}"),
      (#"^\s$"#, "\u{180E}"),
      (#"^\s$"#, "\u{85}"), ("^.$", "\u{2028}"), ("^.$", "\r"), ("[]", "a"), (#"\ud800"#, "a"),
      (#"^\p{L}$"#, "1"), ("^a.b$", "a\nb"), ("A", "a"), (#"\bé\b"#, " é "), (#"^\p{Assigned}$"#, "\u{378}"),
    ])
  func doesNotMatch(_ pattern: String, _ text: String) throws {
    #expect(try !Pattern(ecma: pattern).matches(text))
  }

  @Test(
    "what is not of ECMA-262 is refused",
    arguments: [
      #"\A"#, #"a\Z"#, #"a\z"#, "a++", "a*+", "(?>a)", "(?i)a", "(?R)", "(?1)", "(*ACCEPT)", "(*UTF)a",
      #"\Qa\E"#,
      #"\x1"#, #"\x{41}"#, #"\a"#, #"\e"#, #"\h"#, #"\R"#, #"\X"#, #"\K"#, #"\G"#, #"\C"#, #"\N"#, #"\_"#,
      #"\-"#,
      "(?P<n>x)", "(?P=n)", "(?#c)", "(?|a)", "(?<n", "(?<1a>x)", "(?<a>x)(?<a>y)", #"\k<a>"#, #"\k"#, #"\1"#,
      #"(a)\2"#, #"\01"#, "[a", "[b-a]", #"[\d-z]"#, #"[a-\w]"#, "(a", "a)", "*a", "a**", "^*", "(?=a)*",
      #"\b+"#,
      "a{2,1}", "a{,2}", "{", "}", "]", "a{", "x{1", "[[:alpha:]]", #"\p{Greek}"#, #"\p{Nope}"#, #"\pL"#,
      #"\p{"#,
      #"\p{Script=Nope}"#, #"\p{IsGreek}"#, #"\p{L&}"#, #"\p{Xan}"#, #"\u12"#, #"\u{110000}"#, #"\u{}"#,
      #"\c1"#,
      "\\", "a|*", "(?", "(?<", "(?'n'x)", "(?^)", "(?-i)", "(?C)", #"\g1"#, #"\g{1}"#, "(?&n)", "(?(1)a)",
      "\\é",
    ])
  func refuses(_ pattern: String) {
    #expect(throws: PatternError.self) { try Pattern(ecma: pattern) }
  }

  @Test("the error stands at the byte that is wrong")
  func offsets() {
    #expect(throws: PatternError.syntax(offset: 4, .unclosedGroup)) { try Pattern(ecma: "^é\u{61}(b") }
    #expect(throws: PatternError.syntax(offset: 2, .badEscape)) { try Pattern(ecma: #"ab\Z"#) }
    #expect(throws: PatternError.syntax(offset: 4, .badClassRange)) { try Pattern(ecma: "[aéz-b]") }
  }

  @Test("every Unicode property that is known by name compiles")
  func properties() throws {
    for name in [
      "Bidi_C", "ExtPict", "XIDS", "space", "Any", "LC", "Regional_Indicator", "STerm", "NChar", "EComp",
    ] {
      _ = try Pattern(ecma: #"\p{\#(name)}[\P{\#(name)}]"#)
    }
  }

  @Test("lookbehind of varying length is sound, though it cannot be matched")
  func lookbehind() throws {
    try Pattern.check(ecma: "(?<=a+)b".utf8)
    #expect(throws: PatternError.self) { try Pattern(ecma: "(?<=a+)b") }
  }
}
