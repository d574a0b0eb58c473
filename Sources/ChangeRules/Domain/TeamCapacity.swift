internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// How many people a team has at work, and from when on.
struct TeamCapacity {
  private let parts: [(from: Day, to: Day, people: Double)]

  /// What the team declares; the sum of its members without that, and before the first day that it names.
  init(_ team: JSONValue?) {
    let declared = team?["capacity"]
    if let people = declared?.decimal?.double {
      parts = [(.first, .last, people)]
      return
    }
    var steps: [(from: Day, people: Double)] = []
    if let declared, declared.kind == .array {
      for item in declared.items {
        guard let from = item["from"]?.content.flatMap(Day.init(iso:)),
          let people = item["people"]?.decimal?.double
        else { continue }
        steps.append((from, people))
      }
      steps.sort { $0.from < $1.from }
    }
    let until = steps.first?.from.advanced(by: -1) ?? .last
    let members = team?["members"]?.items.map { member -> (from: Day, to: Day, people: Double) in
      let days = Self.days(of: member)
      return (days.from, min(days.to, until), Self.allocation(of: member))
    }
    parts =
      (members ?? [])
      + steps.enumerated().map { index, step in
        let end = index + 1 < steps.count ? steps[index + 1].from.advanced(by: -1) : Day.last
        return (step.from, end, step.people)
      }
  }

  /// The work that fits between two days, in person-weeks.
  func personWeeks(from start: Day, to end: Day) -> Double {
    parts.reduce(0) { sum, part in
      let days = max(part.from, start).days(until: min(part.to, end)) + 1
      return days > 0 ? sum + part.people.clamped(to: 0...1e9) * Double(days) / 7 : sum
    }
  }

  /// The days on which somebody is a member.
  static func days(of member: JSONValue) -> (from: Day, to: Day) {
    (
      member["from"]?.content.flatMap(Day.init(iso:)) ?? .first,
      member["to"]?.content.flatMap(Day.init(iso:)) ?? .last
    )
  }

  /// The part of somebody's time that a team has.
  static func allocation(of member: JSONValue) -> Double {
    (member["allocation"]?.decimal?.double ?? 1).clamped(to: 0...1)
  }
}

/// What a team has promised to do.
struct TeamLoad {
  private let work: [(initiative: DefinitionVersion, deadline: Day?, effort: Double)]

  /// The committed work of the team that is being judged.
  init(_ context: ChangeContext) {
    guard let team = context.after else {
      work = []
      return
    }
    work = LiveUses.referrers(of: team.name, in: context.head).compactMap { referrer in
      let initiative = referrer.version
      guard initiative.kind == "initiative", referrer.field == "team" || referrer.field == "work" else {
        return nil
      }
      let effort = initiative.root["work"]?.items.reduce(0.0) { sum, item in
        guard item["team"]?.string == team.id else { return sum }
        let likely = item["effort"]?["likely"] ?? item["effort"]
        return sum + (likely?.decimal?.double ?? 0).clamped(to: 0...1e9)
      }
      return (initiative, context.when(initiative.root["target"])?.last, effort ?? 0)
    }.sorted { ($0.deadline ?? .last, $0.initiative.name) < ($1.deadline ?? .last, $1.initiative.name) }
  }

  /// The initiatives that count on the team.
  var initiatives: [DefinitionVersion] { work.map(\.initiative) }

  /// The first initiative whose deadline all that is due by then does not fit any more, though it did before.
  func firstMissed(_ old: TeamCapacity, _ new: TeamCapacity, from day: Day) -> DefinitionVersion? {
    var sum = 0.0
    for item in work {
      sum += item.effort
      guard let deadline = item.deadline, deadline >= day else { continue }
      if new.personWeeks(from: day, to: deadline) < sum, old.personWeeks(from: day, to: deadline) >= sum {
        return item.initiative
      }
    }
    return nil
  }
}

/// How much of a person's time teams have.
enum PersonLoad {
  /// The largest sum of a person's allocations on any day from `day` on.
  static func peak(_ memberships: [Membership], from day: Day) -> Double {
    let shares = memberships.map {
      (TeamCapacity.days(of: $0.member), TeamCapacity.allocation(of: $0.member))
    }
    // A person in more teams than this is not planned, but listed.
    let starts = shares.prefix(50).map { max($0.0.from, day) }
    return starts.map { start in
      shares.prefix(50).reduce(0) { $1.0.from <= start && start <= $1.0.to ? $0 + $1.1 : $0 }
    }.max() ?? 0
  }
}
