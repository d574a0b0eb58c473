import Diagnostics
import Testing

/// Names and numbers in sentences.
@Suite struct EnumerationTests {
  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    (["a", "b", "c", "d"], "a, b and 2 more"),
  ]) func listsSayWhatIsLeftOut(_ names: [String], _ expected: String) {
    #expect(Enumeration.list(names, limit: 3) == expected)
  }

  @Test func conjunctionsAndNumbers() {
    #expect(Enumeration.list(["a", "b", "c"], "or") == "a, b or c")
    #expect(Enumeration.list(["a", "b"], limit: 1) == "2 more")
    #expect(Enumeration.count(1, "step") == "1 step")
    #expect(Enumeration.count(0, "step") == "0 steps")
  }
}
