public import Diagnostics
internal import Diffing
public import GitStore
public import Workspaces

extension LifeReader {
  /// The files of the tree of a commit in which a definition stands, in their order.
  ///
  /// A definition has one file. Where several say the same kind and id, its history is told of one of them.
  public func files(of name: DefinitionName, at commit: ObjectID) throws(GitError) -> [RepositoryPath] {
    let repository = try Repository.open(at: location.path)
    let root = try repository.links(of: commit).tree
    guard let folder = try location.tree(below: root, repository) else { return [] }
    var items: [(path: RepositoryPath, item: TreeItem)] = []
    let bounds = WalkLimits(entries: limits.entries, depth: limits.folderDepth)
    try repository.files(in: folder, limits: bounds, prune: { DefinitionFiles.isPassedOver($0) }) { file in
      let path = RepositoryPath(bytes: file.path)
      guard DefinitionFiles.isDefinitionFile(path.name), configuration.includes(path),
        !DefinitionFiles.isOwnFile(path)
      else { return }
      items.append((path, TreeItem(mode: file.mode, id: file.id)))
    }
    var files = LifeFiles(library: library, limits: limits)
    var found: [RepositoryPath] = []
    for (path, item) in items {
      let version = try files.content(item, path, mentioning: [name.id], repository).version
      if version?.kind == name.kind, version?.id == name.id { found.append(path) }
    }
    return found.sorted()
  }
}
