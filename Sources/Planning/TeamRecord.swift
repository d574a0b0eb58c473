public import CivilDates
internal import Distributions
public import Forecasting

/// When initiatives were finished, as history knows it.
public struct FinishedRecord: Sendable, Equatable {
  /// The first day that history tells of.
  public var since: Day
  /// The days on which initiatives reached their end, by id.
  public var endings: [String: Day]

  /// A record by its days.
  public init(since: Day, endings: [String: Day]) {
    self.since = since
    self.endings = endings
  }
}

/// What the finished initiatives of teams took: as a multiple of what was estimated, and in person-weeks.
///
/// What an initiative took is reckoned from its start to its end, at the people whom it names and the focus of the
/// repository; of several shares that of the team in charge counts, or else the largest one.
public struct TeamRecords: Sendable {
  /// One finished initiative.
  public struct Item: Sendable, Equatable {
    /// The initiative's id.
    public let initiative: String
    /// The team whose share it is.
    public let team: String
    /// The person-weeks that were estimated.
    public let estimated: Double
    /// The person-weeks that it took.
    public let actual: Double
  }

  /// The finished initiatives that say enough, by id.
  public let items: [Item]
  /// How estimates that are one number are spread.
  public let policy: SpreadPolicy

  /// The fewest finished initiatives that a record of efforts is taken from.
  public static let fewestItems = 8

  /// The records of a plan's facts, of what ended before `asOf`.
  public init(_ facts: PlanFacts, asOf: Day) {
    let days = WorkingDays(facts.settings.calendar, from: asOf, to: asOf)
    var items: [Item] = []
    for initiative in facts.initiatives where initiative.stage == .done {
      guard let start = initiative.start, start.precision == .day, let end = facts.end(of: initiative),
        start.first < end, end <= asOf
      else { continue }
      let own = initiative.work.first { $0.team == initiative.team }
      guard let share = own ?? initiative.work.max(by: { $0.effort.likely < $1.effort.likely }),
        let people = share.people, share.effort.likely > 0
      else { continue }
      let worked = days.working(from: start.first, to: end.advanced(by: 1))
      let actual =
        Double(worked) * people * facts.settings.focus / Double(facts.settings.calendar.daysPerWeek)
      guard actual > 0 else { continue }
      items.append(
        Item(
          initiative: initiative.id, team: share.team, estimated: share.effort.likely, actual: actual))
    }
    self.items = items
    var records: [String: SpreadRecord] = [:]
    let byTeam = Dictionary(grouping: items, by: \.team)
    for (team, items) in byTeam where items.count >= Self.fewestItems {
      records[team] = SpreadRecord(Self.ratios(items), items: items.count, team: team)
    }
    if items.count >= Self.fewestItems {
      // Teams with too few finished initiatives of their own are taken to be like all.
      let all = SpreadRecord(Self.ratios(items), items: items.count, team: "")
      for team in facts.teams.keys where records[team] == nil { records[team] = all }
    }
    policy = SpreadPolicy(records: records, fewestItems: Self.fewestItems)
  }

  /// The effort of what a team finished so far, for initiatives that state none; nil where too few are known.
  public func effort(of team: String) -> (effort: Effort, items: Int)? {
    let own = items.filter { $0.team == team }
    let chosen = own.count >= Self.fewestItems ? own : items
    guard chosen.count >= Self.fewestItems else { return nil }
    let points = Self.points(chosen.map(\.actual))
    return (Effort(low: points.low, likely: points.middle, high: points.high), chosen.count)
  }

  private static func ratios(_ items: [Item]) -> SpreadRatios {
    let points = points(items.map { $0.actual / $0.estimated })
    return SpreadRatios(low: points.low, middle: points.middle, high: points.high)
  }

  /// The tenth, fiftieth and ninetieth percentile of the lognormal distribution with the values' mean and deviation in
  /// logarithms: of few values the outer ones alone would be a matter of luck.
  private static func points(_ values: [Double]) -> (low: Double, middle: Double, high: Double) {
    let logs = values.map { RealFunctions.log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let squares = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(max(logs.count - 1, 1))).squareRoot()
    let spread = StandardNormal.p90 * deviation
    return (RealFunctions.exp(mean - spread), RealFunctions.exp(mean), RealFunctions.exp(mean + spread))
  }
}

extension PlanFacts {
  /// When a finished initiative ended: when its last milestone was completed, or as history knows it.
  public func end(of initiative: InitiativeFacts) -> Day? {
    initiative.milestones.compactMap(\.completed).max() ?? finished?.endings[initiative.id]
  }
}
