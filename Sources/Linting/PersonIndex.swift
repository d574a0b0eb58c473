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
  /// The handles, in lower case and sorted, that places or teams write in more than one way.
  public let unevenHandles: [String]

  init(_ snapshot: Snapshot) {
    var gathering = Gathering()
    for definition in snapshot.definitions {
      let source = snapshot.files[definition.file].source
      guard case .definition(let slot) = source.content else { continue }
      let roles = snapshot.library.roles(slot)
      for link in source.links where roles[Int(link.role)].field.isPerson {
        let value = JSONValue(document: source.document, index: Int(link.node))
        gathering.add(Place(definition: definition.position, value: value))
      }
    }
    for (handle, members) in snapshot.people { gathering.compare(handle, members) }
    places = gathering.places
    handles = places.keys.sorted()
    unevenHandles = gathering.uneven.sorted()
  }

  /// What is known of people while the places are gone through: few spellings stand in very many places, so that
  /// each is made a text only once.
  private struct Gathering {
    private var spellings: [UInt32: (value: JSONValue, person: Int)] = [:]
    private var persons: [(handle: String, spelling: String, places: [Place])] = []
    private var positions: [String: Int] = [:]
    var uneven: Set<String> = []

    mutating func add(_ place: Place) {
      let hash = place.value.node.payload
      if let known = spellings[hash], place.value.withContent({ known.value.hasContent($0) }) == true {
        persons[known.person].places.append(place)
        return
      }
      guard let text = place.value.string else { return }
      let handle = Handle.folded(text)
      let position = positions[handle] ?? persons.count
      if position == persons.count {
        positions[handle] = position
        persons.append((handle, Handle.plain(text), []))
      } else if persons[position].spelling != Handle.plain(text) {
        uneven.insert(handle)
      }
      spellings[hash] = (place.value, position)
      persons[position].places.append(place)
    }

    /// Notes where the teams write a handle otherwise than the places do, or each other.
    mutating func compare(_ handle: String, _ members: [Snapshot.Member]) {
      var right = positions[handle].map { persons[$0].spelling }
      for member in members {
        guard let text = member.value.string("id").map(Handle.plain) else { continue }
        if let right, right != text { uneven.insert(handle) }
        right = right ?? text
      }
    }

    var places: [String: [Place]] {
      Dictionary(uniqueKeysWithValues: persons.lazy.map { ($0.handle, $0.places) })
    }
  }
}
