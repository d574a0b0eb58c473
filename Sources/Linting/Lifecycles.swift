internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// Where definitions stand in their lifecycles, by the schemas' annotation: kinds of a repository's own as well.
public struct Lifecycles: Sendable {
  private struct Stage: OptionSet {
    let rawValue: UInt8

    static let over = Stage(rawValue: 1)
    static let paused = Stage(rawValue: 2)
    static let begun = Stage(rawValue: 4)
    static let active = Stage(rawValue: 8)
  }

  /// The stage of each definition: asked for by nearly every rule, and so worked out once.
  private var stages: [Stage]

  init(_ snapshot: Snapshot) {
    stages = Array(repeating: [], count: snapshot.definitions.count)
    for kind in snapshot.library.kindNames {
      let properties = snapshot.library.shape(of: kind)?.properties ?? []
      guard let property = properties.first(where: { $0.shape.lifecycle != nil }),
        let states = property.shape.lifecycle
      else { continue }
      let final = states.final.map { Array($0.utf8) }
      let paused = states.paused.map { Array($0.utf8) }
      let underWay = property.shape.annotation("x-lifecycle")?["active"]?.items ?? JSONItems()
      let active = underWay.compactMap { $0.content.map(Array.init) }
      let first = Array((states.order.first ?? "").utf8)
      for (position, definition) in snapshot.definitions(of: kind) {
        let stage = definition[name: property.name]?.withContent { state in
          var stage: Stage = first.elementsEqual(state) ? [] : .begun
          if final.contains(where: { $0.elementsEqual(state) }) { stage.insert(.over) }
          if paused.contains(where: { $0.elementsEqual(state) }) { stage.insert(.paused) }
          if active.contains(where: { $0.elementsEqual(state) }) { stage.insert(.active) }
          return stage
        }
        if let stage { stages[position] = stage }
      }
    }
  }

  /// Whether the definition is in no state that ends its life; without a state it lives.
  public func isLive(_ definition: Definition) -> Bool { !stages[definition.position].contains(.over) }

  /// Whether the definition is in a state that pauses its life.
  public func isPaused(_ definition: Definition) -> Bool { stages[definition.position].contains(.paused) }

  /// Whether the definition is in a state that its lifecycle calls under way.
  public func isUnderWay(_ definition: Definition) -> Bool { stages[definition.position].contains(.active) }

  /// Whether the definition has left its lifecycle's first state.
  public func hasBegun(_ definition: Definition) -> Bool { stages[definition.position].contains(.begun) }
}
