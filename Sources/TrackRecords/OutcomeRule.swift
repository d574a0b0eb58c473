public import CivilDates

/// How it is known on which day something promised really came.
public enum OutcomeRule: Hashable, Sendable {
  /// It came on the date that was said last, once that lies so many days back without another word.
  ///
  /// For repositories that do not record ends: there, silence after a date is the only sign that it was met.
  case settled(afterDays: Int)
  /// It came on the day on which the state landed that its holder's lifecycle ends with.
  case recorded

  /// How many days without another word settle a promise where nobody records its end.
  public static let settlingDays = 120
  /// From which share of promises whose day has come the record of ends is taken for complete.
  private static let completeShare = 0.5

  /// The rule that suits what a repository records.
  ///
  /// Ends count as recorded where at least every second promise whose date lies `settlingDays` back has one.
  public init(suiting promises: [PromiseHistory], through day: Day) {
    var due = 0
    var ended = 0
    for promise in promises {
      guard let state = promise.state(through: day), state.date.days(until: day) >= Self.settlingDays else {
        continue
      }
      due += 1
      if promise.ending(through: day) != nil { ended += 1 }
    }
    let isComplete = due > 0 && Double(ended) >= Self.completeShare * Double(due)
    self = isComplete ? .recorded : .settled(afterDays: Self.settlingDays)
  }

  /// How many days after a date it is known whether it was met.
  var wait: Int {
    switch self {
    case .settled(let days): max(0, days)
    case .recorded: 0
    }
  }
}

/// What came of a promise, as far as it was known at the end of some day.
public enum PromiseOutcome: Hashable, Sendable {
  /// It came on a day.
  case came(Day)
  /// No date is promised any more, or it ended otherwise: cancelled, retired, removed.
  case dropped
  /// It is not known yet; the date is the one that stands.
  case open(Day)
  /// Nothing had been said yet.
  case unsaid
}
