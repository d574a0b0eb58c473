import Foundation
import GitStore
import TestSupport
import Testing

/// The error that a body throws, or nil.
func failure(_ body: () throws(GitError) -> Void) -> GitError? {
  do throws(GitError) {
    try body()
    return nil
  } catch {
    return error
  }
}

/// An object name that a test wrote or got from git.
func id(_ hex: String) throws -> ObjectID { try #require(ObjectID(hex: hex)) }

func text(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }

extension ScratchRepository {
  /// What git resolves a revision to.
  func id(_ revision: String) throws -> ObjectID {
    try GitStoreTests.id(git("rev-parse", "\(revision)^{commit}"))
  }

  /// Object names that git prints, one a line.
  func ids(_ arguments: String...) throws -> [ObjectID] {
    try git(arguments).split(separator: "\n").map { try GitStoreTests.id(String($0)) }
  }
}

/// What a repository says of itself, as a value that expectations can hold.
struct Facts {
  let workingDirectory: String?
  let gitDirectory: String
  let commonDirectory: String
  let isBare: Bool
  let isShallow: Bool
  let isSparse: Bool
  let partialClone: PartialClone?
  let notices: [RepositoryNotice]
}

extension Repository {
  var facts: Facts {
    Facts(
      workingDirectory: workingDirectory, gitDirectory: gitDirectory, commonDirectory: commonDirectory,
      isBare: isBare, isShallow: isShallow, isSparse: isSparse, partialClone: partialClone, notices: notices)
  }

  /// The names on the first-parent chain, newest first, and why there are no more.
  func chain(from tip: ObjectID, until base: ObjectID? = nil) throws(GitError) -> (
    ids: [ObjectID], end: ChainEnd
  ) {
    var ids: [ObjectID] = []
    let end = try firstParentChain(from: tip, until: base) { commit throws(GitError) in
      ids.append(commit.id)
      return true
    }
    return (ids, end)
  }

  /// For each commit the step of the first-parent chain with which it landed.
  func landings(from tip: ObjectID) throws(GitError) -> [ObjectID: ObjectID] {
    var landings: [ObjectID: ObjectID] = [:]
    var walk = LandingWalk()
    for step in try firstParentChain(from: tip, limit: .max).commits.reversed() {
      landings[step.id] = step.id
      try walk.land(step, in: self) { landings[$0.id] = step.id }
    }
    return landings
  }

  func revlist(_ tips: [ObjectID], not excluded: [ObjectID] = []) throws(GitError) -> [ObjectID] {
    var ids: [ObjectID] = []
    try commits(reachableFrom: tips, notFrom: excluded) { commit throws(GitError) in ids.append(commit.id) }
    return ids
  }

  /// The paths of a commit's tree.
  func paths(of commit: ObjectID) throws(GitError) -> [String] {
    var paths: [String] = []
    try files(in: readCommit(commit).tree) { file throws(GitError) in paths.append(text(file.path)) }
    return paths
  }

  /// The changes between two commits as git's raw format prints them.
  func rawDiff(_ old: ObjectID?, _ new: ObjectID) throws(GitError) -> [String] {
    var lines: [String] = []
    var before: ObjectID?
    if let old { before = try readCommit(old).tree }
    try changedFiles(from: before, to: readCommit(new).tree) { change throws(GitError) in
      lines.append(rawLine(change))
    }
    return lines
  }
}

private func rawLine(_ change: TreeChange) -> String {
  func mode(_ item: TreeItem?) -> String {
    let digits = String(item?.mode.rawValue ?? 0, radix: 8)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
  func name(_ item: TreeItem?) -> String { item?.id.description ?? String(repeating: "0", count: 40) }
  let (old, new) = (change.old, change.new)
  return ":\(mode(old)) \(mode(new)) \(name(old)) \(name(new)) \(change.kind.rawValue)\t\(text(change.path))"
}

/// Removes a file.
func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: path) }
