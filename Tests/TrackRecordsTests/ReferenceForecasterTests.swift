import ChangeHistory
import CivilDates
import TestSupport
import Testing

@testable import TrackRecords

/// Forecasts and their scores by hand.
@Suite struct ReferenceForecasterTests {
  private let settled = OutcomeRule.settled(afterDays: 120)

  private var small: ForecastParameters {
    var parameters = ForecastParameters()
    parameters.smallestClass = 4
    return parameters
  }

  /// Ten dates on two days, said 70 days before: six held, three slipped by 50 days and one by 100.
  private var past: [PromiseHistory] {
    (0..<10).map { index in
      let start = index < 5 ? 0 : 20
      let slips: [(Int, Int?)] =
        switch index {
        case 0, 1, 5: [(start + 60, start + 120)]
        case 6: [(start + 60, start + 170)]
        default: []
        }
      return promise("initiative:p\(index)", [(start, start + 70)] + slips)
    }
  }

  @Test func itTellsWhatBecameOfItsLike() throws {
    let now = promise("initiative:now", [(390, 460)])
    var forecaster = ReferenceForecaster(past + [now], through: day(397), rule: settled, parameters: small)
    let foundnow = forecaster.forecast(now)
    let forecast = try #require(foundnow)
    #expect(forecast.reference.size == 10)
    #expect(forecast.reference.weeksLeft == 9)
    #expect(forecast.reference.dates == 2)
    #expect(forecast.reference.hadSlipped == false)
    #expect(!forecast.reference.isShorter)
    #expect(forecast.reference.family == .init(kind: "initiative", part: "milestones"))
    #expect((forecast.holds * 100).rounded() == 60)
    #expect(forecast.day(0.5) == day(460))
    #expect(forecast.day(0.8) == day(510))
    #expect(forecast.day(0.95) == day(560))
    // 60 %, 90 %, 100 %: two are equally near to 75 %, and the point is shorter.
    #expect(forecast.interval == 0...0)
    // The four that slipped held their second date: 250 days of 14 dates.
    #expect(forecaster.averageSlip.map { ($0 * 100).rounded() } == 1786)
  }

  @Test func theClassWidensUntilItIsLargeEnough() throws {
    let late = promise("initiative:late", [(200, 300), (390, 460)])
    var forecaster = ReferenceForecaster(past + [late], through: day(397), rule: settled, parameters: small)
    // No date that had slipped before stood nine weeks before its day; those that had not are taken.
    let foundlate = forecaster.forecast(late)
    let forecast = try #require(foundlate)
    #expect(forecast.reference.hadSlipped == nil)
    #expect(forecast.state.slips == 1)
    // Another kind has no past of its own.
    let launch = promise("launch:l", [(390, 460)], pointer: "/date")
    let other = forecaster.forecast(launch)
    #expect(other?.holds != nil && other?.reference.family == nil)
    // Nobody ever said a date a year ahead: those with the most time left stand for it.
    let far = promise("initiative:far", [(390, 800)])
    let foundfar = forecaster.forecast(far)
    let guess = try #require(foundfar)
    #expect(guess.reference.weeksLeft == 10)
    #expect(guess.reference.isShorter)
  }

  @Test func tooFewAreNoForecast() {
    let now = promise("initiative:now", [(390, 460)])
    var forecaster = ReferenceForecaster(past + [now], through: day(397), rule: settled)
    let none = forecaster.forecast(now)
    #expect(none?.holds == nil)
    // Six of one day only are no experience.
    let release = (0..<6).map { promise("initiative:r\($0)", [(0, 70)]) }
    var one = ReferenceForecaster(
      release + [now], through: day(397), rule: settled, parameters: small)
    let guess = one.forecast(now)
    #expect(guess?.holds == nil)
    let outlook = PromiseOutlook(past + [now], through: day(397), rule: settled)
    #expect(outlook.forecasts.isEmpty)
    #expect(outlook.unknown.map(\.promise.definition) == ["initiative:now"])
  }

