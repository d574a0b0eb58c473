import GitStore
import WorkspaceIO
import Workspaces

extension Snapshot {
  /// Says on standard error that settings have no effect: what the linter tells, other commands cannot.
  func tellLostConfiguration() {
    guard isWithoutItsConfiguration else { return }
    CommandRun.complain(
      "prodops.json cannot be read, so that its settings have no effect; 'prodops lint' tells why")
  }
}

extension WorkspacePlace {
  /// The workspace as it is on disk, or as it was in a revision; a bare repository has only revisions.
  func snapshot(at revision: String?) async throws -> Snapshot {
    let loader = WorkspaceLoader(root: root)
    let snapshot: Snapshot
    if let revision = try revision ?? (isBareRepository() ? "HEAD" : nil) {
      let location = try repository()
      snapshot = try await loader.load(location.resolve(revision), of: location.location)
    } else {
      snapshot = try await loader.loadFolder()
    }
    snapshot.tellLostConfiguration()
    return snapshot
  }
}
