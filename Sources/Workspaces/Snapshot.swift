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
  /// The tree's own baseline; that of the configuration is what holds findings back.
  public let baseline: Baseline?
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
  private let register: DefinitionRegister
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
    library.slot(of: kind).flatMap { register.position(slot: $0, id: id) }
  }

  /// The positions of definitions whose kind and id an earlier one has.
  public var namesakes: [Int] { register.namesakes }

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
  public convenience init(
    files: [File], problems: [FileProblem] = [], configuration: Configuration, library: SchemaLibrary,
    baseline: Baseline? = nil
  ) {
    let register = DefinitionRegister(files, library)
    self.init(
      register, [register.references(of: register.definitions.indices)], problems: problems,
      configuration: configuration, baseline: baseline)
  }

  /// Puts a tree together on as many tasks as `width`; `files` in any order.
  public static func assembled(
    files: [File], problems: [FileProblem], configuration: Configuration, library: SchemaLibrary,
    baseline: Baseline? = nil, width: Int
  ) async -> Snapshot {
    let register = DefinitionRegister(files, library)
    let count = register.definitions.count
    let share = max((count + width - 1) / max(width, 1), 1)
    let starts = Array(stride(from: 0, to: count, by: share))
    let parts = await withTaskGroup(of: (Int, ResolvedReferences).self) { group in
      for (part, start) in starts.enumerated() {
        group.addTask { (part, register.references(of: start..<min(start + share, count))) }
      }
      var parts = [ResolvedReferences](repeating: ResolvedReferences(), count: starts.count)
      for await (part, resolved) in group { parts[part] = resolved }
      return parts
    }
    return Snapshot(
      register, parts, problems: problems, configuration: configuration, baseline: baseline)
  }

  private init(
    _ register: DefinitionRegister, _ parts: [ResolvedReferences], problems: [FileProblem],
    configuration: Configuration, baseline: Baseline?
  ) {
    self.register = register
    files = register.files
    self.problems = problems
    self.configuration = configuration
    self.baseline = baseline
    library = register.library
    definitions = register.definitions
    byKind = register.byKind
    references = parts.flatMap(\.references)
    var outgoing: [Range<Int32>] = []
    outgoing.reserveCapacity(definitions.count)
    var start: Int32 = 0
    for count in parts.lazy.flatMap(\.counts) {
      outgoing.append(start..<(start + count))
      start += count
    }
    self.outgoing = outgoing
    (incomingStarts, incomingOrder) = Self.invert(references, count: definitions.count)
    people = Self.people(definitions, byKind["team"] ?? [])
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
