internal import JSONSyntax

/// Turns one schema of 2020-12 into one of draft-07 that holds everything it refers to.
struct Rendition {
  /// What a `$ref` leads to.
  private struct Target {
    let schema: String
    let pointer: String
    let value: JSONValue
  }

  private let name: String
  private let schemas: [String: JSONDocument]
  /// The definitions that are referred to, by the name that they get; nil while one is being made.
  private var definitions: [String: JSONTree?] = [:]
  /// Where each definition comes from, so that two of one name are told apart.
  private var origins: [String: String] = [:]

  init(_ name: String, _ schemas: [String: JSONDocument]) {
    self.name = name
    self.schemas = schemas
  }

  /// The whole schema; nil where there is none of this name.
  mutating func render() -> JSONTree? {
    guard let root = schemas[name]?.root, root.kind == .object else { return nil }
    var members = [JSONTree.Member("$schema", .string("http://json-schema.org/draft-07/schema#"))]
    members += render(root, in: name, merging: []).members
    if let snippet = Snippet.of(root) { members.append(.init("defaultSnippets", .array([snippet]))) }
    let needed = definitions.compactMap { key, tree in tree.map { JSONTree.Member(key, $0) } }
    if !needed.isEmpty { members.append(.init("definitions", .object(needed.sorted { $0.name < $1.name }))) }
    return .object(members)
  }

  /// One subschema of the schema named `schema`; `merging` are the references that are being put in place of
  /// themselves, so that a schema that refers to itself ends.
  private mutating func render(_ value: JSONValue, in schema: String, merging: [String]) -> JSONTree {
    guard value.kind == .object else { return JSONTree(value) }
    var members: [JSONTree.Member] = []
    var dependencies: [JSONTree.Member] = []
    for member in value.members where member.name != "$ref" {
      switch Keywords.treatment(of: member.name, in: value) {
      case .drop: break
      case .keep: members.append(.init(member.name, JSONTree(member.value)))
      case .schema(let name): members.append(.init(name, render(member.value, in: schema, merging: merging)))
      case .list(let name):
        members.append(
          .init(name, .array(member.value.items.map { render($0, in: schema, merging: merging) })))
      case .map(let name): members.append(.init(name, .object(map(member.value, schema, merging))))
      case .dependencies: dependencies += map(member.value, schema, merging)
      case .hint:
        members.append(.init("patternErrorMessage", .string("Expected \(member.value.string ?? "").")))
      }
    }
    if !dependencies.isEmpty { members.append(.init("dependencies", .object(dependencies))) }
    guard let reference = value.string("$ref") else { return .object(members) }
    return refer(reference, from: schema, siblings: members, merging)
  }

  private mutating func map(_ value: JSONValue, _ schema: String, _ merging: [String]) -> [JSONTree.Member] {
    value.members.map { .init($0.name, render($0.value, in: schema, merging: merging)) }
  }

  // MARK: References

  /// What stands in place of a `$ref` and the keywords beside it, which draft-07 would not heed.
  private mutating func refer(
    _ reference: String, from schema: String, siblings: [JSONTree.Member], _ merging: [String]
  ) -> JSONTree {
    guard let target = resolve(reference, from: schema) else { return .object(siblings) }
    let identity = "\(target.schema)#\(target.pointer)"
    if siblings.isEmpty || merging.contains(identity) {
      let link = JSONTree.Member("$ref", .string(link(to: target)))
      return siblings.isEmpty
        ? .object([link]) : .object(siblings + [.init("allOf", .array([.object([link])]))])
    }
    let whole = render(target.value, in: target.schema, merging: merging + [identity]).members
    if let merged = Keywords.merge(siblings, over: whole) { return .object(merged) }
    let link = JSONTree.object([.init("$ref", .string(link(to: target)))])
    return .object(siblings + [.init("allOf", .array([link]))])
  }

  private func resolve(_ reference: String, from schema: String) -> Target? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    var other = schema
    if let file = parts.first, !file.isEmpty {
      guard file.hasSuffix(".schema.json") else { return nil }
      other = String((file.split(separator: "/").last ?? "").dropLast(".schema.json".count))
    }
    let pointer = parts.count > 1 ? parts[1] : ""
    guard let value = schemas[other]?.value(at: pointer) else { return nil }
    return Target(schema: other, pointer: pointer, value: value)
  }

  /// The local reference to `target`, which is taken in where that has not been done.
  private mutating func link(to target: Target) -> String {
    if target.schema == name, target.pointer.isEmpty { return "#" }
    let identity = "\(target.schema)#\(target.pointer)"
    var key = JSONPointer.tokens(target.pointer)?.last ?? target.schema
    if let origin = origins[key], origin != identity { key = "\(target.schema)-\(key)" }
    if origins[key] == nil {
      origins[key] = identity
      definitions[key] = .some(nil)
      definitions[key] = render(target.value, in: target.schema, merging: [identity])
    }
    return "#/definitions/\(JSONPointer.escaped(key))"
  }
}
