import GitStore
import Rendering
import WorkspaceIO
import Workspaces

/// The definition that a command about its history was asked for.
enum LifeLookup {
  /// The full name of what `name` names in the tree of a commit, or among the files on disk.
  static func fullName(
    of name: String, _ place: WorkspacePlace, at commit: ObjectID, _ repository: WorkspaceRepository
  ) async throws -> DefinitionName {
    if let full = DefinitionName(name) { return full }
    let snapshot = try await WorkspaceLoader(root: place.root).load(commit, of: repository.location)
    let definition = snapshot.definitions[try snapshot.position(named: name)]
    return DefinitionName(kind: definition.kind, id: definition.id)
  }

  /// The failure of a definition that no commit up to `commit` has.
  static func absence(
    of name: DefinitionName, _ place: WorkspacePlace, at commit: ObjectID, _ repository: WorkspaceRepository,
    where words: String
  ) async throws -> Failure {
    if try !place.isBareRepository() {
      let folder = try await WorkspaceLoader(root: place.root).loadFolder()
      if folder.position(kind: name.kind, id: name.id) != nil {
        return .usage(
          "'\(name)' is in the files on disk and in no commit yet; its history begins with a commit")
      }
    }
    let snapshot = try await WorkspaceLoader(root: place.root).load(commit, of: repository.location)
    return .usage("there is no definition '\(name)' \(words); \(snapshot.hint(for: "\(name)"))")
  }
}
