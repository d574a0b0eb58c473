public import CivilDates
internal import Diffing

/// When definitions, and the parts of them that have a status of their own, came to their ends.
public struct Endings: Sendable {
  /// One end.
  public struct Ending: Sendable {
    /// The day on which it landed.
    public let day: Day
    /// Whether the last state of the order was reached, rather than another end.
    public let isGoal: Bool
  }

  private var endings: [String: [String: Ending]] = [:]

  /// Nothing ended yet.
  public init() {}

  /// The end of the holder of a field, or of the whole definition; nil where neither has ended.
  ///
  /// The end of the part counts before that of the whole: a milestone that was reached stays reached.
  public func ending(of definition: String, holding pointer: String) -> Ending? {
    guard let known = endings[definition] else { return nil }
    let holder = pointer.lastIndex(of: "/").map { String(pointer[..<$0]) } ?? ""
    return known[holder] ?? known[""]
  }

  mutating func take(_ change: Change, _ day: Day) {
    guard change.idiom.area == "lifecycle", let field = change.fields.last else {
      if change.idiom == .definitionRenamed, let previous = change.facts.previous {
        endings[change.subject.name] = endings.removeValue(forKey: previous.name)
      }
      return
    }
    let holder = String(change.pointer.dropLast(field.token.utf8.count + 1))
    if change.facts.isFinal {
      let isGoal = change.idiom != .lifecycleEnded
      endings[change.subject.name, default: [:]][holder] = Ending(day: day, isGoal: isGoal)
    } else {
      endings[change.subject.name]?[holder] = nil
    }
  }
}
