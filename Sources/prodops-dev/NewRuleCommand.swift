import ArgumentParser
import FoundationEssentials

/// `prodops-dev new-rule`: writes a rule's file and its line in the catalog; its tests fail until it is filled in.
struct NewRuleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-rule", abstract: "Start a lint rule: its file, and its line in the catalog.")

  @Argument(help: "The rule's name, area/defect, such as metric/never-observed.")
  var name: String

  @Option(help: "The project's folder.")
  var root = "."

  func run() throws {
    guard name.wholeMatch(of: /[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      throw ValidationError("a rule is named area/defect, in lower case with dashes")
    }
    let parts = name.split(separator: "/").map(String.init)
    let type = Self.camel(parts[0]) + Self.camel(parts[1])
    let folder = "\(root)/Sources/Linting/Rules/\(Self.camel(parts[0]))"
    let file = "\(folder)/\(type).swift"
    guard !FileManager.default.fileExists(atPath: file) else {
      throw ValidationError("\(file) is there already")
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(Self.template(name, type).utf8).write(to: URL(filePath: file))
    let catalog = "\(root)/Sources/Linting/RuleCatalog.swift"
    guard let data = FileManager.default.contents(atPath: catalog) else {
      throw ValidationError("no \(catalog)")
    }
    let text = String(decoding: data, as: UTF8.self)
      .replacing("= [\n    ", with: "= [\n    \(type).self,\n    ", maxReplacements: 1)
    try Data(text.utf8).write(to: URL(filePath: catalog))
    print(
      "wrote \(file)\nMove its line in RuleCatalog.swift to its place, then fill the rule in: its tests fail until then."
    )
  }

  private static func camel(_ text: String) -> String {
    text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func template(_ name: String, _ type: String) -> String {
    """
    public import Diagnostics
    internal import JSONSyntax
    internal import Workspaces

    /// Flags <what it finds>.
    public struct \(type): Rule {
      /// What there is to know about it.
      public static let metadata = RuleMetadata(
        "\(name)", .warning,
        summary: "<What the rule finds, in one sentence.>",
        why: "<Why that matters to a product manager.>",
        remedy: "<What to do about it.>")

      /// Definitions that it finds something in, and definitions that it does not.
      public static let examples: [RuleExample] = [
        .bad("<what is wrong>", #"{"kind": "…", "id": ⟦"…"⟧}"#),
        .good("<what is right>", #"{"kind": "…", "id": "…"}"#),
      ]

      /// Looks at every definition of the kind.
      public static func check(_ context: LintContext, _ report: inout Reporter) {
        for (_, definition) in context.snapshot.definitions(of: "…") {
          report.report(.found(definition), atStartOf: definition)
        }
      }
    }

    extension RuleMessage {
      fileprivate static func found(_ definition: Definition) -> Self {
        Self("<what is wrong with '\\(definition.title)'>")
      }
    }

    """
  }
}
