internal import Diagnostics
internal import GitStore
internal import Workspaces

/// The definition files of a workspace in the trees of commits.
struct DefinitionTrees: Sendable {
  let location: RepositoryLocation
  let configuration: Configuration
  let limits: Limits

  /// Whether a path is that of a definition file.
  func isDefinitionFile(_ path: RepositoryPath) -> Bool {
    DefinitionFiles.isDefinitionFile(path.name) && configuration.includes(path)
      && !DefinitionFiles.isOwnFile(path)
  }

  /// The definition files that differ between two trees of the workspace's folder.
  func changes(
    from old: ObjectID?, to new: ObjectID?, _ repository: borrowing Repository
  ) throws(GitError) -> [TreeChange] {
    var changed: [TreeChange] = []
    guard old != new else { return changed }
    try repository.changedFiles(
      from: old, to: new, limits: WalkLimits(entries: limits.entries, depth: limits.folderDepth),
      prune: { DefinitionFiles.isPassedOver($0) }
    ) { (change) throws(GitError) in
      if isDefinitionFile(RepositoryPath(bytes: change.path)) { changed.append(change) }
    }
    return changed
  }
}