  @Test func whatIsOpen() {
    let forecaster = ReferenceForecaster([], through: day(300), rule: settled)
    #expect(forecaster.openState(of: promise("initiative:a", [(0, 400)])) != nil)
    #expect(forecaster.openState(of: promise("initiative:a", [(0, 181)])) != nil)
    #expect(forecaster.openState(of: promise("initiative:a", [(0, 180)])) == nil)
    #expect(forecaster.openState(of: promise("initiative:a", [(250, 250)])) == nil)
    #expect(forecaster.openState(of: promise("initiative:a", [(301, 400)])) == nil)
    #expect(forecaster.openState(of: promise("initiative:a", [(0, 400), (20, nil)])) == nil)
    let recorded = ReferenceForecaster([], through: day(300), rule: .recorded)
    #expect(recorded.openState(of: promise("initiative:a", [(0, 10)])) != nil)
    #expect(recorded.openState(of: promise("initiative:a", [(0, 400)], ends: [(300, true)])) == nil)
  }

  /// What happens later may not change what could be said before.
  @Test func theFutureIsNotKnown() {
    func changed(_ history: PromiseHistory, after day: Day) -> PromiseHistory {
      PromiseHistory(
        definition: history.definition, pointer: history.pointer,
        statements: history.statements.filter { $0.said <= day } + [
          .init(said: day.advanced(by: 1), date: day.advanced(by: 999)),
          .init(said: day.advanced(by: 9), date: nil),
        ], turns: [.init(day: day.advanced(by: 2), isGoal: true)])
    }
    let promises = past + (0..<6).map { promise("initiative:n\($0)", [(150 + 30 * $0, 260 + 35 * $0)]) }
    for known in stride(from: 100, through: 420, by: 20) {
      let other = promises.filter { $0.statements[0].said <= day(known) }.map {
        changed($0, after: day(known))
      }
      for rule in [settled, .recorded] {
        let truth = PromiseOutlook(promises, through: day(known), rule: rule, parameters: small)
        let lie = PromiseOutlook(other, through: day(known), rule: rule, parameters: small)
        #expect(
          truth.forecasts.map { "\($0.promise.definition) \($0.slips)" }
            == lie.forecasts.map { "\($0.promise.definition) \($0.slips)" }, "\(known)")
        #expect(truth.unknown.map(\.promise.definition) == lie.unknown.map(\.promise.definition))
      }
    }
  }

  @Test func pinballByHand() {
    #expect(Backtest.pinball(10, 30, 0.9) == 18)
    #expect((Backtest.pinball(30, 10, 0.9) * 10).rounded() == 20)
    #expect(Backtest.pinball(10, 10, 0.3) == 0)
  }

  @Test func quartersBeginOnTheirFirstDays() {
    let first = Day(year: 2023, month: 10, day: 1) ?? .first
    let quarters = Backtest.quarters(after: first, upTo: day(91))
    #expect(quarters.map(\.description) == ["2024-01-01", "2024-04-01"])
  }

  /// Three forecasts, at the first days of January, April and July 2025, by hand.
  ///
  /// In January 60 % hold, 30 % come 50 days late, 10 % come 100 days late; it comes 50 days late. Up to 0.6 the
  /// quantiles are 50 days too early: (0.1 + … + 0.6) · 50 / 9 = 11.67; the others are right. In April and July it has
  /// slipped before, as four did that all held then, and it holds.
  @Test func aScoreByHand() throws {
    let now = promise("initiative:now", [(360, 430), (400, 480)])
    let test = Backtest(past + [now], through: day(600), rule: settled, parameters: small)
    let score = try #require(test.years.first { $0.year == 2025 }?.score)
    #expect(score.forecasts == 3)
    #expect(score.scored == 3)
    #expect(score.censored == 0)
    #expect(score.held == 2)
    #expect(score.covered == 2)
    #expect(score.ripe == 3)
    #expect(score.ripeCovered == 2)
    func hundredths(_ value: Double?) -> Double? { value.map { ($0 * 100).rounded() } }
    #expect(hundredths(score.pinball) == 389)
    // 25 days once, nothing twice.
    #expect(hundredths(score.pinballOfHolding) == 833)
    // The average slip is 17.86 days: half of 32.14, and half of 17.86 twice.
    #expect(hundredths(score.pinballOfAverage) == 1131)
    // A day earlier the last date had not settled: nothing is known of what came.
    let earlier = Backtest(past + [now], through: day(599), rule: settled, parameters: small)
    #expect(earlier.years.first { $0.year == 2025 }?.score.scored == 0)
    #expect(earlier.years.first { $0.year == 2025 }?.score.censored == 3)
  }
}
