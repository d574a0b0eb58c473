public import ChangeHistory
public import CivilDates

/// One promise with every date that was ever said, and what its repository records of its end.
public struct PromiseHistory: Sendable {
  /// Something that was said.
  public struct Statement: Hashable, Sendable {
    /// The day on which it landed.
    public let said: Day
    /// The last day that was promised; nil where the promise was taken back.
    public let date: Day?

    /// A date by the day on which it landed.
    public init(said: Day, date: Day?) {
      self.said = said
      self.date = date
    }
  }

  /// The date that stood at the end of some day.
  public struct State: Hashable, Sendable {
    /// The date.
    public let date: Day
    /// When it was said first.
    public let said: Day
    /// How often the date had moved later by then.
    public let slips: Int
  }

  /// `kind:id`, as it is called last.
  public let definition: String
  /// The pointer of the date.
  public let pointer: String
  /// What people call the definition; nil where it is gone.
  public let title: String?
  /// Whose it is, by handle; nil where nobody's, or where it is gone.
  public let owner: String?
  /// Which team's it is, by id.
  public let team: String?
  /// What was said, the earliest first: each date once for as long as it stood.
  public let statements: [Statement]
  /// How the part that holds the date ended and was opened again, in the order of landing.
  public let turns: [Endings.Turn]
  /// How the definition as a whole ended and was opened again.
  public let wholeTurns: [Endings.Turn]

  /// A promise by what was said; clocks that went backwards are held to the order of landing.
  public init(
    definition: String, pointer: String, title: String? = nil, owner: String? = nil, team: String? = nil,
    statements: [Statement], turns: [Endings.Turn] = [], wholeTurns: [Endings.Turn] = []
  ) {
    self.definition = definition
    self.pointer = pointer
    self.title = title
    self.owner = owner
    self.team = team
    self.turns = turns
    self.wholeTurns = wholeTurns
    var kept: [Statement] = []
    var latest = Day.first
    for statement in statements {
      latest = max(latest, statement.said)
      if let last = kept.last, last.date == statement.date { continue }
      // What was said again on the same day is what was meant.
      if kept.last?.said == latest { kept.removeLast() }
      if kept.last?.date == statement.date, !kept.isEmpty { continue }
      kept.append(Statement(said: latest, date: statement.date))
    }
    self.statements = kept
  }

  /// The kind of the definition.
  public var kind: String { String(definition.prefix { $0 != ":" }) }

  /// The list that the date stands in, such as `milestones`; nil where it is the definition's own.
  public var part: String? {
    let tokens = pointer.split(separator: "/", omittingEmptySubsequences: true)
    return tokens.count > 2 ? tokens.first.map(String.init) : nil
  }

  /// What it is a promise of.
  public var family: ReferenceClass.Family { ReferenceClass.Family(kind: kind, part: part) }

  /// How often the date moved later up to and with a statement.
  func slips(upTo index: Int) -> Int {
    var count = 0
    var standing: Day?
    for statement in statements.prefix(index + 1) {
      if let date = statement.date {
        if let old = standing, date > old { count += 1 }
        standing = date
      }
    }
    return count
  }

  /// The last statement up to the end of a day.
  func position(through day: Day) -> Int? { statements.lastIndex { $0.said <= day } }

  /// The date that stood at the end of a day; nil where none did.
  public func state(through day: Day) -> State? {
    guard let index = position(through: day), let date = statements[index].date else { return nil }
    return State(date: date, said: statements[index].said, slips: slips(upTo: index))
  }

  /// The end that stood at the end of a day: of the part that holds the date, else of the whole.
  public func ending(through day: Day) -> Endings.Ending? {
    for turns in [turns, wholeTurns] {
      if let ending = turns.last(where: { $0.day <= day })?.ending { return ending }
    }
    return nil
  }

  /// What had come of it by the end of a day.
  public func outcome(through day: Day, by rule: OutcomeRule) -> PromiseOutcome {
    guard let index = position(through: day) else { return .unsaid }
    if rule == .recorded, let ending = ending(through: day) {
      return ending.isGoal ? .came(ending.day) : .dropped
    }
    guard let date = statements[index].date else { return .dropped }
    if case .settled = rule, date.days(until: day) >= rule.wait { return .came(date) }
    return .open(date)
  }
}
