import ArgumentParser
import ChangeRules
import Diagnostics
import Linting
import Planning
import Rendering
import WorkspaceIO
import Workspaces

/// `prodops explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a rule finds and why that matters, or why an initiative comes when it does.",
    discussion: """
      Of an initiative it tells why it starts and ends on its days, what the days from today to its end go into, and \
      what would bring it earlier: each is tried, so that the dates are exact.

      Examples:
        prodops explain reference/unresolved
        prodops explain initiative:guest-checkout
        prodops explain --all                every rule, a line each
        prodops explain --all --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  @Argument(help: "A rule's name, an area such as 'initiative', or an initiative: 'initiative:', and its id.")
  var name: String?

  @Flag(help: "Tell of every rule.")
  var all = false

  @OptionGroup var at: AtOption

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    if let name, !all, let definition = DefinitionName(name) { return try await explainDates(of: definition) }
    guard at.at == nil else { throw Failure.usage("--at is about an initiative, not about rules") }
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

  /// Tells why an initiative has its dates.
  private func explainDates(of definition: DefinitionName) async throws {
    let place = try WorkspacePlace.find(".")
    let state = try at.state(in: place)
    let snapshot = try await place.snapshot(at: state?.commit)
    _ = try snapshot.position(named: "\(definition)")
    guard definition.kind == "initiative" else {
      let hint =
        definition.kind == "team"
        ? "'prodops schedule --team \(definition.id)' tells what the team works on, and when"
        : "'prodops show \(definition)' tells what it says"
      throw Failure.usage("only initiatives have dates that are planned; \(hint)")
    }
    snapshot.tellLostOrder()
    let day = shared.asOf ?? state?.day ?? shared.day(in: snapshot.configuration.timezone)
    let plan = PlanSchedule(PlanModel(PlanFacts(snapshot), asOf: day))
    guard
      let explanation = DateExplanation(
        plan, of: definition.id, version: Version.text, note: state?.note)
    else { throw Failure.usage("there is no definition '\(definition)'") }
    switch format {
    case .human:
      let width = Terminal.isOutputTerminal ? Terminal.width : nil
      Output.write(HumanExplanation.render(explanation, style: Terminal.style(shared.color), width: width))
    case .json: Output.write(JSONExplanation.render(explanation))
    case .markdown: Output.write(MarkdownExplanation.render(explanation))
    }
  }
}
