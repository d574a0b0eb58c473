import ArgumentParser
import Diagnostics
import Linting
import Rendering

/// `prodops explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule finds, why that matters and what to do.",
    discussion: """
      Examples:
        prodops explain reference/unresolved
        prodops explain --all                every rule, a line each
        prodops explain --all --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  @Argument(help: "A rule's name, or an area such as 'initiative'.")
  var name: String?

  @Flag(help: "Tell of every rule.")
  var all = false

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rules = try chosen()
    switch format {
    case .human:
      let style = Terminal.style(shared.color)
      let isList = all || rules.count > 1
      Output.write(isList ? RuleText.table(rules, style) : rules.map { RuleText.human($0, style) }.joined())
    case .json: Output.write(RuleText.json(rules))
    case .markdown: Output.write(rules.map { RuleText.markdown($0) }.joined(separator: "\n"))
    }
  }

  private func chosen() throws -> [RuleMetadata] {
    if all { return RuleCatalog.all }
    guard let name else { throw Failure.usage("name a rule, or say --all") }
    if let rule = RuleCatalog.metadata(of: name) { return [rule] }
    let area = RuleCatalog.all.filter { $0.area == name }
    if !area.isEmpty { return area }
    let names = RuleCatalog.all.map(\.name)
    var near = NearestNames.candidates(for: name, among: names)
    if near.isEmpty { near = names.filter { $0.hasSuffix("/" + name) } }
    let hint =
      near.isEmpty
      ? "'prodops explain --all' lists them" : Counting.suggestion(near)
    throw Failure.usage("no rule is named '\(name)'; \(hint)")
  }
}
