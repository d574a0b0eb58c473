internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// Where definitions stand in their lifecycles, by the schemas' annotation: kinds of a repository's own as well.
public struct Lifecycles: Sendable {
  private struct Lifecycle: Sendable {
    let field: String
    let first: [UInt8]
    let final: [[UInt8]]
    let paused: [[UInt8]]
  }

  private var byKind: [String: Lifecycle] = [:]

  init(_ library: SchemaLibrary) {
    for kind in library.kindNames {
      for property in library.shape(of: kind)?.properties ?? [] where byKind[kind] == nil {
        guard let states = property.shape.lifecycle else { continue }
        byKind[kind] = Lifecycle(
          field: property.name, first: Array((states.order.first ?? "").utf8),
          final: states.final.map { Array($0.utf8) },
          paused: states.paused.map { Array($0.utf8) })
      }
    }
  }

  private func state(of definition: Definition, _ lifecycle: Lifecycle) -> ArraySlice<UInt8>? {
    definition.root[name: lifecycle.field]?.content
  }

  /// Whether the definition is in no state that ends its life; without a state it lives.
  public func isLive(_ definition: Definition) -> Bool {
    guard let lifecycle = byKind[definition.kind], let state = state(of: definition, lifecycle) else {
      return true
    }
    return !lifecycle.final.contains { $0.elementsEqual(state) }
  }

  /// Whether the definition is in a state that pauses its life.
  public func isPaused(_ definition: Definition) -> Bool {
    guard let lifecycle = byKind[definition.kind], let state = state(of: definition, lifecycle) else {
      return false
    }
    return lifecycle.paused.contains { $0.elementsEqual(state) }
  }

  /// Whether the definition has left its lifecycle's first state.
  public func hasBegun(_ definition: Definition) -> Bool {
    guard let lifecycle = byKind[definition.kind], let state = state(of: definition, lifecycle) else {
      return false
    }
    return !lifecycle.first.elementsEqual(state)
  }
}
