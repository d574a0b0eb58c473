import Patterns
import Testing

@Suite("Regular expressions are bounded")
struct PatternLimitTests {
  @Test(
    "runaway backtracking ends in an error",
    arguments: ["^(a+)+$", "^(a|aa)+$", "^(a*)*b$", "(x+x+)+y", #"^(\w+\s?)*$"#])
  func backtracking(_ pattern: String) throws {
    let text = String(repeating: "a", count: 40) + String(repeating: "x", count: 40) + "!by"
    let compiled = try Pattern(ecma: pattern)
    #expect(throws: PatternError.limit) { try compiled.matches(text) }
  }

  @Test(
    "expressions that grow too large are refused",
    arguments: [
      "(a{1000}){1000}", "((a{100}){100}){100}", "a{100000}", "(a{0,1000}){1,1000}", "(?:a{200}){200,}",
    ])
  func repeats(_ pattern: String) {
    #expect(throws: PatternError.tooLarge) { try Pattern(ecma: pattern) }
  }

  @Test("long and deep expressions are refused")
  func sizes() {
    #expect(throws: PatternError.tooLarge) { try Pattern(ecma: String(repeating: "a", count: 1_001)) }
    let deep = String(repeating: "(", count: 200) + String(repeating: ")", count: 200)
    #expect(throws: PatternError.syntax(offset: 50, .tooDeep)) { try Pattern(ecma: deep) }
  }

  @Test("long texts with many backtracking points match without a large stack")
  func longText() throws {
    let pattern = try Pattern(ecma: "^(?:a|b|(c))*$")
    #expect(try pattern.matches(String(repeating: "ab", count: 10_000)))
  }

  @Test("bytes that are not UTF-8 match nothing")
  func invalid() throws {
    let matcher = PatternMatcher()
    #expect(try !Pattern(ecma: ".").matches([0x61, 0xFF], with: matcher))
    #expect(try Pattern(ecma: ".").matches([0x61], with: matcher))
    #expect(try Pattern(ecma: "^$").matches([], with: matcher))
  }

  @Test("one pattern serves many tasks")
  func concurrent() async throws {
    let pattern = try Pattern(ecma: "^[a-z0-9]+(-[a-z0-9]+)*$")
    let count = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          let matcher = PatternMatcher()
          let texts = (0..<1_000).map { Array("task-\(task)-\($0)\($0 % 2 == 0 ? "" : "-")".utf8) }
          return texts.count { (try? pattern.matches($0, with: matcher)) == true }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(count == 4_000)
  }
}
