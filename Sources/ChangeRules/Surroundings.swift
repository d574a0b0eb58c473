public import Diffing
internal import Diagnostics
public import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// What else there is in a tree: the definitions, and who refers to whom.
public protocol Surroundings: Sendable {
  /// The definition called `kind:id`.
  func definition(_ name: String) -> DefinitionVersion?
  /// Who refers to the definition called `kind:id`, in the order of the tree; itself not among them.
  func referrers(of name: String) -> [Referrer]
  /// The definitions of a kind, in the order of the tree.
  func definitions(of kind: String) -> [DefinitionVersion]
  /// Where a person works, by the handle in any spelling; disbanded teams are not among them.
  func memberships(of handle: String) -> [Membership]
  /// The definitions whose owner a person is, by the handle in any spelling, in the order of the tree.
  func definitions(ownedBy handle: String) -> [DefinitionVersion]
  /// Whether anybody has a role, in any spelling; nil where there is no team.
  func isHeld(role: String) -> Bool?
  /// The followed processes that make a role accountable for a step, in the order of the tree.
  func processes(needing role: String) -> [DefinitionVersion]
}

/// A person's place in a team.
public struct Membership: Sendable {
  /// The team.
  public let team: DefinitionVersion
  /// The member's object.
  public let member: JSONValue

  /// A place by its team.
  public init(team: DefinitionVersion, member: JSONValue) {
    self.team = team
    self.member = member
  }
}

/// A definition that refers to another.
public struct Referrer: Sendable {
  /// The one that refers.
  public let version: DefinitionVersion
  /// The JSON pointer of the reference, items by their key.
  public let pointer: String
  /// The field at the top of the definition in which the reference stands.
  public let field: String

  /// A reference by its place.
  public init(version: DefinitionVersion, pointer: String, field: String) {
    self.version = version
    self.pointer = pointer
    self.field = field
  }
}

/// A tree of which nothing is known, so that rules judge by the definition alone.
public struct NoSurroundings: Surroundings {
  /// Knows nothing.
  public init() {}
  /// Nothing.
  public func definition(_ name: String) -> DefinitionVersion? { nil }
  /// Nobody.
  public func referrers(of name: String) -> [Referrer] { [] }
  /// None.
  public func definitions(of kind: String) -> [DefinitionVersion] { [] }
  /// Nowhere.
  public func memberships(of handle: String) -> [Membership] { [] }
  /// None.
  public func definitions(ownedBy handle: String) -> [DefinitionVersion] { [] }
  /// Not known.
  public func isHeld(role: String) -> Bool? { nil }
  /// None.
  public func processes(needing role: String) -> [DefinitionVersion] { [] }
}

/// The tree that a snapshot holds.
public struct SnapshotSurroundings: Surroundings {
  private let snapshot: Snapshot
  private let index: PeopleIndex

  /// The surroundings in `snapshot`.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    index = PeopleIndex(snapshot)
  }

  /// The definition called `kind:id`.
  public func definition(_ name: String) -> DefinitionVersion? {
    position(of: name).map { version(snapshot.definitions[$0]) }
  }

  /// Who refers to the definition.
  public func referrers(of name: String) -> [Referrer] {
    guard let position = position(of: name) else { return [] }
    return snapshot.referrers(of: position).compactMap { index in
      let reference = snapshot.references[Int(index)]
      guard Int(reference.source) != position else { return nil }
      let source = snapshot.definitions[Int(reference.source)]
      let pointer = snapshot.pointer(to: Int(reference.node), in: snapshot.files[source.file].source)
      let field = pointer.dropFirst().prefix { $0 != "/" }
      return Referrer(version: version(source), pointer: pointer, field: String(field))
    }
  }

  /// The definitions of a kind.
  public func definitions(of kind: String) -> [DefinitionVersion] {
    snapshot.definitions(of: kind).map { version($0.definition) }
  }

  /// Where a person works.
  public func memberships(of handle: String) -> [Membership] {
    (snapshot.people[Handle.folded(handle)] ?? []).compactMap { place in
      let team = snapshot.definitions[place.team]
      guard team.root["status"]?.string != "disbanded" else { return nil }
      return Membership(team: version(team), member: place.value)
    }
  }

  /// What a person owns.
  public func definitions(ownedBy handle: String) -> [DefinitionVersion] {
    index.positions(ownedBy: handle).map { version(snapshot.definitions[$0]) }
  }

  /// Whether anybody has a role.
  public func isHeld(role: String) -> Bool? { index.isHeld(role) }

  /// The processes that need a role.
  public func processes(needing role: String) -> [DefinitionVersion] {
    index.positions(needing: role).map { version(snapshot.definitions[$0]) }
  }

  private func position(of name: String) -> Int? {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return nil }
    return snapshot.position(
      kind: String(name[..<colon]), id: String(name[name.utf8.index(after: colon)...]))
  }

  private func version(_ definition: Definition) -> DefinitionVersion {
    DefinitionVersion(
      kind: definition.kind, id: definition.id, path: snapshot.path(of: definition), root: definition.root)
  }
}
