public import CivilDates
internal import Diffing
internal import JSONSyntax
internal import SchemaChecking

/// When definitions, and the parts of them that have a status of their own, came to their ends.
public struct Endings: Sendable {
  /// One end.
  public struct Ending: Sendable {
    /// The day on which it landed.
    public let day: Day
    /// Whether the last state of the order was reached, rather than another end.
    public let isGoal: Bool
  }

  /// An end, or that something was taken up again after one.
  public struct Turn: Sendable {
    /// The day on which it landed.
    public let day: Day
    /// The end; nil where it was taken up again.
    public let ending: Ending?

    /// A turn by its day; `isGoal` is nil where something was taken up again.
    public init(day: Day, isGoal: Bool?) {
      self.day = day
      ending = isGoal.map { Ending(day: day, isGoal: $0) }
    }
  }

  private var endings: [String: [String: Ending]] = [:]
  private var turns: [String: [String: [Turn]]] = [:]

  /// Nothing ended yet.
  public init() {}

  /// The end of the holder of a field, or of the whole definition; nil where neither has ended.
  ///
  /// The end of the part counts before that of the whole: a milestone that was reached stays reached.
  public func ending(of definition: String, holding pointer: String) -> Ending? {
    guard let known = endings[definition] else { return nil }
    return known[Self.holder(of: pointer)] ?? known[""]
  }

  /// Every end of the holder of a field and every time it was taken up again, and those of the whole definition.
  ///
  /// What was at its end in the first version that is known is a turn on the day of that version.
  public func turns(of definition: String, holding pointer: String) -> (part: [Turn], whole: [Turn]) {
    guard let known = turns[definition] else { return ([], []) }
    let holder = Self.holder(of: pointer)
    return (holder.isEmpty ? [] : known[holder] ?? [], known[""] ?? [])
  }

  private static func holder(of pointer: String) -> String {
    pointer.lastIndex(of: "/").map { String(pointer[..<$0]) } ?? ""
  }

  /// Notes which parts of something new are at their end already; nothing is known of when they came to it.
  mutating func take(newborn change: Change, _ shape: Shape?, _ day: Day) {
    guard let value = change.after, let shape else { return }
    switch change.idiom {
    case .definitionAdded:
      note(value, shape, change.subject.name, "", day)
      for property in shape.properties {
        guard let items = property.shape.items, let list = value[name: property.name] else { continue }
        for item in list.items where item.kind == .object {
          guard let key = property.shape.listKey.flatMap({ item[name: $0]?.string }) else { continue }
          note(
            item, items, change.subject.name,
            "/\(JSONPointer.escaped(property.name))/\(JSONPointer.escaped(key))", day)
        }
      }
    case .itemAdded:
      guard let list = change.fields.first, let items = shape[list.token]?.items, change.fields.count == 2
      else {
        return
      }
      note(value, items, change.subject.name, change.pointer, day)
    default: return
    }
  }

  private mutating func note(
    _ value: JSONValue, _ shape: Shape, _ definition: String, _ holder: String, _ day: Day
  ) {
    for property in shape.properties {
      guard let lifecycle = property.shape.lifecycle, let state = value[name: property.name]?.string,
        lifecycle.final.contains(state)
      else { continue }
      turns[definition, default: [:]][holder, default: []].append(
        Turn(day: day, isGoal: lifecycle.order.contains(state)))
    }
  }

  mutating func take(_ change: Change, _ day: Day) {
    guard change.idiom.area == "lifecycle", change.fields.last != nil else {
      if change.idiom == .definitionRenamed, let previous = change.facts.previous {
        endings[change.subject.name] = endings.removeValue(forKey: previous.name)
        turns[change.subject.name] = turns.removeValue(forKey: previous.name)
      }
      return
    }
    let holder = Self.holder(of: change.pointer)
    if change.facts.isFinal {
      let isGoal = change.idiom != .lifecycleEnded
      endings[change.subject.name, default: [:]][holder] = Ending(day: day, isGoal: isGoal)
      turns[change.subject.name, default: [:]][holder, default: []].append(Turn(day: day, isGoal: isGoal))
    } else {
      endings[change.subject.name]?[holder] = nil
      if turns[change.subject.name]?[holder]?.last?.ending != nil {
        turns[change.subject.name]?[holder]?.append(Turn(day: day, isGoal: nil))
      }
    }
  }
}
