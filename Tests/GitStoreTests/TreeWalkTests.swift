import Foundation
import TestSupport
import Testing

@testable import GitStore

@Suite struct TreeWalkTests {
  /// Every kind of change that a path can undergo.
  private func changing() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    let names = ["a", "a.b", "a/b/c", "ab", "deep/1/2/3/x.json", "deep/1/2/y.json", "z"].filter { $0 != "a" }
    try scratch.commit("One", Dictionary(uniqueKeysWithValues: names.map { ($0, "\($0)\n") }))
    try scratch.commit("File for a directory", ["a": "file\n"], deleting: ["a"])
    try scratch.commit("Directory for a file", ["a/b/c": "again\n", "a-b": "between\n"], deleting: ["a"])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path + "/z")
    try scratch.commit("Executable")
    try remove(scratch.path + "/z")
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/z", withDestinationPath: "ab")
    try scratch.commit("Link")
    try scratch.commit("Nested", ["deep/1/2/3/x.json": "other\n"], deleting: ["deep/1/2/y.json"])
    try scratch.git("update-index", "--add", "--cacheinfo", "160000,\(scratch.git("rev-parse", "HEAD")),sub")
    try scratch.git("commit", "-q", "-m", "Submodule")
    return scratch
  }

  @Test func tellsTheChangesOfEveryPairAsGitDoes() throws {
    let scratch = try changing()
    let repository = try Repository.open(at: scratch.path)
    let commits = try scratch.ids("rev-list", "HEAD")
    for old in commits {
      for new in commits {
        let arguments = ["diff-tree", "-r", "--no-renames", "--no-abbrev", old.description, new.description]
        let expected = try scratch.git(arguments).split(separator: "\n").map(String.init)
        let ours = try repository.rawDiff(old, new)
        #expect(ours == expected)
      }
    }
  }

  @Test func tellsAWholeTreeAgainstNothing() throws {
    let scratch = try changing()
    let repository = try Repository.open(at: scratch.path)
    let head = try scratch.id("HEAD")
    let expected = try scratch.git("ls-tree", "-r", "--name-only", "HEAD").split(separator: "\n").map(
      String.init)
    let paths = try repository.paths(of: head)
    #expect(paths == expected)
    var added: [String] = []
    try repository.changedFiles(from: nil, to: repository.readCommit(head).tree) { change throws(GitError) in
      if change.kind == .added { added.append(text(change.path)) }
    }
    #expect(added == expected)
  }

  @Test func doesNotEnterWhatIsPruned() throws {
    let scratch = try changing()
    let repository = try Repository.open(at: scratch.path)
    let tree = try repository.readCommit(scratch.id("HEAD")).tree
    var asked: [String] = []
    var paths: [String] = []
    func prune(_ path: [UInt8]) -> Bool {
      asked.append(text(path))
      return path.starts(with: "deep".utf8)
    }
    try repository.files(in: tree, prune: prune) { file throws(GitError) in paths.append(text(file.path)) }
    #expect(!paths.contains { $0.hasPrefix("deep") })
    #expect(asked == ["a", "a/b", "deep"])
  }

  @Test func endsAtItsLimits() throws {
    let scratch = try changing()
    let repository = try Repository.open(at: scratch.path)
    let tree = try repository.readCommit(scratch.id("HEAD")).tree
    let entries = failure { () throws(GitError) in
      try repository.files(in: tree, limits: WalkLimits(entries: 3)) { _ throws(GitError) in }
    }
    guard case .overLimit(.entries, limit: 3, _)? = entries else {
      Issue.record("another error: \(String(describing: entries))")
      return
    }
    let depth = failure { () throws(GitError) in
      try repository.changedFiles(from: nil, to: tree, limits: WalkLimits(depth: 3)) { _ throws(GitError) in }
    }
    #expect(
      depth == .overLimit(.depth, limit: 3, path: Array("deep/1/2/3".utf8))
        || depth?.description.isEmpty == false)
  }

  @Test func readsATreeAsItStands() throws {
    let scratch = try changing()
    let repository = try Repository.open(at: scratch.path)
    let entries = try repository.readTree(repository.readCommit(scratch.id("HEAD")).tree)
    let lines = entries.map { "\(String($0.mode.rawValue, radix: 8)) \($0.id) \(text($0.name))" }
    let expected = try scratch.git("ls-tree", "--format=%(objectmode) %(objectname) %(path)", "HEAD")
    #expect(
      lines == expected.split(separator: "\n").map { $0.hasPrefix("0") ? String($0.dropFirst()) : String($0) }
    )
  }

  @Test func refusesBytesThatAreNoTree() throws {
    let good = Array("100644 a\0".utf8) + Array(repeating: 1, count: 20)
    for count in 1..<good.count {
      let cut = ObjectBytes(.tree, copying: good[..<count])
      var cursor = TreeCursor(cut)
      let error = failure { () throws(GitError) in _ = try cursor.advance(in: .zero) }
      #expect(error == .corrupt(.zero, reason: "a directory that cannot be read"))
    }
    for text in ["10064x a\0", "1000000000000 a\0", " a\0"] {
      var cursor = TreeCursor(
        ObjectBytes(.tree, copying: (Array(text.utf8) + Array(repeating: 1, count: 20))[...]))
      let error = failure { () throws(GitError) in _ = try cursor.advance(in: .zero) }
      #expect(error != nil)
    }
  }

  /// Names with slashes in them, which sort as a directory would.
  @Test func tellsHostileNamesOnce() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["f": "1\n"])
    let blob = try scratch.git("rev-parse", "HEAD:f")
    func tree(_ mode: String, _ name: String, _ object: String) throws -> ObjectID {
      let id = try id(object)
      let hex = Array(id.description.utf8)
      let raw = stride(from: 0, to: 40, by: 2).map {
        UInt8(String(decoding: hex[$0..<($0 + 2)], as: UTF8.self), radix: 16) ?? 0
      }
      let bytes = Array("\(mode) \(name)\0".utf8) + raw
      let arguments = ["hash-object", "-t", "tree", "--literally", "-w", "--stdin"]
      let output = try scratch.gitBytes(arguments, input: bytes)
      return try GitStoreTests.id(String(decoding: output.prefix(40), as: UTF8.self))
    }
    let inner = try tree("100644", "b", blob)
    let (slashed, nested) = (try tree("100644", "a/b", blob), try tree("40000", "a", inner.description))
    var told: [String] = []
    try Repository.open(at: scratch.path).changedFiles(from: slashed, to: nested) { change throws(GitError) in
      told.append(change.kind.rawValue + text(change.path))
    }
    #expect(told == ["Da/b", "Aa/b"])
  }
}
