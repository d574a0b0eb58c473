public import ChangeHistory
public import CivilDates
public import Diffing
internal import JSONSyntax
public import Workspaces

/// What a report is about: two states and what led from one to the other.
public struct ReportSource: Sendable {
  /// The repository's title; empty where it has none.
  public var title: String
  /// The heading that is configured for reports; empty where there is none.
  public var heading: String
  /// The first day of the period, where days were asked for.
  public var firstDay: Day?
  /// The last day of the period, where days were asked for.
  public var lastDay: Day?
  /// The commit of the state before, in 40 hexadecimal digits; nil where there was nothing before.
  public var base: String?
  /// The commit of the state after.
  public var head: String
  /// The address of a commit, with `{commit}` in it.
  public var commitLink: String?
  /// The day that counts as today: what is ahead and what is stale is told from there.
  public var day: Day
  /// The names of the sections that are configured; empty means all.
  public var sections: [String]
  /// The state before.
  public var before: Snapshot
  /// The state after.
  public var after: Snapshot
  /// What differs between the two states.
  public var net: ChangeSet
  /// Every step up to the state after, those of the period told apart.
  public var history: HistoryFold
  /// Where the steps that could be read begin.
  public var start: HistoryStart
  /// The last day before the period; nil where there was nothing before.
  public var beforeDay: Day?
  /// Where the state before stands beside the steps; nil where it is one of them.
  public var branch: BaseBranch?

  /// A report's material: two states, what differs between them, and the history up to the second.
  ///
  /// The configuration of the state after says what the report is called, where commits can be seen, and which
  /// sections it has.
  public init(
    before: Snapshot, after: Snapshot, base: String?, head: String, firstDay: Day?, lastDay: Day?, day: Day,
    net: ChangeSet, history: HistoryFold, start: HistoryStart
  ) {
    title = after.configuration.title
    heading = after.configuration.reportTitle ?? ""
    commitLink = after.configuration.commitLink
    sections = after.configuration.reportSections
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.day = day
    self.base = base
    self.head = head
    self.before = before
    self.after = after
    self.net = net
    self.history = history
    self.start = start
  }
}

/// What happened in a period, sorted by what a lead asks for.
public struct ChangeReport: Sendable {
  /// A change of the period with who made it and when.
  public struct Entry: Sendable {
    /// The change from the state before to the state after.
    public let change: Change
    /// The last step that touched it; nil where the steps do not tell.
    public let step: StepReference?
    /// How many steps touched it.
    public let steps: Int
  }

  /// A promise that moved.
  public struct Move: Sendable {
    /// The net change.
    public let entry: Entry
    /// How often the promise has slipped in all of its history.
    public let slipsEver: Int
    /// How often it slipped in the period.
    public let slipsInPeriod: Int
    /// How many days later it is than what was promised first.
    public let totalDays: Int
    /// What was left of the old date when it slipped last, in days; negative where it had passed.
    public let notice: Int?
  }

  /// Something that changed hands, from one to another, in several definitions.
  public struct Handover: Sendable {
    /// What people call the field.
    public let label: String
    /// Who had it.
    public let from: String
    /// Who has it.
    public let to: String
    /// The changes.
    public let entries: [Entry]
  }

  /// Something that the steps changed and changed back.
  public struct Reversal: Sendable {
    /// The definition.
    public let subject: Change.Subject
    /// The way to the field.
    public let fields: [FieldStep]
    /// What stood there before and after.
    public let value: String
    /// What stood there in between.
    public let between: [String]
    /// How many steps there were.
    public let steps: Int
  }

  /// The material.
  public let source: ReportSource
  /// Breaking and risky changes that have no place of their own below, the weightiest first.
  public internal(set) var matters: [Entry] = []
  /// Promises that are later than before, the furthest first.
  public internal(set) var slips: [Move] = []
  /// Promises that are earlier than before, the furthest first.
  public internal(set) var pulledIn: [Move] = []
  /// Promises that were made.
  public internal(set) var promised: [Entry] = []
  /// Promises that were dropped.
  public internal(set) var dropped: [Entry] = []
  /// Definitions that reached the end of their lifecycle.
  public internal(set) var finished: [Entry] = []
  /// Definitions that ended otherwise.
  public internal(set) var ended: [Entry] = []
  /// Definitions that went back.
  public internal(set) var reopened: [Entry] = []
  /// Definitions that were paused or resumed.
  public internal(set) var paused: [Entry] = []
  /// Definitions that went another step forward.
  public internal(set) var advanced: [Entry] = []
  /// Parts of definitions that were finished.
  public internal(set) var partsFinished: [Entry] = []
  /// What changed hands.
  public internal(set) var handovers: [Handover] = []
  /// Definitions that are new.
  public internal(set) var added: [Entry] = []
  /// Definitions that are gone.
  public internal(set) var removed: [Entry] = []
  /// Definitions with a new id, and those that took another's place.
  public internal(set) var renamed: [Entry] = []
  /// Edits that many definitions share, as positions in the folds of the net changes.
  public internal(set) var bulk: [Int] = []
  /// Everything else.
  public internal(set) var others: [Entry] = []
  /// What was changed and changed back.
  public internal(set) var reversals: [Reversal] = []

  /// Days that went by without an edit, and what that means.
  public internal(set) var elapsed: [Entry] = []
  /// The definitions that differ.
  public internal(set) var changed: [ChangedDefinition] = []
  /// What was decided.
  public internal(set) var decisions: [DecisionRecord] = []
  /// The metrics that mean something else or are in another state.
  public internal(set) var metrics: [MetricStory] = []
  /// What was done to experiments.
  public internal(set) var experiments: [ExperimentStory] = []
  /// What happened to tools.
  public internal(set) var tools: [ToolStory] = []
  /// What the tools in use cost, by currency.
  public internal(set) var money: [ToolMoney] = []
  /// The contracts that renew soon.
  public internal(set) var renewals: [Renewal] = []
  /// What happened to processes.
  public internal(set) var processes: [ProcessStory] = []
  /// What happened to teams.
  public internal(set) var teams: [TeamStory] = []
  /// What is new for each team.
  public internal(set) var news: [TeamNews] = []
  /// What is under way and rests.
  public internal(set) var stale: [StaleDefinition] = []
  /// When initiatives ship by the schedule.
  public internal(set) var schedule: [ScheduledDate] = []

  /// Sorts the changes of a period.
  public init(_ source: ReportSource) {
    self.source = source
    sort()
    findReversals()
    changed = findChangedDefinitions()
    decisions = findDecisions()
    metrics = findMetrics()
    experiments = findExperiments()
    tools = findTools()
    money = findMoney()
    renewals = findRenewals()
    processes = findProcesses()
    teams = findTeams()
    news = findNews()
    stale = findStale()
    schedule = findSchedule()
  }

  /// How many changes there are that say something; days that went by are none.
  public var changeCount: Int { source.net.changes.count { Self.isTold($0) } }
  /// How many definitions they are in.
  public var definitionCount: Int {
    Set(source.net.changes.lazy.filter { Self.isTold($0) }.map(\.subject.name)).count
  }

  static func isTold(_ change: Change) -> Bool {
    change.idiom != .definitionMoved && change.idiom != .dayPassed
  }
}

extension ChangeReport {
  /// What came of every promise up to the state after, as of the day of the report.
  public var accounts: PromiseAccounts {
    PromiseAccounts(source.history, in: source.after, asOf: source.day)
  }
}
