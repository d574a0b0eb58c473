internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// The dates of an initiative as its definition says them.
struct Timetable {
  /// When work starts.
  let start: When?
  /// The latest of its target and its milestones that are not dropped.
  let finish: When?

  init(_ root: JSONValue?, fiscalYearStart: Int) {
    func when(_ value: JSONValue?) -> When? {
      value?.content.flatMap { When($0, fiscalYearStart: fiscalYearStart) }
    }
    start = when(root?["start"])
    var finish = when(root?["target"])
    for milestone in root.items("milestones") {
      guard milestone["status"]?.string != "dropped", let target = when(milestone["target"]) else { continue }
      if finish.map({ $0.last < target.last }) ?? true { finish = target }
    }
    self.finish = finish
  }
}

/// A date that leaves no room for another.
struct Misfit {
  /// `kind:id` of the definition that suffers, or that comes too late.
  let name: String
  /// Its date as people read it.
  let date: String

  /// `initiative:checkout (2026-03-31)`.
  var words: String { "\(name) (\(date))" }

  /// Whether `dependent`, which waits for something by `item` of its `dependsOn`, is planned before that comes.
  ///
  /// Vague dates have the benefit of the doubt. Returns the date of the dependent and that of what it needs.
  private static func clash(
    _ item: JSONValue, _ dependent: JSONValue?, _ needed: JSONValue?, _ fiscalYearStart: Int
  ) -> (planned: When, needed: When)? {
    let own = Timetable(dependent, fiscalYearStart: fiscalYearStart)
    let other = Timetable(needed, fiscalYearStart: fiscalYearStart)
    let type = item["type"]?.string
    // What has begun did not wait; only its end can still be held against it.
    let start = dependent?["status"]?.string == "in-progress" ? nil : own.start
    guard let needs = type == "start-start" ? other.start : other.finish,
      let planned = type == "finish-finish" ? own.finish : start ?? own.finish
    else { return nil }
    let lag = max(-10_000, min(item["lag"]?.integer ?? 0, 10_000))
    // A number of calendar days that the working days certainly take.
    let earliest = needs.first.advanced(by: lag >= 0 ? lag : lag * 2 - 7)
    return earliest > planned.last ? (planned, needs) : nil
  }

  /// Whether a part of an initiative that was to be ready for its launch now comes after it.
  private static func overtakes(
    _ before: JSONValue?, _ oldLaunch: When, _ after: JSONValue?, _ launch: When, _ fiscalYearStart: Int
  ) -> Bool {
    func when(_ value: JSONValue?) -> When? {
      value?["target"]?.content.flatMap { When($0, fiscalYearStart: fiscalYearStart) }
    }
    func isLate(_ old: When?, _ new: When?) -> Bool {
      guard let old, let new else { return false }
      return old.first <= oldLaunch.last && new.first > launch.last
    }
    let milestones = after.items("milestones")
    if milestones.isEmpty { return isLate(when(before), when(after)) }
    let old = Dictionary(
      before.items("milestones").compactMap { item in item["id"]?.string.map { ($0, item) } },
      uniquingKeysWith: { first, _ in first })
    return milestones.contains { milestone in
      guard !["done", "dropped"].contains(milestone["status"]?.string), let id = milestone["id"]?.string
      else { return false }
      return isLate(when(old[id]), when(milestone))
    }
  }

  private static func bond(_ dependent: JSONValue?, _ id: String) -> JSONValue? {
    dependent.items("dependsOn").first { ($0["on"] ?? $0).string == id }
  }

  private static func isPromised(_ root: JSONValue) -> Bool {
    ["committed", "in-progress"].contains(root["status"]?.string)
  }

  /// Who relied on the dates of an initiative and no longer can: promised work that waits for it, and its launches.
  static func broken(
    by before: DefinitionVersion?, _ after: DefinitionVersion?, base: any Surroundings,
    head: any Surroundings, fiscalYearStart: Int
  ) -> [(referrer: Referrer, misfit: Misfit)] {
    guard let after else { return [] }
    return head.referrers(of: after.name).compactMap { referrer in
      let (root, name) = (referrer.version.root, referrer.version.name)
      switch (referrer.version.kind, referrer.field) {
      case ("initiative", "dependsOn"):
        guard isPromised(root), let item = bond(root, after.id),
          let now = clash(item, root, after.root, fiscalYearStart)
        else { return nil }
        if let before, let old = base.definition(name)?.root, let item = bond(old, before.id),
          clash(item, old, before.root, fiscalYearStart) != nil
        {
          return nil
        }
        return (referrer, Misfit(name: name, date: now.planned.words))
      case ("launch", "initiative"):
        func date(_ launch: JSONValue?) -> When? {
          launch?["date"]?.content.flatMap { When($0, fiscalYearStart: fiscalYearStart) }
        }
        guard ["planned", "go"].contains(root["status"]?.string), let now = date(root),
          let old = date(base.definition(name)?.root),
          overtakes(before?.root, old, after.root, now, fiscalYearStart)
        else { return nil }
        return (referrer, Misfit(name: name, date: now.words))
      default: return nil
      }
    }
  }

  /// What an initiative waits for and cannot have in time, as it now stands; nothing that it could not have before.
  static func unmet(
    _ before: DefinitionVersion?, _ after: DefinitionVersion?, base: any Surroundings, head: any Surroundings,
    fiscalYearStart: Int
  ) -> [Misfit] {
    let root = after?.root
    return root.items("dependsOn").compactMap { item in
      guard let id = (item["on"] ?? item).string, let other = head.definition("initiative:\(id)"),
        other.root["status"]?.string != "cancelled", other.root["status"]?.string != "launched",
        let now = clash(item, root, other.root, fiscalYearStart)
      else { return nil }
      if let old = before?.root, let item = bond(old, id),
        clash(item, old, base.definition(other.name)?.root, fiscalYearStart) != nil
      {
        return nil
      }
      return Misfit(name: other.name, date: now.needed.words)
    }
  }
}

extension When {
  /// A day or a span of days in figures.
  fileprivate var words: String { first == last ? "\(first)" : "\(first) to \(last)" }
}

extension ChangeContext {
  /// Who relied on the dates of the initiative and no longer can.
  var broken: [Misfit] {
    Misfit.broken(by: before, after, base: base, head: head, fiscalYearStart: context.fiscalYearStart).map(
      \.misfit)
  }

  /// What the initiative waits for and can no longer have in time.
  var unmet: [Misfit] {
    Misfit.unmet(before, after, base: base, head: head, fiscalYearStart: context.fiscalYearStart)
  }

  /// Whether the milestone that holds the changed field is over, or the whole definition is.
  var isRecord: Bool {
    if stageBefore == .ended || stageAfter == .ended { return true }
    let fields = changes[position].fields
    guard fields.count > 1, fields[0].token == "milestones" else { return false }
    return [before, after].contains { version in
      let milestone = (version?.root).item("milestones", "id", fields[1].token)
      return ["done", "dropped"].contains(milestone?["status"]?.string) || milestone?["completed"] != nil
    }
  }
}

extension [Misfit] {
  /// The reason that the date leaves no room for these.
  func reason(_ code: String, _ text: String) -> ChangeReason {
    ChangeReason(code, "\(text) \(Clause.list(map(\.words)))")
  }
}
