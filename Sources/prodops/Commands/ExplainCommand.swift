import ArgumentParser
import ChangeRules
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
    let (rules, changes) = try chosen()
    switch format {
    case .human:
      let style = Terminal.style(shared.color)
      if all || rules.count + changes.count > 1 {
        Output.write(RuleText.table(rules, changes: changes, style))
      } else {
        let texts = rules.map { RuleText.human($0, style) } + changes.map { ChangeRuleText.human($0, style) }
        Output.write(texts.joined())
      }
    case .json: Output.write(RuleText.json(rules, changes: changes))
    case .markdown:
      let pages = rules.map { RuleText.markdown($0) } + changes.map { ChangeRuleText.markdown($0) }
      Output.write(pages.joined(separator: "\n"))
    }
  }

  private func chosen() throws -> ([RuleMetadata], [ChangeRuleMetadata]) {
    if all { return (RuleCatalog.all, ChangeRuleCatalog.all) }
    guard let name else { throw Failure.usage("name a rule, or say --all") }
    if let rule = RuleCatalog.metadata(of: name) { return ([rule], []) }
    if let rule = ChangeRuleCatalog.metadata(of: name) { return ([], [rule]) }
    let area = RuleCatalog.all.filter { $0.area == name }
    let changes = ChangeRuleCatalog.all.filter { $0.area == name }
    if !area.isEmpty || !changes.isEmpty { return (area, changes) }
    let names = RuleCatalog.all.map(\.name) + ChangeRuleCatalog.all.map(\.name)
    var near = NearestNames.candidates(for: name, among: names)
    if near.isEmpty { near = names.filter { $0.hasSuffix("/" + name) } }
    let hint =
      near.isEmpty
      ? "'prodops explain --all' lists them" : Counting.suggestion(near)
    throw Failure.usage("no rule is named '\(name)'; \(hint)")
  }
}
