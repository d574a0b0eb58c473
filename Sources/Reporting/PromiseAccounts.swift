public import ChangeHistory
public import CivilDates
internal import Diffing
internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// What came of promises, for each of them and for those who made them.
public struct PromiseAccounts: Sendable {
  /// What came of a promise.
  public enum Outcome: String, CaseIterable, Sendable {
    /// Done by the day that was promised last.
    case kept
    /// Done after that day.
    case late
    /// That day has passed, and it is not done.
    case missed
    /// There is time.
    case open
    /// No date is promised any more.
    case dropped
    /// It ended otherwise: cancelled, retired, removed.
    case withdrawn
  }

  /// One promise.
  public struct Account: Sendable {
    /// Everything that was said.
    public let record: PromiseLedger.Record
    /// What came of it.
    public let outcome: Outcome
    /// When it ended, where it did.
    public let ended: Day?
  }

  /// Promises of one owner, team or plan.
  public struct Group: Sendable {
    /// Whose: a handle, or `kind:id`.
    public let name: String
    /// How many promises.
    public internal(set) var promises = 0
    /// How many of them slipped at least once.
    public internal(set) var slipped = 0
    /// How often they slipped altogether.
    public internal(set) var slips = 0
    /// How many slips came after the old date had passed.
    public internal(set) var lateSlips = 0
    /// How often they were pulled in.
    public internal(set) var pullIns = 0
    /// How many days later than first said they are altogether.
    public internal(set) var days = 0
    /// How many came to each end.
    public internal(set) var outcomes: [Outcome: Int] = [:]
  }

  /// Every promise, by definition and pointer.
  public private(set) var accounts: [Account] = []
  /// By the owner, most slips first.
  public private(set) var byOwner: [Group] = []
  /// By the team.
  public private(set) var byTeam: [Group] = []
  /// By the plan.
  public private(set) var byPlan: [Group] = []
  /// All of them.
  public private(set) var total = Group(name: "")

  /// What `history` and the tree after it say of every promise, as of a day.
  public init(_ history: HistoryFold, in snapshot: Snapshot, asOf day: Day) {
    var owners: [String: Group] = [:]
    var teams: [String: Group] = [:]
    var plans: [String: Group] = [:]
    for record in history.ledger.all {
      let kind = String(record.definition.prefix { $0 != ":" })
      let id = String(record.definition.dropFirst(kind.count + 1))
      let definition = snapshot.definition(kind: kind, id: id)
      let account = Self.account(record, history, isThere: definition != nil, day)
      accounts.append(account)
      total.take(account)
      guard let root = definition?.root, let shape = snapshot.library.shape(of: kind) else { continue }
      for property in shape.properties {
        guard let name = root[name: property.name]?.string else { continue }
        if property.shape.isPerson, property.name == "owner" {
          owners[name, default: Group(name: name)].take(account)
        } else if property.shape.referredKinds == ["team"] {
          teams["team:\(name)", default: Group(name: "team:\(name)")].take(account)
        } else if property.shape.referredKinds == ["plan"] {
          plans["plan:\(name)", default: Group(name: "plan:\(name)")].take(account)
        }
      }
      if kind == "plan" {
        plans[record.definition, default: Group(name: record.definition)].take(account)
      }
    }
    byOwner = Self.sorted(owners)
    byTeam = Self.sorted(teams)
    byPlan = Self.sorted(plans)
  }

  private static func account(
    _ record: PromiseLedger.Record, _ history: HistoryFold, isThere: Bool, _ day: Day
  ) -> Account {
    let ending = history.endings.ending(of: record.definition, holding: record.pointer)
    let outcome: Outcome
    if let ending, ending.isGoal, let last = record.entries.last(where: { $0.last != nil })?.last {
      outcome = ending.day <= last ? .kept : .late
    } else if ending.map({ !$0.isGoal }) ?? !isThere {
      outcome = .withdrawn
    } else if let last = record.entries.last?.last {
      outcome = last < day ? .missed : .open
    } else {
      outcome = .dropped
    }
    return Account(record: record, outcome: outcome, ended: ending?.day)
  }

  private static func sorted(_ groups: [String: Group]) -> [Group] {
    groups.values.sorted { ($1.slips, $1.days, $0.name) < ($0.slips, $0.days, $1.name) }
  }
}

extension PromiseAccounts.Group {
  mutating func take(_ account: PromiseAccounts.Account) {
    promises += 1
    slips += account.record.slips
    if account.record.slips > 0 { slipped += 1 }
    lateSlips += account.record.lateSlips
    pullIns += account.record.pullIns
    days += account.record.totalDays
    outcomes[account.outcome, default: 0] += 1
  }
}
