public import Diagnostics
public import JSONSyntax
internal import SchemaChecking

/// A tree of definitions at one moment: what the files say, who refers to whom, and how it is configured.
public final class Snapshot: Sendable {
  /// One file of the tree.
  public struct File: Sendable {
    /// Where it stands.
    public let path: RepositoryPath
    /// What it says.
    public let source: SourceFile

    /// A file at a place.
    public init(path: RepositoryPath, source: SourceFile) {
      self.path = path
      self.source = source
    }
  }

  /// A reference from a definition to another.
  public struct Reference: Sendable {
    /// The position of the definition that refers.
    public let source: Int32
    /// The value's node in it.
    public let node: Int32
    /// The role of the field, in the schema of the source's kind.
    public let role: Int32
    /// The position of the definition referred to; -1 where there is none.
    public let target: Int32
  }

  /// How the repository is configured.
  public let configuration: Configuration
  /// The schemas that describe its kinds.
  public let library: SchemaLibrary
  /// The files, by path.
  public let files: [File]
  /// What kept files from being read: too large, a symbolic link, not readable.
  public let problems: [FileProblem]
  /// The definitions, in the order of their files.
  public let definitions: [Definition]
  /// The positions of each kind's definitions.
  public let byKind: [String: [Int]]
  /// Every reference, in the order of the definitions.
  public let references: [Reference]
  /// For each definition the range of its own references in `references`.
  public let outgoing: [Range<Int32>]
  /// The positions in `references` that lead to each definition, and where each definition's part of them begins.
  private let incomingStarts: [Int32]
  private let incomingOrder: [Int32]
  private let index: DefinitionIndex
  /// The positions of definitions whose kind and id an earlier one has.
  public let namesakes: [Int]
  /// Members of teams by their handle in lower case.
  public let people: [String: [Member]]

  /// A person's place in a team.
  public struct Member: Sendable {
    /// The team's position among the definitions.
    public let team: Int
    /// The member's object.
    public let value: JSONValue
  }

  /// The positions in `references` of those that lead to the definition at `position`.
  public func referrers(of position: Int) -> ArraySlice<Int32> {
    incomingOrder[Int(incomingStarts[position])..<Int(incomingStarts[position + 1])]
  }

  /// The definition with this kind and id, if there is one.
  public func position(kind: String, id: String) -> Int? {
    var id = id
    return id.withUTF8 { position(kind: kind, id: $0) }
  }

  /// The definition with this kind and id, if there is one.
  public func position(kind: String, id: UnsafeBufferPointer<UInt8>) -> Int? {
    Self.position((kind, id), library, index, definitions)
  }

  private static func position(
    _ name: (kind: String, id: UnsafeBufferPointer<UInt8>), _ library: SchemaLibrary,
    _ index: DefinitionIndex,
    _ definitions: [Definition]
  ) -> Int? {
    guard let slot = library.slot(of: name.kind) else { return nil }
    return index.first(slot: slot, hash: ContentHash.of(name.id)) { definitions[$0].hasID(name.id) }
  }

  /// The definition with this kind and id, if there is one.
  public func definition(kind: String, id: String) -> Definition? {
    position(kind: kind, id: id).map { definitions[$0] }
  }

  /// The definitions of a kind, by path.
  public func definitions(of kind: String) -> DefinitionsOfKind {
    DefinitionsOfKind(positions: byKind[kind] ?? [], definitions: definitions)
  }

  /// The file of a definition.
  public func path(of definition: Definition) -> RepositoryPath { files[definition.file].path }

  /// Puts a tree together; `files` in any order.
  public init(
    files unsorted: [File], problems: [FileProblem] = [], configuration: Configuration, library: SchemaLibrary
  ) {
    let isSorted = zip(unsorted, unsorted.dropFirst()).allSatisfy { $0.path < $1.path }
    let files = isSorted ? unsorted : unsorted.sorted { $0.path < $1.path }
    self.files = files
    self.problems = problems
    self.configuration = configuration
    self.library = library
    var byKind: [String: [Int]] = [:]
    var index = DefinitionIndex(count: files.count)
    var kindPositions: [[Int]] = Array(repeating: [], count: library.count)
    var namesakes: [Int] = []
    var definitions: [Definition] = []
    definitions.reserveCapacity(files.count)
    for (position, file) in files.enumerated() {
      guard case .definition(let slot) = file.source.content, let root = file.source.document.root,
        let id = root["id"], id.kind == .string
      else { continue }
      kindPositions[slot].append(definitions.count)
      let definition = Definition(
        position: definitions.count, file: position, kind: library.kindName(slot), id: id, root: root,
        fields: file.source.fields)
      if index.add(definitions.count, slot: slot, hash: id.node.payload) {
        namesakes.append(definitions.count)
      }
      definitions.append(definition)
    }
    for (slot, positions) in kindPositions.enumerated() where !positions.isEmpty {
      byKind[library.kindName(slot)] = positions
    }
    self.definitions = definitions
    self.byKind = byKind
    self.index = index
    self.namesakes = namesakes.filter { position in
      let definition = definitions[position]
      var id = definition.id
      return id.withUTF8 { Self.position((definition.kind, $0), library, index, definitions) } != position
    }
    var references: [Reference] = []
    references.reserveCapacity(definitions.count * 6)
    var outgoing: [Range<Int32>] = []
    outgoing.reserveCapacity(definitions.count)
    for (position, definition) in definitions.enumerated() {
      let start = Int32(references.count)
      Self.resolve(
        position, definition, files[definition.file].source, library, index, definitions, &references)
      outgoing.append(start..<Int32(references.count))
    }
    self.references = references
    self.outgoing = outgoing
    (incomingStarts, incomingOrder) = Self.invert(references, count: definitions.count)
    people = Self.people(definitions, byKind["team"] ?? [])
  }

