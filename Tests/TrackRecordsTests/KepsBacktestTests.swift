import CivilDates
import TestSupport
import Testing
import WorkspaceIO

@testable import TrackRecords

/// Forecasts on a real history of eight years.
@Suite(.needsCorpora) struct KepsBacktestTests {
  private func promises(upTo end: String) async throws -> (promises: [PromiseHistory], lastDay: Day) {
    let scratch = try ScratchRepository(initialize: false)
    let clone = scratch.root + "/keps"
    try scratch.git("clone", "-q", "\(Corpora.folder ?? "")/keps.bundle", clone, in: scratch.root)
    let place = try WorkspacePlace.find(clone)
    let reading = try #require(try await TrackRecordReader(place, place.repository()).read(upTo: end))
    return (reading.record.promises, reading.lastDay)
  }

  /// The parameters are those that do best on what was known up to the end of 2022; see docs/forecast-calibration.md.
  @Test func theParametersAreThoseThatWereFitted() async throws {
    let end = try #require(Day("2022-12-31"))
    let (promises, _) = try await promises(upTo: "2022-12-31")
    let rule = OutcomeRule(suiting: promises, through: end)
    #expect(rule == .settled(afterDays: 120))
    // Of shares in steps of 5 %, the largest with which no year covers more than 95 % of what is scored.
    for (share, isFit) in [(0.7, true), (0.75, true), (0.8, false)] {
      var parameters = ForecastParameters()
      parameters.intervalShare = share
      let test = Backtest(promises, through: end, rule: rule, parameters: parameters)
      #expect(test.years.allSatisfy { $0.score.coverage ?? 0.8 <= 0.95 } == isFit, "\(share)")
      let ripe = try #require(test.total.ripeCoverage)
      #expect((0.75...0.85).contains(ripe), "\(share)")
    }
    #expect(ForecastParameters().intervalShare == 0.75)
  }

  /// What the intervals promise, on years that the parameters were fitted without.
  @Test func intervalsCoverWhatTheySay() async throws {
    let (promises, end) = try await promises(upTo: "HEAD")
    #expect(end.description == "2024-12-26")
    let rule = OutcomeRule(suiting: promises, through: end)
    #expect(rule == .settled(afterDays: 120))
    let test = Backtest(promises, through: end, rule: rule)
    let coverage = try #require(test.total.coverage)
    #expect((0.75...0.85).contains(coverage))
    #expect(test.years.map(\.year) == [2020, 2021, 2022, 2023, 2024])
    for year in test.years {
      // In 2020 the past knew too little for any forecast.
      guard let coverage = year.score.coverage else {
        #expect(year.year == 2020)
        continue
      }
      #expect((0.65...0.95).contains(coverage), "\(year.year)")
    }
    let pinball = try #require(test.total.pinball)
    #expect(pinball < test.total.pinballOfHolding ?? 0)
    #expect(pinball < test.total.pinballOfAverage ?? 0)
    #expect(test.total.scored > 1_800)
    #expect("\(test.total)" == "\(Backtest(promises, through: end, rule: rule).total)")
  }

  /// Forecasts made from the whole history, as of a day, are those made from the history up to that day.
  @Test func nothingOfTheFutureIsUsed() async throws {
    let (whole, _) = try await promises(upTo: "HEAD")
    for known in ["2021-12-31", "2023-06-30"] {
      let (past, _) = try await promises(upTo: known)
      let day = try #require(Day(known))
      let rule = OutcomeRule.settled(afterDays: 120)
      func told(_ promises: [PromiseHistory]) -> [String] {
        PromiseOutlook(promises, through: day, rule: rule).forecasts.map { forecast in
          "\(forecast.promise.pointer) \(forecast.state) \(forecast.slips) \(forecast.interval) \(forecast.reference)"
        }
        .sorted()
      }
      #expect(told(past).count > 100)
      #expect(told(past) == told(whole), "\(known)")
    }
  }
}
