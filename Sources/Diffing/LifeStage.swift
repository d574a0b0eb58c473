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
    guard let property = shape.lifecycleProperty, let lifecycle = property.shape.lifecycle,
      let state = root[name: property.name]?.string
    else {
      self = .unknown
      return
    }
    self =
      if lifecycle.final.contains(state) {
        .ended
      } else if lifecycle.paused.contains(state) {
        .paused
      } else if property.shape.tentativeStates.contains(state) {
        .first
      } else if lifecycle.order.contains(state) {
        .live
      } else {
        .unknown
      }
  }
}
