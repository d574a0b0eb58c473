public import CivilDates

/// What became of the dates that were once promised: how many were met, and by how much the others were missed.
public struct Calibration: Sendable {
  /// How long before its day a date was said.
  public enum Notice: Int, CaseIterable, Sendable {
    /// Less than 4 weeks.
    case short
    /// 4 to 13 weeks.
    case weeks
    /// 13 to 26 weeks.
    case months
    /// 26 weeks and more.
    case long

    /// The class of a date that was said so many days before.
    public init(days: Int) {
      switch days {
      case ..<28: self = .short
      case ..<91: self = .weeks
      case ..<182: self = .months
      default: self = .long
      }
    }
  }

  /// Dates that were promised, of one team, owner or notice.
  public struct Group: Sendable {
    /// How many dates are known to have been met.
    public internal(set) var met = 0
    /// How many were missed and have come by now: by how many days, the fewest first.
    public internal(set) var missedBy: [Int] = []
    /// How many were missed and have not come yet.
    public internal(set) var stillOut = 0
    /// How many were taken back.
    public internal(set) var dropped = 0
    /// How many it is too early to judge.
    public internal(set) var undecided = 0
    var misses: [SlipDistribution.Observation] = []

    /// A group without dates.
    public init() {}

    /// Fewer dates than these say little.
    public static let fewest = 10

    /// How many dates can be judged.
    public var judged: Int { met + missedBy.count + stillOut }
    /// Whether it is so small that its share says little.
    public var isSmall: Bool { judged < Self.fewest }
    /// The share that was met; nil where none can be judged.
    public var shareMet: Double? { judged > 0 ? Double(met) / Double(judged) : nil }
    /// How many days later half of what was missed came, what is still out counted for as long as it was followed; nil
    /// where nothing was missed.
    public var medianDays: Int? { SlipDistribution(misses)?.quantile(0.5) }
    /// How many days later on average those came that were missed and have come; nil where none has.
    public var meanDays: Double? {
      missedBy.isEmpty ? nil : Double(missedBy.reduce(0, +)) / Double(missedBy.count)
    }
  }

  /// The groups of one sort, by name; nil for what has none.
  public struct Named: Sendable {
    /// The handle or id; nil where nobody's, or where the definition is gone.
    public let name: String?
    /// Its dates.
    public let group: Group
  }

  /// Every date.
  public private(set) var total = Group()
  /// By how long before its day the date was said.
  public private(set) var byNotice: [Notice: Group] = [:]
  /// By team, those with most dates first.
  public private(set) var byTeam: [Named] = []
  /// By owner, those with most dates first.
  public private(set) var byOwner: [Named] = []
  /// How many dates were said only when their day had come: they are records, no promises.
  public private(set) var saidAfterwards = 0
  /// The rule by which it is known what came when.
  public let rule: OutcomeRule
  /// The day up to whose end everything is known.
  public let through: Day

  /// What became of every date that was said up to the end of `day`.
  public init(_ promises: [PromiseHistory], through day: Day, rule: OutcomeRule) {
    self.rule = rule
    through = day
    var teams: [String?: Group] = [:]
    var owners: [String?: Group] = [:]
    for promise in promises {
      let outcome = promise.outcome(through: day, by: rule)
      for statement in promise.statements where statement.said <= day {
        guard let date = statement.date else { continue }
        guard statement.said < date else {
          saidAfterwards += 1
          continue
        }
        var judgement = Group()
        judgement.judge(date, outcome, day, rule)
        total.add(judgement)
        byNotice[Notice(days: statement.said.days(until: date)), default: Group()].add(judgement)
        teams[promise.team, default: Group()].add(judgement)
        owners[promise.owner, default: Group()].add(judgement)
      }
    }
    byTeam = Self.sorted(teams)
    byOwner = Self.sorted(owners)
    total.missedBy.sort()
    for notice in byNotice.keys { byNotice[notice]?.missedBy.sort() }
  }

  private static func sorted(_ groups: [String?: Group]) -> [Named] {
    groups.map { name, group in
      var group = group
      group.missedBy.sort()
      return Named(name: name, group: group)
    }
    .sorted {
      ($1.group.judged, $0.name == nil ? 1 : 0, $0.name ?? "")
        < ($0.group.judged, $1.name == nil ? 1 : 0, $1.name ?? "")
    }
  }
}

extension Calibration.Group {
  /// Judges one date that was said, by what came of its promise.
  fileprivate mutating func judge(_ date: Day, _ outcome: PromiseOutcome, _ through: Day, _ rule: OutcomeRule)
  {
    let bound = date.days(until: through) - rule.wait
    switch outcome {
    case .unsaid, .dropped: dropped = 1
    case .came where bound < 0, .open where bound < 0: undecided = 1
    case .came(let day):
      let late = date.days(until: day)
      if late <= 0 {
        met = 1
      } else {
        missedBy = [late]
        misses = [.came(late)]
      }
    case .open(let now):
      stillOut = 1
      misses = [.open(after: bound, expected: max(date.days(until: now), bound + 1))]
    }
  }

  fileprivate mutating func add(_ other: Self) {
    met += other.met
    missedBy += other.missedBy
    stillOut += other.stillOut
    dropped += other.dropped
    undecided += other.undecided
    misses += other.misses
  }
}
