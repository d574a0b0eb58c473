public import CivilDates

/// The promises of the past that a forecast takes for its like.
public struct ReferenceClass: Hashable, Sendable {
  /// A kind of definition, and the list of it that dates stand in.
  public struct Family: Hashable, Sendable {
    /// The kind.
    public let kind: String
    /// The list, such as `milestones`; nil where the date is the definition's own.
    public let part: String?
  }

  /// Which promises it is made of; nil for those of every kind.
  public let family: Family?
  /// Whether its dates had moved later before; nil where that was not asked.
  public let hadSlipped: Bool?
  /// How many weeks before its date each of them is looked at; negative where the date had passed.
  public let weeksLeft: Int
  /// Whether that is less than the promise at hand has left, since the past knows none with so much time.
  public internal(set) var isShorter: Bool
  /// Within how many days their dates came due; nil for the whole history.
  public let recentDays: Int?
  /// How many dates it has.
  public let size: Int
  /// Of how many different promises they were.
  public let promises: Int
  /// On how many different days the dates lay.
  public let dates: Int
  /// How many of them are not known to have come yet.
  public let open: Int
}

/// When something promised will come, as what was promised before tells.
public struct PromiseForecast: Sendable {
  /// The promise.
  public let promise: PromiseHistory
  /// The date that stands.
  public let state: PromiseHistory.State
  /// What is known: everything up to the end of this day.
  public let through: Day
  /// The promises that it is compared with.
  public let reference: ReferenceClass
  /// How many days later than promised those came.
  public let slips: SlipDistribution
  /// The days late between which the thing comes four times in five.
  public let interval: ClosedRange<Int>

  /// The probability that the date holds.
  public var holds: Double { slips.share(upTo: 0) }

  /// The day by which it will have come with a probability; never before the day after what is known, where the date
  /// itself has not passed.
  public func day(_ level: Double) -> Day { day(slippedBy: slips.quantile(level)) }

  /// The days between which it comes four times in five.
  public var intervalDays: ClosedRange<Day> {
    let first = day(slippedBy: interval.lowerBound)
    return first...max(first, day(slippedBy: interval.upperBound))
  }

  private func day(slippedBy days: Int) -> Day {
    let day = state.date.advanced(by: days)
    return state.date > through ? max(day, through.advanced(by: 1)) : day
  }
}
