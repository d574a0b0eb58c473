public import CivilDates
public import Diffing

/// The names that definitions had when they went: an id that comes back is either its definition or a mistake.
public struct RetiredNames: Sendable {
  /// A definition that went.
  public struct Retirement: Sendable {
    /// What is remembered of it.
    public let sketch: DefinitionSketch
    /// The day on which it went.
    public let day: Day
  }

  private var retired: [String: Retirement] = [:]
  private var returned: [String: Retirement] = [:]

  /// Nothing went yet.
  public init() {}

  /// Notes what a step took away or brought back.
  public mutating func take(_ step: LandedStep) {
    var none: [Change] = []
    for pair in step.pairs where !(pair.followsUnreadable && pair.before == nil) {
      take(pair, step.reference.day, &none)
    }
  }

  /// Notes a definition that came or went; whether one came back, whose changes are then judged by that.
  @discardableResult
  mutating func take(_ pair: VersionPair, _ day: Day, _ changes: inout [Change]) -> Bool {
    if let before = pair.before, pair.after == nil {
      retired[before.name] = Retirement(sketch: DefinitionSketch(before), day: day)
    } else if let after = pair.after, pair.before == nil,
      let retirement = retired.removeValue(forKey: after.name)
    {
      returned[after.name] = retirement
      Self.judge(&changes, after, retirement)
      return true
    }
    return false
  }

  /// Judges what a comparison found to be new by what history knows of its id.
  public func judged(_ changes: [Change], after version: (String) -> DefinitionVersion?) -> [Change] {
    var changes = changes
    for index in changes.indices where changes[index].idiom == .definitionAdded {
      guard let retirement = returned[changes[index].subject.name] ?? retired[changes[index].subject.name],
        let after = version(changes[index].subject.name)
      else { continue }
      var one = [changes[index]]
      Self.judge(&one, after, retirement)
      changes[index] = one[0]
    }
    return changes
  }

  private static func judge(_ changes: inout [Change], _ after: DefinitionVersion, _ retirement: Retirement) {
    for index in changes.indices where changes[index].idiom == .definitionAdded {
      if retirement.sketch.isOrigin(of: after) {
        changes[index].judgedBy = "definition/restored"
        changes[index].reasons.append(
          ChangeReason("restored", "it was removed on \(retirement.day) and is back"))
      } else {
        changes[index].judgedBy = "definition/id-reused"
        changes[index].weight = max(changes[index].weight, .risky)
        changes[index].reasons.append(
          ChangeReason(
            "id-reused",
            "until \(retirement.day) the id stood for “\(retirement.sketch.title)”: whoever refers to it now means something else, and both histories run together"
          ))
      }
    }
  }
}
