/// Actual effort as a multiple of estimated effort: one time in ten below `low`, half the time below `middle`, one time
/// in ten above `high`.
public struct SpreadRatios: Sendable, Hashable {
  /// The multiple that one time in ten is enough.
  public var low: Double
  /// The multiple that is as likely exceeded as not.
  public var middle: Double
  /// The multiple that one time in ten is not enough.
  public var high: Double

  /// Three multiples; ranges made of them are repaired where they are out of order.
  public init(low: Double, middle: Double, high: Double) {
    self.low = low
    self.middle = middle
    self.high = high
  }

  /// What is assumed where nothing is known: a quarter less to twice as much.
  public static let assumed = SpreadRatios(low: 0.75, middle: 1, high: 2)
}

/// What is known of how a team's estimates turned out.
public struct SpreadRecord: Sendable, Hashable {
  /// The multiples.
  public var ratios: SpreadRatios
  /// How many finished items they are taken from.
  public var items: Int
  /// The team.
  public var team: String

  /// The record of a team.
  public init(_ ratios: SpreadRatios, items: Int, team: String) {
    self.ratios = ratios
    self.items = items
    self.team = team
  }
}

/// What the spread of an estimate is taken from; carried along, so that a forecast can say what it rests on.
public enum SpreadSource: Sendable, Hashable {
  /// A range that somebody stated.
  case stated
  /// One number, spread as the team's finished items were.
  case record(SpreadRecord)
  /// One number, spread as is assumed where nothing is known.
  case assumed(SpreadRatios)
  /// One number, taken as certain.
  case none
}

/// Where the spread comes from of estimates that are one number.
public struct SpreadPolicy: Sendable, Equatable {
  /// What the teams' finished items say, by team.
  public var records: [String: SpreadRecord]
  /// What is assumed of teams without a record; nil to take one number as certain.
  public var assumed: SpreadRatios?
  /// The finished items that a record needs before it counts.
  public var fewestItems: Int

  /// A policy; records of fewer than `fewestItems` items do not count.
  public init(
    records: [String: SpreadRecord] = [:], assumed: SpreadRatios? = .assumed, fewestItems: Int = 8
  ) {
    self.records = records
    self.assumed = assumed
    self.fewestItems = fewestItems
  }

  /// The range of an estimate that is one number, for a team.
  public func estimate(point: Double, team: String?) -> Estimate {
    if let record = team.flatMap({ records[$0] }), record.items >= fewestItems {
      return Estimate(point: point, spread: record.ratios, source: .record(record))
    }
    guard let assumed else { return Estimate(low: point, likely: point, high: point, source: .none) }
    return Estimate(point: point, spread: assumed, source: .assumed(assumed))
  }
}
