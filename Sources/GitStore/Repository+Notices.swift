/// Something about a repository that its reader should know before trusting a result.
public enum RepositoryNotice: Hashable, Sendable {
  /// The history ends at commits that have parents elsewhere.
  case shallow
  /// Objects may be missing here and present at the remote.
  case partial(PartialClone)
  /// Files of the tree may be absent from the working directory without having been deleted.
  case sparse
  /// The parents of so many commits come from `info/grafts`.
  case grafted(count: Int)
  /// So many objects are read as others, as `refs/replace/` says.
  case replaced(count: Int)
}

extension RepositoryNotice: CustomStringConvertible {
  /// One sentence, with the remedy where there is one.
  public var description: String {
    switch self {
    case .shallow:
      "the clone is shallow and its history is cut; set 'fetch-depth: 0' or run 'git fetch --unshallow'"
    case .partial(let clone):
      "the clone is partial (\(clone.filter ?? "filter unknown"), remote \(clone.remote)): objects may be missing"
    case .sparse:
      "the checkout is sparse: a file that is not in the working directory may still be in the tree"
    case .grafted(let count):
      "'info/grafts' sets the parents of \(count) commits; 'git replace --convert-graft-file' makes that lasting"
    case .replaced(let count):
      "'refs/replace/' puts others in the place of \(count) objects; 'git replace --list' names them"
    }
  }
}

extension Repository {
  /// What a reader should know of this repository, in a fixed order.
  public var notices: [RepositoryNotice] {
    var notices: [RepositoryNotice] = []
    if isShallow { notices.append(.shallow) }
    if let partialClone { notices.append(.partial(partialClone)) }
    if isSparse { notices.append(.sparse) }
    if !grafts.isEmpty { notices.append(.grafted(count: grafts.count)) }
    if !replacements.isEmpty { notices.append(.replaced(count: replacements.count)) }
    return notices
  }
}
