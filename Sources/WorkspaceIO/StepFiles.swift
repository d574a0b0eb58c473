internal import ChangeHistory
internal import Diagnostics
internal import Diffing
internal import GitStore
internal import JSONSyntax
internal import Workspaces

/// What the files that a step changed hold on both sides.
struct StepFiles: Sendable {
  private struct File: Sendable {
    let path: RepositoryPath
    let old: VersionMemory.Reading?
    let new: VersionMemory.Reading?
  }

  private var files: [File] = []

  init(
    _ changed: [TreeChange], _ memory: VersionMemory, _ repository: borrowing Repository
  ) throws(GitError) {
    files.reserveCapacity(changed.count)
    for change in changed {
      let path = RepositoryPath(bytes: change.path)
      files.append(
        File(
          path: path, old: try memory.reading(change.old, path, repository),
          new: try memory.reading(change.new, path, repository)))
    }
  }

  /// Whether only the steps before can tell what a file held before.
  var followUnreadable: Bool {
    files.contains { if case .unreadable? = $0.old { true } else { false } }
  }

  /// The definitions of the files, each with what it was before; `broken` is what stood in files that could not be
  /// read since.
  func step(
    _ reference: StepReference, _ broken: inout [RepositoryPath: DefinitionVersion?]
  ) -> LandedStep {
    var step = LandedStep(reference)
    var gone: [DefinitionVersion] = []
    var came: [DefinitionVersion] = []
    for file in files {
      let path = file.path
      var before = version(file.old, path)
      let after = version(file.new, path)
      var followsUnreadable = false
      if case .unreadable = file.old {
        before = broken.removeValue(forKey: path) ?? nil
        followsUnreadable = true
      }
      if case .unreadable(let reason) = file.new {
        step.unreadable.append(
          UnreadableVersion(path: path, commit: reference.commit, day: reference.day, reason: reason))
        broken[path] = .some(before)
        continue
      }
      if let before, let after, before.name == after.name || followsUnreadable {
        step.pairs.append(VersionPair(before: before, after: after, followsUnreadable: followsUnreadable))
      } else if followsUnreadable, before == nil, let after {
        step.pairs.append(VersionPair(before: nil, after: after, followsUnreadable: true))
      } else {
        if let before { gone.append(before) }
        if let after { came.append(after) }
      }
    }
    if !gone.isEmpty || !came.isEmpty { pair(gone, came, &step) }
    return step
  }

  /// Definitions that went from one file and came in another: the same name, or a former one.
  private func pair(_ gone: [DefinitionVersion], _ came: [DefinitionVersion], _ step: inout LandedStep) {
    var waiting: [String: [Int]] = [:]
    for (position, version) in gone.enumerated().reversed() {
      waiting[version.name, default: []].append(position)
    }
    var isTaken = Array(repeating: false, count: gone.count)
    for after in came {
      let names = [after.name] + after.formerIDs.map { "\(after.kind):\($0)" }
      let found = names.lazy.compactMap { name in waiting[name]?.last.map { (name, $0) } }.first
      if let (name, position) = found {
        waiting[name]?.removeLast()
        isTaken[position] = true
        step.pairs.append(VersionPair(before: gone[position], after: after))
      } else {
        step.pairs.append(VersionPair(before: nil, after: after))
      }
    }
    for (position, before) in gone.enumerated() where !isTaken[position] {
      step.pairs.append(VersionPair(before: before, after: nil))
    }
  }

  private func version(_ reading: VersionMemory.Reading?, _ path: RepositoryPath) -> DefinitionVersion? {
    guard case .definition(let kind, let id, let document) = reading, let root = document.root else {
      return nil
    }
    return DefinitionVersion(kind: kind, id: id, path: path, root: root)
  }
}
