import GitStore
import WorkspaceIO
import Workspaces

extension WorkspacePlace {
  /// The workspace as it is on disk, or as it was in a commit; a bare repository has only commits.
  func snapshot(at commit: ObjectID?) async throws -> Snapshot {
    let loader = WorkspaceLoader(root: root)
    if let commit = try commit ?? (isBareRepository() ? repository().resolve("HEAD") : nil) {
      return try await loader.load(commit, of: repository().location)
    }
    return try await loader.loadFolder()
  }
}
