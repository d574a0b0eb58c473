import ArgumentParser
import Diagnostics
import FoundationEssentials
import Linting
import Rendering

/// `prodops-dev generate`: writes the generated pages, or checks that they are up to date.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write the pages in docs/rules from the rules' own descriptions.")

  @Flag(help: "Change nothing; fail where a page is out of date.")
  var check = false

  @Option(help: "The project's folder.")
  var root = "."

  func run() throws {
    var pages: [String: String] = ["docs/rules/README.md": RuleText.index(RuleCatalog.all)]
    for rule in RuleCatalog.all {
      pages["docs/rules/\(rule.name.replacing("/", with: "-")).md"] = RuleText.markdown(rule)
    }
    var stale: [String] = []
    for (path, text) in pages.sorted(by: { $0.key < $1.key }) {
      let file = "\(root)/\(path)"
      if FileManager.default.contents(atPath: file) == Data(text.utf8) { continue }
      stale.append(path)
      if !check {
        try FileManager.default.createDirectory(
          atPath: "\(root)/docs/rules", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
      }
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(root)/docs/rules").sorted()
    where pages["docs/rules/\(name)"] == nil {
      stale.append("docs/rules/\(name)")
      if !check { try FileManager.default.removeItem(atPath: "\(root)/docs/rules/\(name)") }
    }
    for path in stale { print(check ? "out of date: \(path)" : "wrote \(path)") }
    if check, !stale.isEmpty {
      print("run 'swift run prodops-dev generate'")
      throw ExitCode(1)
    }
  }
}
