import ArgumentParser
import ChangeHistory
import CivilDates
import Rendering
import TrackRecords
import WorkspaceIO
import Workspaces

/// `prodops forecast`.
struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Tell when things will come, and how likely promises are.",
    discussion: """
      Initiatives with efforts are forecast by simulation: thousands of futures of the schedule, in each of which every \
      effort is drawn from its range. Promises without efforts behind them are compared with promises of the same \
      repository that stood where they stand.

      Examples:
        prodops forecast                       the files on disk, as of today
        prodops forecast main...HEAD           what your branch makes of the chances, and by which edit
        prodops forecast main                  the same for the files on disk
        prodops forecast --as-of 2026-03-01    as of another day
        prodops forecast --from-history        every open promise by history alone
        prodops forecast --calibration         what became of the dates that were promised
        prodops forecast --backtest            what forecasts from history would have been worth
        prodops forecast --backtest --to 2025-12-31 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case human, json, markdown
  }

  @Argument(
    help:
      "The folder to tell of; or what to compare: A..B, A...B (since B left A), or A with the files on disk.",
    completion: .directory)
  var place: String = "."

  @Argument(help: "The folder to tell of, where two states are compared.", completion: .directory)
  var path: String?

  @Flag(help: "Forecast every open promise by history alone, whatever efforts there are.")
  var fromHistory = false

  @Flag(help: "Tell what became of the dates that were once promised.")
  var calibration = false

  @Flag(help: "Score the forecasts that would have been made at each quarter.")
  var backtest = false

  @Option(help: ArgumentHelp("The revision or day up to which history is read.", valueName: "rev|day"))
  var to: String = "HEAD"

  @Option(help: "How it is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .human

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if [calibration, backtest, fromHistory].count(where: \.self) > 1 {
      throw ValidationError("--calibration, --backtest and --from-history are different things: ask for one.")
    }
    if calibration || backtest || fromHistory, format == .markdown {
      throw ValidationError("What history tells is written in the formats human and json.")
    }
  }

  func run() async throws {
    if let range = StateRange.named(place, path) {
      guard !calibration, !backtest, !fromHistory else {
        throw Failure.usage(
          "--calibration, --backtest and --from-history are about one state; '\(range)' names two")
      }
      return try await PlanForecastRun.compare(range, self)
    }
    if !calibration, !backtest, !fromHistory, try await PlanForecastRun.tell(self) { return }
    let reading = try await TrackRecordRun.reading(upTo: to, path: place)
    if calibration {
      TrackRecordRun.tellCalibration(reading, self)
    } else if backtest {
      TrackRecordRun.tellBacktest(reading, self)
    } else {
      TrackRecordRun.tellOutlook(reading, self)
    }
  }
}

/// What `prodops forecast` tells from history alone.
enum TrackRecordRun {
  /// The promises of the workspace at `path` up to a revision or a day.
  static func reading(upTo end: String, path: String) async throws -> TrackRecordReader.Reading {
    let place = try WorkspacePlace.find(path)
    let reader = try TrackRecordReader(place, place.repository())
    guard let reading = try await reader.read(upTo: end) else {
      throw Failure.usage("the history begins after \(end)")
    }
    reading.snapshot.tellLostConfiguration()
    return reading
  }

  /// The open promises on the day that counts as today.
  static func tellOutlook(_ reading: TrackRecordReader.Reading, _ command: ForecastCommand) {
    let today = command.shared.day(in: reading.timezone)
    let day =
      command.shared.asOf ?? Day(command.to).map { min($0, today) }
      ?? (command.to == "HEAD" ? today : reading.lastDay)
    let (judged, basis) = basis(reading, day)
    let outlook = PromiseOutlook(judged.promises, through: day, rule: judged.rule)
    switch command.format {
    case .json, .markdown: Output.write(JSONForecast.render(outlook, on: basis, version: Version.text))
    case .human:
      let width = Terminal.isOutputTerminal ? Terminal.width : nil
      Output.write(
        HumanForecast.render(outlook, on: basis, style: Terminal.style(command.shared.color), width: width))
    }
  }

  /// What became of the dates that were promised.
  static func tellCalibration(_ reading: TrackRecordReader.Reading, _ command: ForecastCommand) {
    let day = end(reading, command)
    let (judged, basis) = basis(reading, day)
    let calibration = Calibration(judged.promises, through: day, rule: judged.rule)
    switch command.format {
    case .json, .markdown: Output.write(JSONForecast.render(calibration, on: basis, version: Version.text))
    case .human:
      Output.write(HumanForecast.render(calibration, on: basis, style: Terminal.style(command.shared.color)))
    }
  }

  /// What forecasts would have been worth.
  static func tellBacktest(_ reading: TrackRecordReader.Reading, _ command: ForecastCommand) {
    let day = end(reading, command)
    let (judged, basis) = basis(reading, day)
    let test = Backtest(judged.promises, through: day, rule: judged.rule)
    switch command.format {
    case .json, .markdown: Output.write(JSONForecast.render(test, on: basis, version: Version.text))
    case .human:
      Output.write(HumanForecast.render(test, on: basis, style: Terminal.style(command.shared.color)))
    }
  }

  /// The day up to which a look back knows everything: that of the last commit, unless a day was asked for, so that a
  /// repository that rests is judged as it was left.
  private static func end(_ reading: TrackRecordReader.Reading, _ command: ForecastCommand) -> Day {
    command.shared.asOf ?? Day(command.to) ?? reading.lastDay
  }

  private static func basis(
    _ reading: TrackRecordReader.Reading, _ day: Day
  ) -> (JudgedPromises, ForecastBasis) {
    let judged = JudgedPromises(reading.record.promises, through: day)
    return (
      judged, ForecastBasis(start: reading.start, lastDay: reading.lastDay, untold: judged.untold)
    )
  }
}
