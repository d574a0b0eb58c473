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
      if !forecast.plan.conflicts.isEmpty {
        Output.write("note: something does not fit together: 'prodops schedule' tells what.\n")
      }
    case .markdown: Output.write(MarkdownPlanForecast.render(forecast))
    case .json: Output.write(JSONPlanForecast.render(forecast, version: Version.text))
    }
    return true
  }

  /// What the edits between two states make of the chances.
  static func compare(_ range: String, _ command: ForecastCommand) async throws {
    let place = try WorkspacePlace.find(command.path ?? ".")
    let repository = try place.repository()
    let sides = try repository.sides(of: range)
    let base = try await place.snapshot(at: sides.base.id)
    let head = try await place.snapshot(at: sides.head?.id)
    var day = command.shared.asOf
    if day == nil, let commit = sides.head?.id {
      day = try repository.day(of: commit, zone: head.configuration.timezone)
    }
    var progress = ProgressLine("edits forecast")
    let comparison = ForecastComparison(
      PlanFacts(base), PlanFacts(head), asOf: day ?? command.shared.day(in: head.configuration.timezone)
    ) { progress.show($0, of: $1) }
    progress.clear()
    let names = (base: sides.base.name, head: sides.head?.name ?? "the files on disk")
    switch command.format {
    case .human:
      let style = Terminal.style(command.shared.color)
      Output.write(ForecastChangesText.human(comparison, sides: names, style: style))
    case .markdown: Output.write(ForecastChangesText.markdown(comparison, sides: names))
    case .json:
      Output.write(JSONPlanForecast.render(comparison, sides: names, version: Version.text))
    }
  }
}
