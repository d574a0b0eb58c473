import Patterns
import Testing

@Suite("Globs")
struct GlobTests {
  @Test(
    "paths that match",
    arguments: [
      ("*.json", "a/b/c.json"), ("/*.json", "c.json"), ("a/**/c", "a/c"), ("a/**/c", "a/b/b/c"),
      ("a/**", "a/b/c"),
      ("**/c", "c"), ("**/c", "a/b/c"), ("plans/[a-c]?.json", "plans/b1.json"), ("[!a]", "b"), (#"\*"#, "*"),
      ("a*b*c", "aXbYc"), ("[]a]", "]"), ("[[:digit:]]", "7"), ("docs", "x/docs"), ("a/b", "a/b"),
      ("**", "a/b"),
    ])
  func matches(_ glob: String, _ path: String) {
    #expect(Glob(glob).matches(path.utf8))
  }

  @Test(
    "paths that do not match",
    arguments: [
      ("/*.json", "a/c.json"), ("a/*", "a/b/c"), ("a?c", "a/c"), ("a/**", "a"), ("[a", "[a"), ("a\\", "a"),
      ("a/", "a"),
      ("a[/]b", "a/b"), ("a/b", "x/a/b"), ("*.json", "a.jsonc"), ("a**b", "a/b"), ("[[:nope:]]", "n"),
    ])
  func doesNotMatch(_ glob: String, _ path: String) {
    #expect(!Glob(glob).matches(path.utf8))
  }

  @Test("a trailing slash asks for a directory")
  func directories() {
    #expect(Glob("build/").matches("x/build".utf8, isDirectory: true))
    #expect(!Glob("build/").matches("x/build".utf8, isDirectory: false))
  }

  @Test("hostile globs take no longer than their length times the path's", .timeLimit(.minutes(1)))
  func bombs() {
    let path = String(repeating: "a", count: 2_000)
    #expect(!Glob(String(repeating: "*a", count: 200) + "b").matches(path.utf8))
    let deep = String(repeating: "a/", count: 500) + "a"
    #expect(!Glob(String(repeating: "**/", count: 100) + "b").matches(deep.utf8))
    #expect(!Glob(String(repeating: "**/*a*/", count: 50) + "b").matches(deep.utf8))
  }
}
