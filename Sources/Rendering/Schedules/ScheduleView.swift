internal import CivilDates
public import Planning

/// A schedule as somebody wants to see it: what every format is written from.
public struct ScheduleView: Sendable {
  /// The schedule.
  public let plan: PlanSchedule
  /// The repository's name for itself; may be empty.
  public let title: String
  /// The team whose shares alone are shown; nil for all.
  public let team: String?
  /// The tool's version.
  public let version: String
  /// Which state of the definitions it is made of, where one was asked for.
  public let note: StateNote?
  /// What does not fit together, as far as it concerns what is shown.
  let conflicts: [PlanSchedule.Conflict]

  /// A view of a schedule.
  public init(
    _ plan: PlanSchedule, title: String = "", team: String? = nil, version: String, note: StateNote? = nil
  ) {
    self.plan = plan
    self.title = title
    self.team = team
    self.version = version
    self.note = note
    let conflicts = plan.conflicts.filter { conflict in
      guard let team else { return true }
      if let other = conflict.team { return other == team }
      return conflict.initiatives.contains { Self.concerns($0, team, plan) }
    }
    self.conflicts = plan.withWays(conflicts)
  }

  /// One initiative with dates, as far as it is shown.
  struct Row {
    let item: Int
    let facts: InitiativeFacts
    let dates: PlanSchedule.Dates
    /// The shares that are shown.
    let shares: [PlanSchedule.PlacedShare]
    /// The first and the last day of what is shown.
    let start: Day
    let end: Day

    /// Whether work on it has begun.
    var isUnderWay: Bool { facts.stage == .running }
    /// The day on which work under way is said to have begun.
    var begun: Day? { facts.begun(by: start) }
    /// The teams that are shown, each once.
    var teams: [String] {
      var seen: Set<String> = []
      return shares.map(\.share.team).filter { seen.insert($0).inserted }
    }
  }

  /// What has dates and is shown, in the order of starts.
  var rows: [Row] { plan.byStart.compactMap(row) }

  /// An initiative by its id; nil where it has no dates.
  func row(of initiative: String) -> Row? { plan.model.position(of: initiative).flatMap(row) }

  private func row(_ item: Int) -> Row? {
    guard let dates = plan.dates(of: item) else { return nil }
    let all = plan.placedShares(of: item)
    let shares = team.map { team in all.filter { $0.share.team == team } } ?? all
    if team != nil, shares.isEmpty { return nil }
    return Row(
      item: item, facts: plan.model.items[item].facts, dates: dates, shares: shares,
      start: team == nil ? dates.start : shares.map(\.start).min() ?? dates.start,
      end: team == nil ? dates.end : shares.map(\.end).max() ?? dates.end)
  }

  /// Whether an initiative has to do with the team that is shown.
  func concerns(_ facts: InitiativeFacts) -> Bool { team.map { Self.concerns(facts, $0) } ?? true }

  private func concerns(initiative id: String) -> Bool { team.map { Self.concerns(id, $0, plan) } ?? true }

  private static func concerns(_ facts: InitiativeFacts, _ team: String) -> Bool {
    facts.work.isEmpty ? facts.team == team : facts.work.contains { $0.team == team }
  }

  private static func concerns(_ id: String, _ team: String, _ plan: PlanSchedule) -> Bool {
    plan.model.facts.initiative(id).map { concerns($0, team) } ?? false
  }

  /// What was taken for granted, as far as it concerns what is shown.
  var remarks: [PlanModel.Remark] {
    guard let team else { return plan.model.remarks }
    return plan.model.remarks.filter { remark in
      remark.team.map { $0 == team } ?? remark.initiative.map(concerns) ?? true
    }
  }

  /// What has no place, as far as it concerns what is shown.
  var leftOut: [(facts: InitiativeFacts, why: PlanModel.LeftOut)] {
    plan.model.leftOut.filter { concerns($0.facts) }
  }
}

extension PlanSchedule.Conflict {
  /// Its name in JSON.
  var code: String {
    switch self {
    case .overload: "overload"
    case .aboveLimit: "above-limit"
    case .pinnedTooEarly: "pinned-too-early"
    case .pinnedBeforeEarliest: "pinned-before-earliest"
    case .startsAfterStated: "starts-after-stated"
    case .cycle: "cycle"
    case .understaffed: "understaffed"
    case .beyondHorizon: "beyond-horizon"
    case .waits: "waits"
    }
  }

  /// The initiatives that it is about, the one that it befalls first.
  var initiatives: [String] {
    switch self {
    case .overload(_, _, _, _, _, let initiatives), .aboveLimit(_, _, _, _, let initiatives),
      .cycle(let initiatives):
      initiatives
    case .pinnedTooEarly(let initiative, _, let others, _): [initiative] + others
    case .waits(let initiative, let other):
      [initiative, other]
    case .startsAfterStated(let initiative, _, _), .pinnedBeforeEarliest(let initiative, _, _),
      .understaffed(let initiative, _, _, _),
      .beyondHorizon(let initiative, _):
      [initiative]
    }
  }

  /// The team that lacks people.
  var team: String? {
    switch self {
    case .overload(let team, _, _, _, _, _), .aboveLimit(let team, _, _, _, _),
      .understaffed(_, let team, _, _):
      team
    case .pinnedTooEarly, .pinnedBeforeEarliest, .startsAfterStated, .cycle, .beyondHorizon, .waits: nil
    }
  }
}

extension PlanModel.Remark {
  /// Its name in JSON.
  var code: String {
    switch self {
    case .assumedEffort: "assumed-effort"
    case .assumedPeople: "assumed-people"
    case .unknownCapacity: "unknown-capacity"
    case .unknownTeam: "unknown-team"
    case .startPassed: "start-passed"
    case .startAhead: "start-ahead"
    case .progressAhead: "progress-ahead"
    case .effortSpent: "effort-spent"
    case .noProgress: "no-progress"
    case .oldProgress: "old-progress"
    case .runsBefore: "runs-before-dependency"
    case .dependsOnDropped: "depends-on-dropped"
    case .dependsOnUnknown: "depends-on-unknown"
    case .lostOrder: "lost-order"
    case .shareNotInLock: "share-not-in-lock"
    case .notInLock: "not-in-lock"
    case .unknownInLock: "unknown-in-lock"
    }
  }

  /// The initiative that it is about.
  var initiative: String? {
    switch self {
    case .assumedEffort(let initiative, _, _), .assumedPeople(let initiative, _, _),
      .unknownTeam(let initiative, _), .startPassed(let initiative, _), .startAhead(let initiative, _),
      .progressAhead(let initiative, _), .effortSpent(let initiative, _),
      .noProgress(let initiative), .oldProgress(let initiative, _), .dependsOnDropped(let initiative, _),
      .runsBefore(let initiative, _), .dependsOnUnknown(let initiative, _),
      .shareNotInLock(let initiative, _),
      .notInLock(let initiative):
      initiative
    case .unknownCapacity, .lostOrder, .unknownInLock: nil
    }
  }

  /// The team that it is about.
  var team: String? {
    switch self {
    case .assumedEffort(_, let team, _), .assumedPeople(_, let team, _), .unknownCapacity(let team),
      .unknownTeam(_, let team), .effortSpent(_, let team):
      team
    case .shareNotInLock(_, let team): team
    case .startPassed, .startAhead, .progressAhead, .noProgress, .oldProgress, .runsBefore, .dependsOnDropped,
      .dependsOnUnknown,
      .lostOrder, .notInLock, .unknownInLock:
      nil
    }
  }
}
