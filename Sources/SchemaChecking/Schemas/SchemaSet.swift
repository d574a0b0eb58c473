public import JSONSyntax

/// Where a schema stands: a document of the set, and a node of it.
struct SchemaLocation: Hashable, Sendable {
  var document: Int
  var node: Int
}

/// A schema with a URI of its own, and the names that are anchored in it.
struct SchemaResource: Sendable {
  let uri: SchemaURI
  let root: SchemaLocation
  let metaschema: [UInt8]
  let draft: SchemaDraft
  var anchors: [[UInt8]: Int] = [:]
  var dynamicAnchors: [[UInt8]: Int] = [:]
}

/// The schemas that references may lead to: exactly those that were given, since nothing is fetched.
public struct SchemaSet: Sendable {
  var documents: [JSONDocument] = []
  var documentURIs: [String] = []
  var resources: [SchemaResource] = []
  var byURI: [SchemaURI: Int] = [:]
  /// For each document the resource of every node at which a schema stands.
  var owners: [[Int: Int]] = []
  var problems: [SchemaProblem] = []

  /// Creates an empty set.
  public init() {}

  /// Adds a document under the URI by which it was given; its own `$id` names it as well.
  public mutating func add(_ document: JSONDocument, at uri: String) {
    let index = documents.count
    documents.append(document)
    documentURIs.append(uri)
    owners.append([:])
    guard let root = document.root, root.kind == .object || root.bool != nil else {
      if let root = document.root { report(.notASchema, root, in: index) }
      return
    }
    let retrieval = SchemaURI(uri.utf8).withoutFragment
    let location = SchemaLocation(document: index, node: root.index)
    let resource = open(location, root, base: retrieval, parent: nil)
    if byURI[retrieval] == nil { byURI[retrieval] = resource }
    scan(root, in: index, resource: resource)
  }

  /// Registers every schema from `start` down: resources, anchors, and which resource each schema is in.
  private mutating func scan(_ start: JSONValue, in document: Int, resource: Int) {
    var pending = [(value: start, resource: resource)]
    while let (value, outer) = pending.popLast() {
      var resource = outer
      let location = SchemaLocation(document: document, node: value.index)
      if value.index != start.index, value.kind == .object, hasOwnURI(value, draft: resources[outer].draft) {
        resource = open(location, value, base: resources[outer].uri, parent: resources[outer])
      }
      owners[document][value.index] = resource
      guard value.kind == .object else { continue }
      registerAnchors(of: value, resource: resource)
      for member in value.members {
        guard let keyword = Keyword.of(member.key) else { continue }
        for child in Self.subschemas(of: keyword, member.value) { pending.append((child, resource)) }
      }
    }
  }

  /// The subschemas that a keyword's value holds directly.
  static func subschemas(of keyword: Keyword, _ value: JSONValue) -> [JSONValue] {
    switch keyword.holding {
    case .none: []
    case .map: value.members.map(\.value).filter(isSchema)
    case .list: value.items.filter(isSchema)
    case .schema: value.kind == .array ? value.items.filter(isSchema) : isSchema(value) ? [value] : []
    }
  }

  static func isSchema(_ value: JSONValue) -> Bool { value.kind == .object || value.bool != nil }

  /// Whether `$id` makes a resource of its own here.
  private func hasOwnURI(_ value: JSONValue, draft: SchemaDraft) -> Bool {
    guard let id = value["$id"]?.content, !id.isEmpty else { return false }
    return draft != .draft7 || (!id.contains(UInt8(ascii: "#")) && value["$ref"] == nil)
  }

  private mutating func open(
    _ location: SchemaLocation, _ value: JSONValue, base: SchemaURI, parent: SchemaResource?
  ) -> Int {
    let metaschema = value["$schema"]?.content.map { Array($0) } ?? parent?.metaschema ?? []
    let draft = SchemaDraft(metaschema: metaschema)
    var uri = base
    if let id = value["$id"]?.content, id.first != UInt8(ascii: "#"), draft != .draft7 || value["$ref"] == nil
    {
      uri = base.resolving(SchemaURI(id)).withoutFragment
    }
    let index = resources.count
    resources.append(SchemaResource(uri: uri, root: location, metaschema: metaschema, draft: draft))
    if byURI.updateValue(index, forKey: uri) != nil, parent != nil || value["$id"] != nil {
      report(.duplicateURI(uri.text), value["$id"] ?? value, in: location.document)
    }
    return index
  }

  private mutating func registerAnchors(of value: JSONValue, resource: Int) {
    if let name = value["$anchor"]?.content { resources[resource].anchors[Array(name)] = value.index }
    if let name = value["$dynamicAnchor"]?.content {
      resources[resource].dynamicAnchors[Array(name)] = value.index
    }
    // Up to draft 7, a fragment in the id is an anchor.
    if resources[resource].draft == .draft7, let id = value["$id"]?.content,
      let fragment = SchemaURI(id).fragment, !fragment.isEmpty
    {
      resources[resource].anchors[fragment] = value.index
    }
  }

  private mutating func report(_ kind: SchemaProblem.Kind, _ value: JSONValue, in document: Int) {
    problems.append(SchemaProblem(kind: kind, documentURI: documentURIs[document], value: value))
  }
}
