internal import ChangeHistory
public import CivilDates
public import Diffing
internal import SchemaChecking
internal import Workspaces

/// A definition that is under way and that nobody touched for long.
public struct StaleDefinition: Sendable {
  /// The definition.
  public let subject: Change.Subject
  /// The state that it is in.
  public let state: String
  /// The day on which a change of its meaning landed last; nil where that was before the history that is known.
  public let touched: Day?
  /// Who answers for it, by handle.
  public let owner: String?
}

extension ChangeReport {
  /// After how many weeks without a change a definition that is under way is told.
  public static let staleWeeks = 12

  /// States in which a definition of a built-in kind may rest: its next review looks after it.
  private static let resting: [String: Set<String>] = [
    "insight": ["validated"], "metric": ["active", "deprecated"], "plan": ["active"],
    "process": ["adopted", "deprecated"], "team": ["active"], "tool": ["adopted", "deprecated"],
  ]

  /// The definitions under way without a change, those that rest longest first.
  func findStale() -> [StaleDefinition] {
    let limit = source.day.advanced(by: -7 * Self.staleWeeks)
    var underWay: [String: Set<String>] = [:]
    for kind in source.after.byKind.keys {
      guard let lifecycle = source.after.library.shape(of: kind)?["status"]?.lifecycle else { continue }
      underWay[kind] = Set(lifecycle.order.dropFirst())
        .subtracting(lifecycle.final).subtracting(Self.resting[kind] ?? [])
    }
    return source.after.definitions.compactMap { definition -> StaleDefinition? in
      guard let state = definition.root.string("status"), underWay[definition.kind]?.contains(state) == true
      else { return nil }
      let touched = source.history.lastChange(of: definition.name)
      // What history does not know has been there since before it began.
      guard (touched ?? .first) < limit, touched != nil || source.start.isCut else { return nil }
      return StaleDefinition(
        subject: subject(of: definition), state: state, touched: touched,
        owner: definition.root.string("owner"))
    }.sorted {
      ($0.touched ?? .first, $0.subject.name) < ($1.touched ?? .first, $1.subject.name)
    }
  }
}
