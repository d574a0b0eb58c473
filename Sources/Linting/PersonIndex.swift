public import JSONSyntax
internal import Workspaces

/// Who is named where: every value that is a person's handle by its annotation.
public struct PersonIndex: Sendable {
  /// A place that names a person.
  public struct Place: Sendable {
    /// The position of the definition.
    public let definition: Int
    /// The handle.
    public let value: JSONValue
  }

  /// The places by the handle in lower case, in the order of the definitions.
  public let places: [String: [Place]]
  /// The handles in lower case, sorted.
  public let handles: [String]

  init(_ snapshot: Snapshot) {
    var places: [String: [Place]] = [:]
    for (position, definition) in snapshot.definitions.enumerated() {
      let source = snapshot.files[definition.file].source
      guard case .definition(let slot) = source.content else { continue }
      let roles = snapshot.library.roles(slot)
      for link in source.links where roles[Int(link.role)].field.isPerson {
        let value = JSONValue(document: source.document, index: Int(link.node))
        guard let handle = value.string else { continue }
        places[Handle.folded(handle), default: []].append(Place(definition: position, value: value))
      }
    }
    self.places = places
    handles = places.keys.sorted()
  }
}
