public import Diagnostics
internal import JSONSyntax
public import Workspaces

/// What differs in meaning between two snapshots.
public struct ChangeSet: Sendable {
  /// The changes, by kind and id, those of a definition in the order of its schema.
  public internal(set) var changes: [Change] = []
  /// Edits that many definitions share; their changes are in `changes` too.
  public internal(set) var folds: [ChangeFold] = []
  /// Who still refers to what went, ended or was renamed.
  public internal(set) var consequences: [Consequence] = []
  /// Whether more definitions rely on a change than are named.
  public internal(set) var isReachCut = false
  /// Files that could not be read on one side, and so could not be compared.
  public internal(set) var unreadable: [UnreadableFile] = []
  /// Files that were edited without a change of meaning.
  public internal(set) var formatOnly: [RepositoryPath] = []
  /// How many definitions were compared with an earlier version of themselves.
  public internal(set) var compared = 0

  /// No changes.
  public init() {}

  /// A definition that refers to something that is no longer as it was.
  public struct Consequence: Sendable {
    /// `kind:id` of what changed.
    public let of: String
    /// Who refers to it.
    public let referrer: Change.Subject
    /// By which field.
    public let pointer: String
    /// The referrer's file.
    public let path: RepositoryPath
    /// The definitions, as `kind:id`, on the way from what changed; empty where the referrer names it itself.
    public var through: [String] = []
  }

  /// A file that could not be read on one side.
  public struct UnreadableFile: Hashable, Sendable {
    /// The file.
    public let path: RepositoryPath
    /// Whether it was so before.
    public let before: Bool
    /// Whether it is so after.
    public let after: Bool
  }

  /// Compares two snapshots.
  public static func between(base: Snapshot, head: Snapshot, context: DiffContext) -> ChangeSet {
    var builder = ChangeSetBuilder(base: base, head: head, context: context)
    builder.build()
    return builder.result
  }

  /// Puts judged changes in the place of those that were found, and finds the edits that many definitions share.
  public mutating func replaceChanges(_ judged: [Change]) {
    changes = judged
    changes.sortStably { ($0.subject.kind, $0.subject.id) < ($1.subject.kind, $1.subject.id) }
    folds = ChangeFold.folds(of: changes)
  }

  /// How many changes matter at least as much as `weight`; days that went by are nobody's edit, and not counted.
  public func count(atLeast weight: ChangeClass) -> Int {
    changes.reduce(0) { $0 + ($1.weight >= weight && $1.idiom != .dayPassed ? 1 : 0) }
  }
}

extension Snapshot {
  /// The definitions that could be read whole, by name in the order of their files.
  ///
  /// A name stands for several where the tree says one thing twice, which the linter tells.
  func versions() -> (byName: [String: [DefinitionVersion]], order: [String]) {
    var byName: [String: [DefinitionVersion]] = [:]
    var order: [String] = []
    byName.reserveCapacity(definitions.count)
    for definition in definitions where definition.root.document.isComplete {
      let name = definition.name
      if byName[name] == nil { order.append(name) }
      byName[name, default: []].append(
        DefinitionVersion(
          kind: definition.kind, id: definition.id, path: path(of: definition), root: definition.root))
    }
    return (byName, order)
  }

  /// The files that could not be read, or not as JSON, with their bytes as far as they are known.
  func unreadable() -> [RepositoryPath: [UInt8]] {
    var found: [RepositoryPath: [UInt8]] = [:]
    for file in files where !file.source.document.isComplete { found[file.path] = file.source.document.bytes }
    for problem in problems where found[problem.path] == nil && file(at: problem.path) == nil {
      // What a link says is all that there is to compare.
      if case .linkedFolder(let target) = problem.reason {
        found[problem.path] = target
      } else {
        found[problem.path] = []
      }
    }
    return found
  }
}
