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

  /// Says on standard error that the committed order has no effect: some formats have no place for it.
  func tellLostOrder() {
    guard isWithoutItsOrder else { return }
    CommandRun.complain(
      "schedule.lock.json cannot be read, so that the order is that of ranks and target dates; mend it, or delete it "
        + "and run 'prodops schedule --write-lock'")
  }
}

extension WorkspacePlace {
  /// The workspace as it is on disk, or as it was in a commit; a bare repository has only commits.
  func snapshot(at commit: ObjectID?) async throws -> Snapshot {
    let loader = WorkspaceLoader(root: root)
    let snapshot: Snapshot
    if let commit = try commit ?? (isBareRepository() ? repository().resolve("HEAD") : nil) {
      snapshot = try await loader.load(commit, of: repository().location)
    } else {
      snapshot = try await loader.loadFolder()
    }
    snapshot.tellLostConfiguration()
    return snapshot
  }
}
