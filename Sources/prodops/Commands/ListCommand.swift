import ArgumentParser
import Browsing
import Diagnostics
import Rendering
import SchemaChecking
import WorkspaceIO
import Workspaces

/// `prodops list`.
struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List definitions with their status, owner, team and next promised date.",
    discussion: """
      Examples:
        prodops list                         everything, by kind
        prodops list initiative --where status=committed --where team=search
        prodops list metric --where owner=   metrics without an owner
        prodops list team --where members.id=ana
        prodops list tool --where status!=retired --format json
        prodops list metric --at 2025-12-31  what was there then
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json
  }

  @Argument(help: "Only definitions of this kind.")
  var kind: String?

  @OptionGroup var at: AtOption

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only where a field has, or with != has not, this value; inner fields with dots.",
      valueName: "field=value"))
  var conditions: [String] = []

  @Option(help: "How they are written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let place = try WorkspacePlace.find(".")
    let state = try at.state(in: place)
    let snapshot = try await place.snapshot(at: state?.commit)
    let kind = try knownKind(in: snapshot.library)
    let shapes = (kind.map { [$0] } ?? snapshot.library.kindNames).compactMap {
      snapshot.library.shape(of: $0)
    }
    let table = DefinitionTable(
      snapshot, kind: kind, conditions: try conditions.map { try condition($0, shapes) },
      asOf: shared.asOf ?? state?.day ?? shared.day(in: snapshot.configuration.timezone))
    switch format {
    case .json: Output.write(JSONDefinitions.render(table, at: state?.note))
    case .human:
      let width = Terminal.isOutputTerminal ? Terminal.width : nil
      let style = Terminal.style(shared.color)
      let note = state?.note.line(style: style) ?? ""
      Output.write(note + HumanTable.render(table, style: style, width: width))
    }
  }

  /// The kind that is meant; its plural is understood.
  private func knownKind(in library: SchemaLibrary) throws -> String? {
    guard let kind else { return nil }
    let names = library.kindNames
    if let known = names.first(where: { $0 == kind || Plural.of($0) == kind }) { return known }
    let near = NearestNames.candidates(for: kind, among: names)
    let list = Counting.list((near.isEmpty ? names : near).map { "'\($0)'" }, "or")
    throw Failure.usage(
      "no kind is named '\(kind)'; \(near.isEmpty ? "there are \(list)" : "did you mean \(list)?")")
  }

  private func condition(_ text: String, _ shapes: [Shape]) throws -> Condition {
    do throws(Condition.Refusal) {
      return try Condition(text, shapes: shapes)
    } catch {
      switch error {
      case .malformed(let text):
        throw Failure.usage(
          "'\(text)' is no condition: a field, = or !=, and a value, such as status=committed")
      case .unknownField(let field, let near):
        let hint = near.isEmpty ? "" : "; \(Counting.suggestion(near))"
        throw Failure.usage("no definition here has a field '\(field)'\(hint)")
      }
    }
  }
}
