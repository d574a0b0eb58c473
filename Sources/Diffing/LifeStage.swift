public import JSONSyntax
public import SchemaChecking

/// Where a definition stands in its lifecycle, by the schema's annotation.
public enum LifeStage: Sendable {
  /// The kind has no lifecycle, or the state is none that it knows.
  case unknown
  /// The first state, or another that the schema calls tentative: nobody relies on it yet.
  case first
  /// Under way.
  case live
  /// Paused.
  case paused
  /// Over.
  case ended

  /// The stage of a definition.
  public init(_ root: JSONValue?, _ shape: Shape?) {
    guard let root, let shape else {
      self = .unknown
      return
    }
    for property in shape.properties {
      guard let lifecycle = property.shape.lifecycle else { continue }
      let state = root[name: property.name]?.string
      if let state, lifecycle.final.contains(state) {
        self = .ended
      } else if let state, lifecycle.paused.contains(state) {
        self = .paused
      } else if let state, property.shape.tentativeStates.contains(state) {
        self = .first
      } else if let state, lifecycle.order.contains(state) {
        self = .live
      } else {
        self = .unknown
      }
      return
    }
    self = .unknown
  }
}
