public import CivilDates
public import JSONSyntax
public import Workspaces

extension Definition {
  /// Whether the initiative is promised: committed or in progress.
  var isPromised: Bool { has("status", oneOf: "committed", "in-progress") }

  /// Whether the initiative will not be done: cancelled, or another took over before it was launched.
  var isDead: Bool {
    has("status", "cancelled")
      || (!has("status", "launched") && items("supersededBy").contains { $0.kind == .string })
  }
}

extension Relations {
  /// A dependency of an initiative on another.
  public struct Dependency: Sendable {
    /// Which ends are bound to each other.
    public enum Bond: Sendable {
      case finishStart, startStart, finishFinish
    }
    /// The value that names the other initiative.
    public let value: JSONValue
    /// The other initiative's position.
    public let position: Int
    /// The other initiative, which has to come first.
    public let definition: Definition
    /// Which ends are bound to each other.
    public let bond: Bond
    /// The working days between the two.
    public let lag: Int
  }

  /// What the initiative depends on, as far as it exists.
  public func dependencies(of initiative: Definition) -> [Dependency] {
    initiative.items("dependsOn").compactMap { item in
      let value = item["on"] ?? item
      guard let (position, definition) = target(value, kind: "initiative") else { return nil }
      var bond = Dependency.Bond.finishStart
      if item["type"]?.isString("start-start") ?? false { bond = .startStart }
      if item["type"]?.isString("finish-finish") ?? false { bond = .finishFinish }
      return Dependency(
        value: value, position: position, definition: definition, bond: bond, lag: item["lag"]?.integer ?? 0)
    }
  }

  /// The ids that an initiative depends on and that no initiative has, as they are written.
  public func missingDependencies(of initiative: Definition) -> [String] {
    initiative.items("dependsOn").compactMap { item in
      let value = item["on"] ?? item
      // A longer text is no id, and hashing it could take minutes.
      guard value.kind == .string, target(value, kind: "initiative") == nil, let id = value.string,
        id.utf8.count <= 128
      else { return nil }
      return id
    }
  }

  /// A date of a definition: where it stands and what it means.
  public typealias Term = (value: JSONValue, when: When)

  /// The date in the field named `field`.
  public func term(_ field: StaticString, of value: JSONValue) -> Term? { term(value[field]) }

  /// The date in the field named `field`.
  public func term(_ field: StaticString, of definition: Definition) -> Term? { term(definition[field]) }

  private func term(_ value: JSONValue?) -> Term? {
    guard let value, let when = when(value) else { return nil }
    return (value, when)
  }

  /// The initiative's latest date: of its target and of its milestones that are not dropped.
  public func finish(of initiative: Definition) -> Term? {
    var latest = term("target", of: initiative)
    for milestone in initiative.items("milestones") where !(milestone["status"]?.isString("dropped") ?? false)
    {
      guard let term = term("target", of: milestone) else { continue }
      if let last = latest?.when.last, last >= term.when.last { continue }
      latest = term
    }
    return latest
  }

  /// The dates that the initiative still has to keep: of open milestones, or its target where it has none.
  public func openPromises(of initiative: Definition) -> [(milestone: String?, value: JSONValue, when: When)]
  {
    var hasMilestones = false
    var promises: [(milestone: String?, value: JSONValue, when: When)] = []
    for milestone in initiative.items("milestones") {
      hasMilestones = true
      guard Self.isOpen(milestone), let term = term("target", of: milestone) else { continue }
      promises.append((milestone.string("id") ?? "", term.value, term.when))
    }
    if !hasMilestones, let term = term("target", of: initiative) {
      promises.append((nil, term.value, term.when))
    }
    return promises
  }

  /// Whether a milestone is neither done nor dropped.
  public static func isOpen(_ milestone: JSONValue) -> Bool {
    guard milestone["completed"] == nil else { return false }
    guard let status = milestone["status"] else { return true }
    return !status.isString("done") && !status.isString("dropped")
  }

  /// The first and the last day of a plan's period.
  public func period(of plan: Definition) -> (first: Day, last: Day)? {
    guard let period = plan["period"] else { return nil }
    if let when = when(period) { return (when.first, when.last) }
    guard let from = term("from", of: period), let to = term("to", of: period) else { return nil }
    return (from.when.first, to.when.last)
  }

  /// The plan that an initiative is a piece of.
  public func plan(of initiative: Definition) -> Definition? {
    target(initiative["plan"], kind: "plan")?.definition
  }
}