  /// Resolves the references of one definition.
  private static func resolve(
    _ position: Int, _ definition: Definition, _ source: SourceFile, _ library: SchemaLibrary,
    _ index: DefinitionIndex, _ definitions: [Definition], _ references: inout [Reference]
  ) {
    guard case .definition(let slot) = source.content else { return }
    let roles = library.roles(slot)
    for link in source.links {
      let role = roles[Int(link.role)]
      guard !role.slots.isEmpty else { continue }
      let value = JSONValue(document: source.document, index: Int(link.node))
      let target = Self.target(of: value, role, library, index, definitions)
      references.append(
        Reference(source: Int32(position), node: link.node, role: link.role, target: Int32(target ?? -1)))
    }
  }

  private static func target(
    of value: JSONValue, _ role: SchemaLibrary.Role, _ library: SchemaLibrary, _ index: DefinitionIndex,
    _ definitions: [Definition]
  ) -> Int? {
    let found = value.withContent { bytes -> Int? in
      var name = bytes
      var slots = role.slots[...]
      if slots.count > 1 || role.field.kinds.count > 1 {
        guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
        let kind = UnsafeBufferPointer(rebasing: bytes[..<colon])
        guard let slot = slots.firstIndex(where: { library.isKind($0, kind) }) else { return nil }
        slots = slots[slot...slot]
        name = UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])
      }
      if role.field.part != nil, let slash = name.firstIndex(of: 0x2F) {
        name = UnsafeBufferPointer(rebasing: name[..<slash])
      }
      guard let slot = slots.first else { return nil }
      return index.first(slot: slot, hash: ContentHash.of(name)) { definitions[$0].hasID(name) }
    }
    return found ?? nil
  }

  private static func invert(_ references: [Reference], count: Int) -> ([Int32], [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for reference in references where reference.target >= 0 { starts[Int(reference.target) + 1] += 1 }
    for position in 0..<count { starts[position + 1] += starts[position] }
    var order = [Int32](repeating: 0, count: Int(starts[count]))
    var next = starts
    for (position, reference) in references.enumerated() where reference.target >= 0 {
      order[Int(next[Int(reference.target)])] = Int32(position)
      next[Int(reference.target)] += 1
    }
    return (starts, order)
  }

  private static func people(_ definitions: [Definition], _ teams: [Int]) -> [String: [Member]] {
    var people: [String: [Member]] = [:]
    for team in teams {
      for member in definitions[team].items("members") {
        // A longer name is no handle, and hashing it could take minutes.
        guard let handle = member["id"]?.string, handle.utf8.count <= 128 else { continue }
        people[Handle.folded(handle), default: []].append(Member(team: team, value: member))
      }
    }
    return people
  }
}

/// The definitions of one kind, by path.
public struct DefinitionsOfKind: Sequence, IteratorProtocol, Sendable {
  private let positions: [Int]
  private let definitions: [Definition]
  private var index = 0

  init(positions: [Int], definitions: [Definition]) {
    self.positions = positions
    self.definitions = definitions
  }

  /// The next definition with its position among all, or nil at the end.
  public mutating func next() -> (position: Int, definition: Definition)? {
    guard index < positions.count else { return nil }
    defer { index += 1 }
    return (positions[index], definitions[positions[index]])
  }
}

/// People's handles: compared without case, with or without the `@`.
public enum Handle {
  /// The handle without the `@`.
  public static func plain(_ handle: String) -> String {
    handle.utf8.first == 0x40 ? String(handle.dropFirst()) : handle
  }

  /// The handle in lower case, without the `@`.
  public static func folded(_ handle: String) -> String {
    let bytes = handle.utf8.first == 0x40 ? handle.utf8.dropFirst() : handle.utf8[...]
    return String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
