import Foundation
import TestSupport
import Testing

@testable import GitStore

/// The repositories of the hostile corpus, each opened and walked to its end.
@Suite(.needsConformance) struct HostileRepositoryTests {
  static let cases: [String] = Conformance.files(in: "hostile/public/repos").filter {
    $0.hasSuffix(".repo.json")
  }

  /// Builds a repository of the corpus below a scratch directory.
  private func materialize(_ file: String) throws -> ScratchRepository {
    let scratch = try ScratchRepository(initialize: false)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "\(try #require(Conformance.folder))/hostile/tool.py", "--materialize", file, scratch.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return scratch
  }

  /// Reads everything that HEAD reaches; the error that ended it, and the problems of names met on the way.
  private func readAll(_ path: String) -> (
    error: GitError?, problems: Set<TreeEntryProblem>, commits: [Commit]
  ) {
    var problems: Set<TreeEntryProblem> = []
    var commits: [Commit] = []
    let error = failure { () throws(GitError) in
      let repository = try Repository.open(at: path)
      try repository.commits(reachableFrom: [repository.resolve("HEAD")]) { commit throws(GitError) in
        commits.append(commit)
      }
      for commit in commits {
        var seen: Set<ObjectID> = []
        try repository.files(in: commit.tree, limits: WalkLimits(entries: 100_000)) { file throws(GitError) in
          if let problem = file.problem { problems.insert(problem) }
          guard file.mode.isBlob, seen.insert(file.id).inserted else { return }
          _ = try repository.readBlob(file.id, limit: 8 << 20)
        }
      }
    }
    return (error, problems, commits)
  }

  private static let damaged = [
    "corrupt", "bomb", "shrink", "missing-parent", "size-lie", "truncated", "wrong",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: cases)
  func endsWithAResultOrOneSentence(_ file: String) throws {
    let scratch = try materialize(file)
    let start = ContinuousClock.now
    let result = readAll(scratch.path)
    #expect(ContinuousClock.now - start < .seconds(5))
    let name = URL(fileURLWithPath: file).lastPathComponent
    if let error = result.error {
      #expect(Self.damaged.contains { name.contains($0) }, "\(error)")
      #expect(!error.description.contains("\n"))
    }
    if name.contains("dotgit") { #expect(result.problems == [.dotGit]) }
    if name.contains("dotdot") { #expect(result.problems == [.dotDot]) }
    if name.contains("delta-shrink") {
      guard case .tooLarge? = result.error else {
        Issue.record("another error: \(String(describing: result.error))")
        return
      }
    }
    if name.contains("tree-bomb") {
      guard case .overLimit(.entries, _, _)? = result.error else {
        Issue.record("another error: \(String(describing: result.error))")
        return
      }
    }
  }
}
