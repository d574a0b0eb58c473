import GitStore
import WorkspaceIO
import Workspaces

extension WorkspacePlace {
  /// The workspace as it is on disk, or as it was in a revision; a bare repository has only revisions.
  func snapshot(at revision: String?) async throws -> Snapshot {
    let loader = WorkspaceLoader(root: root)
    if let revision = try revision ?? (isBareRepository() ? "HEAD" : nil) {
      let location = try repository()
      return try await loader.load(location.resolve(revision), of: location.location)
    }
    return try await loader.loadFolder()
  }
}
