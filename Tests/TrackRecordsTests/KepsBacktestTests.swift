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
}
