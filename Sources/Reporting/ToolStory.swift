public import CivilDates
public import Diffing
public import JSONSyntax
public import Workspaces

/// What happened to one tool in a period.
public struct ToolStory: Sendable {
  /// The tool with its changes.
  public let definition: ChangedDefinition
  /// What it cost a year before; nil where it was not in use, or the definition did not say.
  public let costBefore: YearlyCost?
  /// What it costs a year.
  public let costAfter: YearlyCost?

  /// Whether it came or went, or its state or what it costs changed, and not details alone.
  public var isMoved: Bool {
    definition.before == nil || definition.after == nil || definition.stateBefore != definition.stateAfter
      || costBefore?.amount != costAfter?.amount
      || costBefore?.currency != costAfter?.currency
  }

  /// Whether a tool in this state is paid for.
  static func isPaid(_ state: String?) -> Bool {
    ["trial", "adopted", "on-hold", "deprecated"].contains(state ?? "")
  }
}

/// What all tools in use cost a year in one currency.
public struct ToolMoney: Sendable {
  /// The currency.
  public let currency: String
  /// The sum before.
  public internal(set) var before = ExactDecimal.zero
  /// The sum after.
  public internal(set) var after = ExactDecimal.zero
  /// How many tools the sum before is of.
  public internal(set) var toolsBefore = 0
  /// How many tools the sum after is of.
  public internal(set) var toolsAfter = 0
}

/// A contract that renews, or whose notice is due, soon.
public struct Renewal: Sendable {
  /// The tool.
  public let subject: Change.Subject
  /// The day of the renewal.
  public let renews: Day
  /// The last day for notice.
  public let notice: Day
  /// Whether it goes on unless someone cancels.
  public let isAutomatic: Bool
  /// What was decided; nil where nothing was.
  public let decision: String?
  /// What is at stake in a year.
  public let cost: YearlyCost?
  /// Who answers for the tool, by handle.
  public let owner: String?
}

extension ChangeReport {
  /// How many days ahead renewals and notices are told.
  public static let renewalHorizon = 90

  /// The tools that changed.
  func findTools() -> [ToolStory] {
    changed.filter { $0.subject.kind == "tool" }.map { tool in
      ToolStory(
        definition: tool,
        costBefore: ToolStory.isPaid(tool.stateBefore) ? YearlyCost(tool.before) : nil,
        costAfter: ToolStory.isPaid(tool.stateAfter) ? YearlyCost(tool.after) : nil)
    }
  }

  /// What the tools in use cost a year, by currency.
  func findMoney() -> [ToolMoney] {
    var sums: [String: ToolMoney] = [:]
    for (snapshot, isAfter) in [(source.before, false), (source.after, true)] {
      for (_, tool) in snapshot.definitions(of: "tool") where ToolStory.isPaid(tool.root.string("status")) {
        guard let cost = YearlyCost(tool.root) else { continue }
        var money = sums[cost.currency] ?? ToolMoney(currency: cost.currency)
        if isAfter {
          money.after += cost.amount
          money.toolsAfter += 1
        } else {
          money.before += cost.amount
          money.toolsBefore += 1
        }
        sums[cost.currency] = money
      }
    }
    return sums.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The contracts in use whose renewal or notice is near, the nearest notice first.
  func findRenewals() -> [Renewal] {
    let end = source.day.advanced(by: Self.renewalHorizon)
    return source.after.definitions(of: "tool").compactMap { _, tool -> Renewal? in
      guard ToolStory.isPaid(tool.root.string("status")), let contract = tool["contract"],
        let renews = contract["renews"]?.content.flatMap(Day.init(iso:)), renews >= source.day
      else { return nil }
      let notice = renews.advanced(by: -min(max(contract["noticeDays"]?.integer ?? 0, 0), 36_500))
      guard renews <= end || notice <= end else { return nil }
      return Renewal(
        subject: subject(of: tool), renews: renews, notice: notice,
        isAutomatic: contract["autoRenew"]?.bool ?? false, decision: contract.string("decision"),
        cost: YearlyCost(tool.root), owner: tool.root.string("owner"))
    }.sorted { ($0.notice, $0.subject.id) < ($1.notice, $1.subject.id) }
  }
}
