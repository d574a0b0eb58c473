internal import CivilDates
internal import Diffing
internal import JSONSyntax

extension ChangeContext {
  /// Whether a launch is still to come, so that people prepare for it.
  var isComing: Bool { was("status", oneOf: "planned", "go", "held") }

  /// Whether a launch had its go, or is already out, so that what was agreed for it stands.
  var hasGo: Bool { was("status", oneOf: "go", "done", "rolled-back") }

  /// The teams that have been told of the launch.
  var briefed: [String] {
    (before?.root).items("audiences").compactMap {
      ["sent", "acknowledged"].contains($0["status"]?.string) ? $0["team"]?.string : nil
    }
  }

  /// The days that others need to prepare for a launch of a tier, by the options `days1`, `days2` and `days3`.
  func leadDays(_ tier: JSONValue?, of rule: ChangeRuleMetadata) -> Int {
    switch tier?.integer {
    case 1: number("days1", of: rule)
    case 2: number("days2", of: rule)
    default: number("days3", of: rule)
    }
  }

  /// The days from the change to a date; nil where one of them is not known.
  func days(to value: JSONValue?) -> Int? {
    guard let day, let date = when(value) else { return nil }
    return day.days(until: date.last)
  }

  /// The positions of the briefings that moved the same way as the launch and still come `days` before it.
  func briefingsMovedAlong(later: Bool, days: Int) -> [Int] {
    guard let date = when(after?.root["date"]) else { return [] }
    let last = date.last.advanced(by: -days)
    return positions(at: "audiences", "*", "briefing").filter { position in
      guard let old = when(changes[position].before), let new = when(changes[position].after) else {
        return false
      }
      return new.last <= last && (later ? new.last > old.last : new.last < old.last)
    }
  }

  /// The ids of the steps of the process that a launch follows, the optional ones left out.
  func steps(_ version: DefinitionVersion?, in surroundings: any Surroundings) -> [String] {
    guard let id = version?.root["process"]?.string else { return [] }
    return (surroundings.definition("process:\(id)")?.root).items("steps").compactMap {
      $0["optional"]?.bool == true ? nil : $0["id"]?.string
    }
  }
}

extension ChangeRuleMetadata {
  /// How many days the other departments need to prepare for a launch, by its tier.
  static let leadTimes: [Option] = [
    .init("days1", 56, "The days that others need to prepare for a launch of tier 1."),
    .init("days2", 28, "The days that others need to prepare for a launch of tier 2."),
    .init("days3", 7, "The days that others need to prepare for a launch of tier 3."),
  ]
}
