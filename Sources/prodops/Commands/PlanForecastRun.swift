import CivilDates
import Planning
import Rendering
import TrackRecords
import WorkspaceIO
import Workspaces

/// What `prodops forecast` tells of plans with efforts.
enum PlanForecastRun {
  /// Forecasts the initiatives on disk by simulation; false where none can be scheduled, so that history has to tell.
  static func tell(_ command: ForecastCommand) async throws -> Bool {
    let place = try WorkspacePlace.find(command.place)
    let snapshot = try await place.snapshot(at: nil)
    snapshot.tellLostOrder()
    let day = command.shared.day(in: snapshot.configuration.timezone)
    var facts = PlanFacts(snapshot)
    guard !PlanModel(facts, asOf: day).items.isEmpty else { return false }
    let reading = try? await TrackRecordReader(place, place.repository()).read(upTo: command.to)
    facts.finished = reading?.finished
    let progress = ProgressLine("futures")
    progress.say("playing through \(Counting.grouped(facts.settings.simulations)) futures")
    let forecast = await PlanForecast.make(PlanSchedule(PlanModel(facts, asOf: day)))
    progress.clear()
    let width = Terminal.isOutputTerminal ? Terminal.width : nil
    let style = Terminal.style(command.shared.color)
    switch command.format {
    case .human:
      Output.write(HumanPlanForecast.render(forecast, style: style, width: width))
    case .markdown: Output.write(MarkdownPlanForecast.render(forecast))
    case .json: Output.write(JSONPlanForecast.render(forecast, version: Version.text))
    }
    return true
  }

  /// What the edits between two states make of the chances.
  static func compare(_ range: String, _ command: ForecastCommand) async throws {
    let sides = try await PlanSides(range, in: command.path ?? ".", command.shared)
    sides.base.tellLostOrder()
    sides.head.tellLostOrder()
    var progress = ProgressLine("edits forecast")
    let comparison = ForecastComparison(
      PlanFacts(sides.base), PlanFacts(sides.head), asOf: sides.asOf
    ) { progress.show($0, of: $1) }
    progress.clear()
    switch command.format {
    case .human:
      let style = Terminal.style(command.shared.color)
      Output.write(ForecastChangesText.human(comparison, sides: sides.names, style: style))
    case .markdown: Output.write(ForecastChangesText.markdown(comparison, sides: sides.names))
    case .json:
      Output.write(JSONPlanForecast.render(comparison, sides: sides.names, version: Version.text))
    }
  }
}
