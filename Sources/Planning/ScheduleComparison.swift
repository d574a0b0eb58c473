public import CivilDates
internal import Scheduling

/// What moves between two plans, and which edit moves it.
///
/// Both are scheduled as of the same day, so that the passing of time moves nothing. The edits are applied one at a time,
/// in a stated order: the configuration, the committed order, teams by id, initiatives by id; what an edit moves is what
/// differs between the schedules before and after it, and all of it adds up to the whole move.
public struct ScheduleComparison: Sendable {
  /// One edit: a thing that decides dates and differs between the two plans.
  public enum Edit: Sendable, Hashable {
    /// Calendar, freezes or defaults in `prodops.json`.
    case settings
    /// The committed order.
    case lock
    /// A team.
    case team(String)
    /// An initiative: new, gone or changed.
    case initiative(String)
    /// All edits after the first `limit` together.
    case others(Int)
  }

  /// An initiative whose end an edit moves.
  public struct Move: Sendable, Equatable {
    /// Its id.
    public let initiative: String
    /// How many working days later it ships; negative where it ships earlier.
    public let days: Int
    /// How the edit reaches it.
    public let connection: Connection
  }

  /// An initiative that an edit makes miss its promise.
  public struct Miss: Sendable, Equatable {
    /// Its id.
    public let initiative: String
    /// How many working days after its promise it ships then.
    public let late: Int

    /// A promise that is missed by so many working days.
    public init(initiative: String, late: Int) {
      self.initiative = initiative
      self.late = late
    }
  }

  /// An initiative that an edit leaves without dates.
  public struct Loss: Sendable, Equatable {
    /// Its id.
    public let initiative: String
    /// Why it has no place; nil where something does not fit together.
    public let why: PlanModel.LeftOut?

    /// An initiative without dates.
    public init(initiative: String, why: PlanModel.LeftOut?) {
      self.initiative = initiative
      self.why = why
    }
  }

  /// An edit with what it does to dates.
  public struct Step: Sendable {
    /// The edit.
    public let edit: Edit
    /// What moves, besides what the edit itself adds or takes away; the most delayed first.
    public let moves: [Move]
    /// What misses its promise since, by id.
    public let misses: [Miss]
    /// What has lost its dates, though it is neither gone, nor finished, nor given up; by id.
    public let losses: [Loss]

    /// Whether it changes nothing that is told.
    public var isStill: Bool { moves.isEmpty && misses.isEmpty && losses.isEmpty }
  }

  /// The dates of one initiative on both sides.
  public struct Change: Sendable {
    /// Its id.
    public let initiative: String
    /// Its title.
    public let title: String
    /// The dates before; nil where it had none.
    public let before: PlanSchedule.Dates?
    /// The dates after; nil where it has none.
    public let after: PlanSchedule.Dates?
    /// How many working days later it ends; nil where one side has no end.
    public let days: Int?
    /// How many working days later it starts; nil where one side has no start.
    public let startDays: Int?
    /// The edits that move its end, with the days that each contributes, in the order of the edits.
    public let causes: [(edit: Edit, days: Int)]
    /// Whether it is edited itself.
    public let isEdited: Bool
  }

  /// The plan before.
  public let before: PlanSchedule
  /// The plan after.
  public let after: PlanSchedule
  /// The edits in the order in which they were applied.
  public let steps: [Step]
  /// The initiatives whose dates differ, the most delayed first; those that came or went after them.
  public let changes: [Change]

  /// The initiatives that miss their promises after all edits, and did not before.
  public let misses: [Miss]
  /// The initiatives that have no dates after all edits, and had some before.
  public let losses: [Loss]
  /// What keeps those from having dates that lost them as something does not fit together.
  public let misfits: [PlanSchedule.Conflict]
  /// How many initiatives both sides have, and how many of them end on another day.
  public let common: Int
  /// The working days by which all ends moved together, earlier or later: the instability of the change.
  public var itemDays: Int { changes.reduce(0) { $0 + abs($1.days ?? 0) } }
  /// How many initiatives of both sides end on another day.
  public var moved: Int { changes.count { $0.days ?? 0 != 0 } }

  /// Whether nobody relies yet on an initiative of the plan after.
  public func isTentative(_ id: String) -> Bool {
    after.model.facts.initiative(id)?.stage == .tentative
  }

