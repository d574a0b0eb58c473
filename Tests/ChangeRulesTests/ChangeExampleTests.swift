import ChangeRules
import CivilDates
import Diagnostics
import Diffing
import Foundation
import JSONSyntax
import SchemaChecking
import Testing
import Workspaces

struct ChangeCase: CustomTestStringConvertible, Sendable {
  let rule: any ChangeRule.Type
  let example: ChangeExample
  var testDescription: String { "\(rule.metadata.name): \(example.title)" }

  static let all = ChangeRuleCatalog.rules.flatMap { rule in
    rule.examples.map { ChangeCase(rule: rule, example: $0) }
  }

  var location: SourceLocation {
    let name = example.file.split(separator: "/").suffix(2).joined(separator: "/")
    return SourceLocation(fileID: name, filePath: example.file, line: example.line, column: 1)
  }

  /// The judged changes between the example's two trees.
  func changes() -> ChangeSet {
    var settings: [ChangeSetting] = []
    if let text = example.settings {
      settings.append(
        ChangeSetting(
          selector: rule.metadata.name, changeClass: nil, options: JSONDocument.parse(Array(text.utf8)).root))
    }
    let slips = example.slips.map { count in { @Sendable (_: String, _: String) in count } }
    return ChangeJudge(settings).changes(
      between: Self.snapshot(before), and: Self.snapshot(after),
      DiffContext(day: Day(example.day), slips: slips))
  }

  var before: [String] {
    [example.before].compactMap(\.self) + example.others.compactMap(\.before) + example.alongside
  }

  var after: [String] {
    [example.after].compactMap(\.self)
      + example.others.compactMap { ChangeExample.after($0.before, $0.change) } + example.alongside
  }

  static func snapshot(_ definitions: [String]) -> Snapshot {
    let reader = SourceReader(library: .builtIn)
    let files = definitions.map { text in
      let root = JSONDocument.parse(Array(text.utf8)).root
      let name = "\(root?["kind"]?.string ?? "file")s/\(root?["id"]?.string ?? "none").json"
      return Snapshot.File(
        path: RepositoryPath(name), source: reader.read(Array(text.utf8), name: Array(name.utf8)))
    }
    return Snapshot(files: files, configuration: Configuration(), library: .builtIn)
  }
}

/// Every change rule over its own examples.
@Suite struct ChangeExampleTests {
  @Test(arguments: ChangeCase.all) func theRuleJudgesAsItsExampleSays(_ item: ChangeCase) {
    let changes = item.changes().changes
    let found = changes.filter { $0.rule == item.rule.metadata.name }
    let all = changes.map { "\($0.rule) \($0.weight.name) \($0.subject.name)\($0.pointer)" }
    if let expected = item.example.expected {
      #expect(found.map(\.weight).max() == expected, "changes: \(all)", sourceLocation: item.location)
    } else {
      #expect(found.isEmpty, "changes: \(all)", sourceLocation: item.location)
      #expect(!changes.isEmpty, "nothing changes in the example", sourceLocation: item.location)
    }
  }

  @Test(arguments: ChangeCase.all) func examplesKeepToTheirSchemas(_ item: ChangeCase) {
    for snapshot in [ChangeCase.snapshot(item.before), ChangeCase.snapshot(item.after)] {
      for file in snapshot.files {
        #expect(file.source.isDefinition, "\(file.path.text)", sourceLocation: item.location)
        #expect(file.source.document.faults.isEmpty, "\(file.path.text)", sourceLocation: item.location)
        let faults = file.source.faults.map { "\(file.path.text): \($0.fault)" }
        #expect(faults.isEmpty, "\(faults)", sourceLocation: item.location)
      }
    }
  }

  @Test(arguments: ChangeRuleCatalog.rules.map { $0.metadata.name }) func everyRuleExplainsItself(
    _ name: String
  ) throws {
    let rule = try #require(ChangeRuleCatalog.rule(name))
    let metadata = rule.metadata
    #expect(
      rule.examples.contains { $0.expected == metadata.changeClass },
      "\(name): its usual class has no example")
    #expect(
      rule.examples.contains { $0.expected == nil }, "\(name): needs an example that it leaves to others")
    for text in [metadata.summary, metadata.why, metadata.remedy] + metadata.options.map(\.summary) {
      #expect(text.hasSuffix("."), "\(name): '\(text)' is a sentence")
      #expect(text.utf8.count < 240, "\(name): '\(text)' is short")
    }
    #expect(name.wholeMatch(of: /[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*/) != nil)
  }

  /// What the fields that rules watch are called is what schemas call them.
  @Test func watchedFieldsExist() throws {
    for rule in ChangeRuleCatalog.rules {
      for watch in rule.metadata.watches {
        let parts = watch.split(separator: "/").map(String.init)
        guard let kind = parts.first, kind != "*" else { continue }
        var shape = try #require(SchemaLibrary.builtIn.shape(of: kind), "\(rule.metadata.name): \(watch)")
        for part in parts.dropFirst() {
          if part == "*", shape.items == nil, !shape.properties.isEmpty { continue }
          let next = part == "*" ? shape.items ?? shape[part] : shape[part]
          shape = try #require(next, "\(rule.metadata.name): '\(watch)' names no field")
        }
      }
    }
  }
}

@Suite struct ChangeRuleCatalogTests {
  @Test func namesAreSortedAndUnique() {
    let names = ChangeRuleCatalog.rules.map { $0.metadata.name }
    #expect(names == names.sorted())
    let all = ChangeRuleCatalog.all.map(\.name)
    #expect(Set(all).count == all.count)
  }

  @Test func idiomsExplainThemselves() {
    for metadata in IdiomRules.all {
      for text in [metadata.summary, metadata.why, metadata.remedy] {
        #expect(text.hasSuffix(".") && text.utf8.count < 240, "\(metadata.name): '\(text)'")
      }
    }
  }

  @Test func everyRuleFileIsInTheList() {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/ChangeRules/Rules")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let names = (files?.compactMap { ($0 as? URL)?.lastPathComponent } ?? [])
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(6)) }
    #expect(names.sorted() == ChangeRuleCatalog.rules.map { "\($0)" }.sorted())
  }
}
