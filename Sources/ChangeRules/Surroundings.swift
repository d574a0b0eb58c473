public import Diffing
internal import Diagnostics
internal import JSONSyntax
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
}

/// The tree that a snapshot holds.
public struct SnapshotSurroundings: Surroundings {
  private let snapshot: Snapshot

  /// The surroundings in `snapshot`.
  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

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
