internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Puts together what a schema needs, field by field in its order.
struct Draft {
  /// Something that could not be known.
  struct Gap {
    let field: String
    let shape: Shape
  }

  /// The fields that every definition begins with.
  let identity: [(name: String, value: String)]
  /// The kind that is made.
  let kind: String
  /// The tree that it is made for.
  let snapshot: Snapshot
  /// What could not be known.
  private(set) var gaps: [Gap] = []

  init(kind: String, id: String, title: String, snapshot: Snapshot) {
    identity = [("kind", kind), ("id", id), ("title", title)]
    self.kind = kind
    self.snapshot = snapshot
  }

  /// The definition of the kind that `shape` describes; `schema` is its path for editors.
  mutating func definition(_ shape: Shape, schema: String?) -> JSONTree {
    let required = shape.required
    let example = shape.example
    var members: [JSONTree.Member] = []
    if let schema { members.append(.init("$schema", .string(schema))) }
    for property in shape.properties {
      let name = property.name
      if let value = identity.first(where: { $0.name == name })?.value {
        members.append(.init(name, .string(value)))
      } else if required.contains(name) {
        members.append(.init(name, value(property.shape, example?[name: name], name)))
      } else if example?[name: name]?.kind == .string, property.shape.referredKinds != [kind],
        let known = known(property.shape)
      {
        members.append(.init(name, .string(known)))
      }
    }
    return .object(members)
  }

  /// The least that may stand where `shape` is: what is known, or an empty value that has to be filled in.
  private mutating func value(_ shape: Shape, _ example: JSONValue?, _ field: String) -> JSONTree {
    if let constant = shape.constant { return JSONTree(constant) }
    if let first = shape.lifecycle?.order.first { return .string(first) }
    if let known = known(shape) { return .string(known) }
    switch example?.kind ?? Self.likeliestKind(shape) {
    case .object:
      let required = shape.required
      var members: [JSONTree.Member] = []
      for property in shape.properties where required.contains(property.name) {
        let name = property.name
        members.append(.init(name, value(property.shape, example?[name: name], "\(field)/\(name)")))
      }
      return .object(members)
    case .array:
      guard let items = shape.items else { return .array([]) }
      let count = max(shape.minimumItems, min(example?.count ?? 0, 1))
      return .array((0..<count).map { value(items, example?.item(at: $0), "\(field)/\($0)") })
    case .number, .true, .false, .null:
      gaps.append(Gap(field: field, shape: shape))
      return .null
    default:
      gaps.append(Gap(field: field, shape: shape))
      return .string("")
    }
  }

  private static func likeliestKind(_ shape: Shape) -> JSONNode.Kind {
    let types = shape.types
    if types.contains("string") || types.isEmpty { return .string }
    if types.contains("object") { return .object }
    return types.contains("array") ? .array : .null
  }

  /// What a reference or a handle can only mean, because there is only one.
  private func known(_ shape: Shape) -> String? {
    if shape.isPerson {
      guard snapshot.people.count == 1, let handle = snapshot.people.values.first?.first?.value.string("id")
      else { return nil }
      return "@" + handle
    }
    let kinds = shape.referredKinds
    guard kinds.count == 1, let kind = kinds.first, shape.annotation("x-ref-part") == nil else { return nil }
    let lifecycle = lifecycle(of: kind)
    let current = snapshot.definitions(of: kind).filter { item in
      guard let field = lifecycle?.field, let state = item.definition.root[name: field]?.string else {
        return true
      }
      return lifecycle?.final.contains(state) == false
    }
    return current.count == 1 ? current.first?.definition.id : nil
  }

  private func lifecycle(of kind: String) -> (field: String, final: [String])? {
    for property in snapshot.library.shape(of: kind)?.properties ?? [] {
      if let lifecycle = property.shape.lifecycle { return (property.name, lifecycle.final) }
    }
    return nil
  }
}
