internal import JSONSyntax

extension SchemaSet {
  /// Where a reference leads.
  struct Target {
    let location: SchemaLocation
    let resource: Int
    /// The name of the dynamic anchor that the reference's fragment is, if it is one.
    let dynamicName: [UInt8]?
  }

  /// Why a reference leads nowhere.
  enum ResolutionFailure: Error {
    case unknownDocument(String)
    case unknownTarget(String)
  }

  /// Follows a reference that stands in a resource.
  func resolve(_ reference: some Sequence<UInt8>, from resource: Int) throws(ResolutionFailure) -> Target {
    let uri = resources[resource].uri.resolving(SchemaURI(reference))
    guard let found = byURI[uri.withoutFragment] else { throw .unknownDocument(uri.withoutFragment.text) }
    let fragment = uri.decodedFragment
    let target = resources[found]
    if fragment.isEmpty { return Target(location: target.root, resource: found, dynamicName: nil) }
    if fragment.first == SchemaURI.slash {
      guard let end = follow(fragment, from: found) else { throw .unknownTarget(uri.text) }
      return end
    }
    let document = target.root.document
    if let node = target.dynamicAnchors[fragment] {
      return Target(
        location: SchemaLocation(document: document, node: node), resource: found, dynamicName: fragment)
    }
    guard let node = target.anchors[fragment] else { throw .unknownTarget(uri.text) }
    return Target(location: SchemaLocation(document: document, node: node), resource: found, dynamicName: nil)
  }

  /// Follows a JSON pointer from a resource's root, into resources that are embedded on its way.
  private func follow(_ pointer: [UInt8], from start: Int) -> Target? {
    let root = resources[start].root
    guard let tokens = JSONPointer.tokens(String(decoding: pointer, as: UTF8.self)) else { return nil }
    var value = JSONValue(document: documents[root.document], index: root.node)
    var resource = start
    for token in tokens {
      let next: JSONValue?
      if value.kind == .array {
        let isIndex =
          !token.isEmpty && token.utf8.count < 7 && token.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        next = isIndex ? Int(token).flatMap { value.item(at: $0) } : nil
      } else {
        next = value[name: token]
      }
      guard let next else { return nil }
      value = next
      resource = owners[root.document][value.index] ?? resource
    }
    guard Self.isSchema(value) else { return nil }
    return Target(
      location: SchemaLocation(document: root.document, node: value.index), resource: resource,
      dynamicName: nil)
  }
}
