import ArgumentParser
import ChangeRules
import Diagnostics
import FoundationEssentials
import JSONSyntax
import Linting
import Rendering
import SchemaCatalog

/// `prodops-dev generate`: writes the generated pages, or checks that they are up to date.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract:
      "Write docs/rules, docs/changes, docs/kinds and docs/configuration.md from the rules and the schemas.")

  @Flag(help: "Change nothing; fail where a page is out of date.")
  var check = false

  @Option(help: "The project's folder.")
  var root = "."

  /// The folders that hold nothing but generated pages.
  private static let folders = ["docs/rules", "docs/changes", "docs/kinds"]

  /// What the configuration's schema knows and the tool does not yet act on.
  private static let remark =
    "The format is ahead of the tool: `rules`, `policies` and `rates` are checked as they are written, and nothing acts on "
    + "them yet."

  func run() throws {
    let pages = Self.rulePages().merging(try Self.schemaPages()) { _, new in new }
    var stale: [String] = []
    for (path, text) in pages.sorted(by: { $0.key < $1.key }) {
      let file = "\(root)/\(path)"
      if FileManager.default.contents(atPath: file) == Data(text.utf8) { continue }
      stale.append(path)
      if !check {
        let folder = URL(filePath: file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
      }
    }
    for folder in Self.folders {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      for path in names.sorted().map({ "\(folder)/\($0)" }) where pages[path] == nil {
        stale.append(path)
        if !check { try FileManager.default.removeItem(atPath: "\(root)/\(path)") }
      }
    }
    for path in stale { print(check ? "out of date: \(path)" : "wrote \(path)") }
    if check, !stale.isEmpty {
      print("run 'swift run prodops-dev generate'")
      throw ExitCode(1)
    }
  }

  private static func rulePages() -> [String: String] {
    var pages = ["docs/rules/README.md": RuleText.index(RuleCatalog.all)]
    for rule in RuleCatalog.all {
      pages["docs/rules/\(rule.name.replacing("/", with: "-")).md"] = RuleText.markdown(rule)
    }
    pages["docs/changes/README.md"] = ChangeRuleText.index(ChangeRuleCatalog.all)
    for rule in ChangeRuleCatalog.all {
      pages["docs/changes/\(rule.name.replacing("/", with: "-")).md"] = ChangeRuleText.markdown(rule)
    }
    return pages
  }

  private static func schemaPages() throws -> [String: String] {
    var schemas: [String: JSONValue] = [:]
    for entry in SchemaCatalog.entries { schemas[entry.name] = JSONDocument.parse(entry.bytes).root }
    guard let common = schemas["common"], let configuration = schemas["prodops"] else {
      throw ValidationError("the built-in schemas are incomplete")
    }
    var pages = [
      "docs/configuration.md": SchemaPage.fields(
        of: configuration, common: common, commonPage: "kinds/common.md", remark: Self.remark),
      "docs/kinds/common.md": SchemaPage.values(common),
    ]
    let kinds = SchemaCatalog.kinds.sorted().compactMap { name in
      schemas[name].map { (name: name, schema: $0) }
    }
    for kind in kinds {
      pages["docs/kinds/\(kind.name).md"] = SchemaPage.fields(
        of: kind.schema, common: common, commonPage: "common.md")
    }
    pages["docs/kinds/README.md"] = SchemaPage.index(kinds)
    return pages
  }
}
