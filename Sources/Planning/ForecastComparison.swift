public import CivilDates
internal import Distributions

/// How an edit changes what a plan's promises are worth, and which edit does it.
///
/// Both sides are forecast as of the same day and with the same draws, so that neither time nor chance moves anything.
/// The edits are applied one at a time in the order of `ScheduleComparison`.
public struct ForecastComparison: Sendable {
  /// One promise on both sides.
  public struct Change: Sendable {
    /// Its name: `initiative:x`, `initiative:x#milestone` or `plan:p/objective`.
    public let name: String
    /// Its title.
    public let title: String
    /// The promise before; nil where there was none.
    public let before: PlanForecast.Promise?
    /// The promise after; nil where there is none.
    public let after: PlanForecast.Promise?
    /// How much likelier it is to come by then, in points of a hundred; nil where one side has no chance.
    public let points: Int?
    /// How many working days later the day is that holds four times in five; nil where one side has none.
    public let days: Int?
    /// The edits that move it: the points and days that each contributes, in the order of the edits.
    public let causes: [Cause]
  }

  /// What one edit contributes.
  public struct Cause: Sendable {
    /// The edit.
    public let edit: ScheduleComparison.Edit
    /// The points of a hundred.
    public let points: Int
    /// The working days of the day that holds four times in five.
    public let days: Int
  }

  /// The forecast before.
  public let before: PlanForecast
  /// The forecast after.
  public let after: PlanForecast
  /// The promises that differ: by the points that they lose, those that lose most first.
  public let changes: [Change]
  /// How many promises both sides have.
  public let common: Int
  /// The edits, in the order in which they were applied.
  public let edits: [ScheduleComparison.Edit]

  /// How many edits are told apart, at most: each takes a simulation.
  public static let limit = 24
  /// How many futures each of them is played through in, at most.
  public static let runs = 2000

  /// How many edits are told apart where there are so many initiatives.
  private static func limit(_ initiatives: Int) -> Int { min(limit, max(12_000 / max(initiatives, 1), 4)) }
  /// How many futures are played through where there are so many initiatives.
  private static func runs(_ initiatives: Int) -> Int { min(runs, max(1_000_000 / max(initiatives, 1), 200)) }

  /// Compares two plans as of one day; `onProgress` is told how many of the simulations are done.
  public init(
    _ old: PlanFacts, _ new: PlanFacts, asOf: Day, runs: Int? = nil,
    onProgress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) {
    let (old, new) = (old.renamed(by: new.formerly), new.renamed(by: new.formerly))
    let size = max(old.initiatives.count, new.initiatives.count)
    let limit = Self.limit(size)
    let runs = runs ?? Self.runs(size)
    let all = ScheduleComparison.count(from: old, to: new, limit: limit) + 1
    func forecast(_ facts: PlanFacts) -> PlanForecast {
      PlanForecast(PlanSchedule(PlanModel(facts, asOf: asOf)), runs: runs, isBrief: true)
    }
    before = forecast(old)
    let last = forecast(new)
    after = last
    var edits: [ScheduleComparison.Edit] = []
    var causes: [String: [Cause]] = [:]
    var known = Self.byName(before)
    ScheduleComparison.apply(from: old, to: new, limit: limit) { edit, facts in
      edits.append(edit)
      onProgress(edits.count, all)
      let next = Self.byName(facts.map(forecast) ?? last)
      for (name, promise) in next {
        guard let was = known[name] else { continue }
        let points = Self.points(was, promise) ?? 0
        let days = Self.days(was, promise, last) ?? 0
        if points != 0 || days != 0 {
          causes[name, default: []].append(Cause(edit: edit, points: points, days: days))
        }
      }
      known = next
    }
    self.edits = edits
    let (first, final) = (Self.byName(before), Self.byName(last))
    common = first.keys.count { final[$0] != nil }
    changes = Set(first.keys).union(final.keys).compactMap { name -> Change? in
      let (was, now) = (first[name], final[name])
      let points = was.flatMap { was in now.flatMap { Self.points(was, $0) } }
      let days = was.flatMap { was in now.flatMap { Self.days(was, $0, last) } }
      guard was == nil || now == nil || points ?? 0 != 0 || days ?? 0 != 0 else { return nil }
      return Change(
        name: name, title: (now ?? was)?.title ?? name, before: was, after: now, points: points, days: days,
        causes: causes[name] ?? [])
    }.sorted { ($0.points ?? .max, -($0.days ?? 0), $0.name) < ($1.points ?? .max, -($1.days ?? 0), $1.name) }
  }

  private static func byName(_ forecast: PlanForecast) -> [String: PlanForecast.Promise] {
    Dictionary(forecast.promises.map { (forecast.name(of: $0), $0) }) { first, _ in first }
  }

  private static func points(_ was: PlanForecast.Promise, _ now: PlanForecast.Promise) -> Int? {
    guard let was = was.chance, let now = now.chance else { return nil }
    return percent(now) - percent(was)
  }

  /// Whole hundredths, so that what edits contribute adds up.
  private static func percent(_ chance: Chance) -> Int { Int((chance.share * 100).rounded()) }

  private static func days(
    _ was: PlanForecast.Promise, _ now: PlanForecast.Promise, _ forecast: PlanForecast
  ) -> Int? {
    guard let was = was.days.p80, let now = now.days.p80 else { return nil }
    return forecast.plan.model.days.working(from: was, to: now)
  }
}

extension PlanForecast {
  /// A promise's name: `initiative:x`, `initiative:x#milestone` or `plan:p/objective`.
  public func name(of promise: Promise) -> String {
    switch promise.subject {
    case .initiative(let item, _): "initiative:\(plan.model.items[item].facts.id)"
    case .milestone(let item, let id): "initiative:\(plan.model.items[item].facts.id)#\(id)"
    case .objective(let name, _): "plan:\(name)"
    }
  }
}