  /// The day on which an initiative of the plan after ships.
  public func shippingDay(of id: String) -> Day? {
    after.model.position(of: id).flatMap { after.end(of: $0) }
  }

  /// Whether an initiative misses its promise after all edits, and did not before.
  public func isMissed(_ id: String) -> Bool {
    let place = misses.partitioningIndex { $0.initiative >= id }
    return place < misses.count && misses[place].initiative == id
  }

  /// The promise of an initiative of the plan after.
  public func due(of id: String) -> When? {
    after.model.position(of: id).flatMap { after.model.items[$0].due }
  }

  /// How many edits are told apart, at most.
  public static let limit = 200

  /// How many edits are told apart where there are so many initiatives: each takes a schedule of them all.
  static func limit(_ initiatives: Int) -> Int { min(limit, max(200_000 / max(initiatives, 1), 10)) }

  /// Compares two plans as of one day.
  public init(_ old: PlanFacts, _ new: PlanFacts, asOf: Day) {
    let (old, new) = (old.renamed(by: new.formerly), new.renamed(by: new.formerly))
    let first = PlanSchedule(PlanModel(old, asOf: asOf))
    let final = PlanSchedule(PlanModel(new, asOf: asOf))
    var steps: [Step] = []
    var causes: [String: [(edit: Edit, days: Int)]] = [:]
    var last = first
    Self.apply(from: old, to: new, limit: Self.limit(final.model.items.count)) { edit, facts in
      let next = facts.map { PlanSchedule(PlanModel($0, asOf: asOf)) } ?? final
      let moves = Self.moves(by: edit, from: last, to: next, in: final.model.days)
      for move in moves { causes[move.initiative, default: []].append((edit, move.days)) }
      steps.append(
        Step(
          edit: edit, moves: moves, misses: Self.misses(from: last, to: next),
          losses: Self.losses(from: last, to: next)))
      last = next
    }
    before = first
    after = final
    self.steps = steps
    misses = Self.misses(from: first, to: final)
    losses = Self.losses(from: first, to: final)
    let lost = Set(losses.filter { $0.why == nil }.map(\.initiative))
    misfits = lost.isEmpty ? [] : final.conflicts.filter { !lost.isDisjoint(with: $0.withoutDates) }
    (changes, common) = Self.changes(before, after, causes, Set(Self.edits(from: old, to: new)))
  }

  /// How many edits are told apart between two plans, the rest being one.
  static func count(from old: PlanFacts, to new: PlanFacts, limit: Int) -> Int {
    min(edits(from: old, to: new).count, limit + 1)
  }

  /// Applies the edits from `old` to `new` one at a time, the first `limit` of them each by itself, and tells the facts
  /// after each; nil for the last one, after which they are `new`.
  static func apply(
    from old: PlanFacts, to new: PlanFacts, limit: Int, each: (_ edit: Edit, _ facts: PlanFacts?) -> Void
  ) {
    var facts = old
    let edits = edits(from: old, to: new)
    for (index, edit) in edits.enumerated() {
      if index == edits.count - 1 {
        each(edit, nil)
      } else if index >= limit {
        each(.others(edits.count - index), nil)
        return
      } else {
        apply(edit, from: new, to: &facts)
        each(edit, facts)
      }
    }
  }

  private static func edits(from old: PlanFacts, to new: PlanFacts) -> [Edit] {
    var edits: [Edit] = []
    if old.settings != new.settings { edits.append(.settings) }
    if old.lock != new.lock { edits.append(.lock) }
    for id in Set(old.teams.keys).union(new.teams.keys).sorted() where old.teams[id] != new.teams[id] {
      edits.append(.team(id))
    }
    let before = Dictionary(old.initiatives.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.initiatives.map { ($0.id, $0) }) { first, _ in first }
    for id in Set(before.keys).union(after.keys).sorted() where before[id] != after[id] {
      edits.append(.initiative(id))
    }
    return edits
  }

