public import ChangeHistory
public import CivilDates
internal import Diagnostics
public import TrackRecords

/// What forecasts and looks back rest on, beside the promises themselves.
public struct ForecastBasis: Sendable {
  /// More days than these without a commit are told.
  private static let longRest = 30

  let start: HistoryStart
  let lastDay: Day
  let untold: [JudgedPromises.Untold]

  /// A basis by where the history begins, the day of its last commit, and the promises that nothing tells of.
  public init(start: HistoryStart, lastDay: Day, untold: [JudgedPromises.Untold]) {
    self.start = start
    self.lastDay = lastDay
    self.untold = untold
  }

  /// What is worth knowing of it, in sentences without their full stop.
  func remarks(through day: Day) -> [String] {
    var remarks: [String] = []
    if !untold.isEmpty {
      let kinds = untold.map { "\(ForecastWords.noun($0.family)) (\(Counting.grouped($0.count)))" }
      remarks.append("nothing tells when these came, so they are left out: \(Counting.list(kinds))")
    }
    if lastDay.days(until: day) > Self.longRest {
      remarks.append(
        "the last commit is of \(lastDay): what came after it is not known here; '--as-of \(lastDay)' asks for that day"
      )
    }
    return remarks + LifeWords.start(start)
  }
}
