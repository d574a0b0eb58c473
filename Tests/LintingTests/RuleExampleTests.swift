import Diagnostics
import JSONSyntax
import Linting
import Testing

struct RuleCase: CustomTestStringConvertible, Sendable {
  let rule: any Rule.Type
  let example: RuleExample
  var testDescription: String { "\(rule.metadata.name): \(example.title)" }

  static let all = RuleCatalog.rules.flatMap { rule in rule.examples.map { RuleCase(rule: rule, example: $0) }
  }
}

/// Every rule over its own examples.
@Suite struct RuleExampleTests {
  @Test(arguments: RuleCase.all) func theRuleFindsWhatIsMarked(_ item: RuleCase) async {
    let example = ExampleSnapshot(item.example)
    let result = await Linter.run(example.snapshot, asOf: item.example.day, rules: [item.rule])
    let schema = result.findings.filter { $0.rule.hasPrefix("schema/") || $0.rule.hasPrefix("json/") }
    #expect(
      schema.isEmpty, "the example breaks its schema: \(schema.map(\.message))",
      sourceLocation: item.example.location)
    let found = result.findings.filter { $0.rule == item.rule.metadata.name }
    let places = Set(
      found.map {
        ExampleSnapshot.Mark(path: $0.place.path, start: $0.place.span.start, end: $0.place.span.end)
      })
    #expect(places == example.marks, "found: \(found.map(\.message))", sourceLocation: item.example.location)
    #expect(item.example.isBad != example.marks.isEmpty, sourceLocation: item.example.location)
  }

  @Test(arguments: RuleCase.all) func formattingChangesNoFinding(_ item: RuleCase) async {
    let plain = await Linter.run(
      ExampleSnapshot(item.example).snapshot, asOf: item.example.day, rules: [item.rule])
    let twin = ExampleSnapshot(item.example) { $0.formatted()?.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let formatted = await Linter.run(twin.snapshot, asOf: item.example.day, rules: [item.rule])
    #expect(
      plain.findings.map(\.identity).sorted() == formatted.findings.map(\.identity).sorted(),
      sourceLocation: item.example.location)
  }

  @Test(arguments: RuleCatalog.all.filter { !RuleCatalog.examples(of: $0.name).isEmpty })
  func everyRuleExplainsItself(_ metadata: RuleMetadata) {
    let examples = RuleCatalog.examples(of: metadata.name)
    #expect(
      examples.contains { $0.isBad } && examples.contains { !$0.isBad }, "\(metadata.name) needs examples")
    for text in [metadata.summary, metadata.why, metadata.remedy] {
      #expect(text.hasSuffix("."), "\(metadata.name): '\(text)' is a sentence")
      #expect(text.utf8.count < 240, "\(metadata.name): '\(text)' is short")
    }
    #expect(metadata.name.wholeMatch(of: /[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(metadata.name)")
  }
}

@Suite struct RuleCatalogTests {
  @Test func namesAreSortedAndUnique() {
    let names = RuleCatalog.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
    let rules = RuleCatalog.rules.map { $0.metadata.name }
    #expect(rules == rules.sorted(), "RuleCatalog.rules is sorted by name")
  }

  @Test func everyRuleFileIsInTheList() throws {
    let files = try RuleFiles.names()
    let types = RuleCatalog.rules.map { "\($0)" }
    #expect(files.sorted() == types.sorted())
  }
}