  private static func apply(_ edit: Edit, from new: PlanFacts, to facts: inout PlanFacts) {
    switch edit {
    case .settings: facts.settings = new.settings
    case .lock: facts.lock = new.lock
    case .team(let id): facts.teams[id] = new.teams[id]
    case .initiative(let id):
      let place = facts.place(of: id)
      if place < facts.initiatives.count, facts.initiatives[place].id == id {
        facts.initiatives.remove(at: place)
      }
      if let changed = new.initiative(id) {
        facts.initiatives.insert(changed, at: place)
      }
    case .others: facts = new
    }
  }

  private static func moves(
    by edit: Edit, from old: PlanSchedule, to new: PlanSchedule, in days: WorkingDays
  ) -> [Move] {
    var reach = EditReach(edit, from: old, to: new)
    var moves: [Move] = []
    for (position, item) in new.model.items.enumerated() {
      guard let other = old.model.position(of: item.facts.id), let was = old.end(of: other),
        let now = new.end(of: position)
      else { continue }
      let moved = days.working(from: was, to: now)
      guard moved != 0 else { continue }
      let connection = reach.connection(to: item.facts.id, isLater: moved > 0)
      moves.append(Move(initiative: item.facts.id, days: moved, connection: connection))
    }
    return moves.sorted { ($1.days, $0.initiative) < ($0.days, $1.initiative) }
  }

  private static func misses(from old: PlanSchedule, to new: PlanSchedule) -> [Miss] {
    new.model.items.enumerated().compactMap { position, item in
      guard let late = new.dates(of: position)?.late, late > 0 else { return nil }
      let before = old.model.position(of: item.facts.id).flatMap { old.dates(of: $0)?.late }
      return before ?? 0 > 0 ? nil : Miss(initiative: item.facts.id, late: late)
    }
  }

  private static func losses(from old: PlanSchedule, to new: PlanSchedule) -> [Loss] {
    let why = Dictionary(new.model.leftOut.map { ($0.facts.id, $0.why) }) { first, _ in first }
    return old.model.items.enumerated().compactMap { position, item in
      let id = item.facts.id
      guard old.end(of: position) != nil else { return nil }
      if let now = new.model.position(of: id) {
        return new.end(of: now) == nil ? Loss(initiative: id, why: nil) : nil
      }
      switch why[id] {
      case .done, .dropped, nil: return nil
      case let why?: return Loss(initiative: id, why: why)
      }
    }
  }

  private static func changes(
    _ before: PlanSchedule, _ after: PlanSchedule, _ causes: [String: [(edit: Edit, days: Int)]],
    _ edits: Set<Edit>
  ) -> ([Change], Int) {
    let ids = Set(before.model.items.map(\.facts.id)).union(after.model.items.map(\.facts.id))
    var common = 0
    var changes: [Change] = []
    for id in ids.sorted() {
      let (old, new) = (before.model.position(of: id), after.model.position(of: id))
      let was = old.flatMap { before.dates(of: $0) }
      let now = new.flatMap { after.dates(of: $0) }
      var days: Int?
      var startDays: Int?
      if let was, let now {
        common += 1
        days = after.model.days.working(from: was.ships, to: now.ships)
        startDays = after.model.days.working(from: was.start, to: now.start)
      }
      if was?.start == now?.start, was?.end == now?.end, was?.ships == now?.ships,
        (old == nil) == (new == nil)
      {
        continue
      }
      let title = (new.map { after.model.items[$0] } ?? old.map { before.model.items[$0] })?.facts.title ?? id
      changes.append(
        Change(
          initiative: id, title: title, before: was, after: now, days: days, startDays: startDays,
          causes: causes[id] ?? [], isEdited: edits.contains(.initiative(id))))
    }
    changes.sort { ($1.days ?? .min, $0.initiative) < ($0.days ?? .min, $1.initiative) }
    return (changes, common)
  }
}

extension PlanSchedule {
  /// The day on which an item ships.
  func end(of item: Int) -> Day? { dates(of: item)?.ships }
}

extension PlanSchedule.Conflict {
  /// The initiatives that have no dates by it.
  public var withoutDates: [String] {
    switch self {
    case .cycle(let initiatives): initiatives
    case .understaffed(let initiative, _, _, _), .beyondHorizon(let initiative, _), .waits(let initiative, _):
      [initiative]
    case .overload, .aboveLimit, .pinnedTooEarly, .pinnedBeforeEarliest, .startsAfterStated: []
    }
  }
}
