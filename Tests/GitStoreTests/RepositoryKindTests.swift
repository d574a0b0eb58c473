import Foundation
import TestSupport
import Testing

@testable import GitStore

/// Kinds of repositories that open, with what has to be known of each.
@Suite struct RepositoryKindTests {
  /// Three commits on main, of which the last touches one of two files.
  private func history() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.commit("One", ["a.json": "1\n", "d/b.json": "1\n"])
    try scratch.commit("Two", ["a.json": "2\n"])
    try scratch.commit("Three", ["d/b.json": "3\n"])
    return scratch
  }

  private func clone(_ scratch: ScratchRepository, _ options: String...) throws -> String {
    try scratch.git(["clone", "-q"] + options + ["file://" + scratch.path, "../clone"])
    return scratch.root + "/clone"
  }

  @Test func opensTheRepositoryAboveADirectory() throws {
    let scratch = try history()
    let repository = try Repository.open(at: scratch.path + "/d")
    let facts = repository.facts
    #expect(facts.workingDirectory == scratch.path)
    #expect(facts.gitDirectory == scratch.path + "/.git")
    #expect(!facts.isBare)
    #expect(facts.notices == [])
    let missing = failure { () throws(GitError) in
      _ = try Repository.open(at: scratch.path + "/d", discover: false)
    }
    #expect(missing == .notARepository(path: scratch.path + "/d"))
  }

  @Test(arguments: [1, 2])
  func endsAShallowHistoryWhereItIsCut(_ depth: Int) throws {
    let scratch = try history()
    let path = try clone(scratch, "--depth", "\(depth)")
    let repository = try Repository.open(at: path)
    let head = try repository.resolve("HEAD")
    let expected = try scratch.ids("rev-list", "--max-count=\(depth)", "HEAD")
    let chain = try repository.chain(from: head)
    let listed = try repository.revlist([head])
    let facts = repository.facts
    #expect(facts.isShallow)
    #expect(facts.notices == [.shallow])
    #expect(chain.ids == expected)
    #expect(chain.end == .cutShallow(at: try #require(expected.last)))
    #expect(listed == expected)
    let beyond = failure { () throws(GitError) in _ = try repository.resolve("HEAD~\(depth)") }
    #expect(beyond == .objectMissing(try #require(expected.last), why: .shallow))
    let early = try repository.firstParentChain(from: head, limit: .max).commit(at: 0)
    #expect(early == .cutShallow(at: try #require(expected.last)))
  }

  @Test func saysThatAMergeBaseIsMissingBecauseTheCloneIsShallow() throws {
    let scratch = try history()
    try scratch.git("checkout", "-q", "-b", "side", "HEAD~2")
    try scratch.commit("Side", ["c.json": "1\n"])
    let path = try clone(scratch, "--depth", "1", "--no-single-branch")
    let repository = try Repository.open(at: path)
    let (side, main) = (try repository.resolve("side"), try repository.resolve("origin/main"))
    let error = failure { () throws(GitError) in _ = try repository.mergeBase(side, main) }
    #expect(error == .noMergeBase(side, main, isShallow: true))
    #expect(error?.description.contains("fetch-depth: 0") == true)
  }

  @Test func honoursGrafts() throws {
    let scratch = try history()
    let (head, first) = (try scratch.git("rev-parse", "HEAD"), try scratch.git("rev-parse", "HEAD~2"))
    try scratch.write(".git/info/grafts", "\(head) \(first)\n")
    let repository = try Repository.open(at: scratch.path)
    let chain = try repository.chain(from: id(head))
    let expected = try scratch.ids("rev-list", "HEAD")
    #expect(chain.ids == expected)
    #expect(chain.ids.count == 2)
    let facts = repository.facts
    #expect(facts.notices == [.grafted(count: 1)])
  }

  /// What git passes over in the file, libgit2 refuses from 1.7 on: then the sentence says what to do.
  @Test func graftsWithOtherLinesAreReadOrRefusedInWords() throws {
    let scratch = try history()
    let (head, first) = (try scratch.git("rev-parse", "HEAD"), try scratch.git("rev-parse", "HEAD~2"))
    try scratch.write(".git/info/grafts", "# one step less\n\(head) \(first)\nnonsense\n")
    let commit = try id(head)
    let error = failure { () throws(GitError) in
      let repository = try Repository.open(at: scratch.path)
      let chain = try repository.chain(from: commit)
      #expect(chain.ids.count == 2)
    }
    if let error { #expect(error.description.contains("'git replace --convert-graft-file'")) }
  }

  @Test(arguments: [false, true])
  func honoursReplacements(_ packed: Bool) throws {
    let scratch = try history()
    try scratch.git("replace", "--graft", "HEAD~1")
    if packed { try scratch.git("pack-refs", "--all") }
    let repository = try Repository.open(at: scratch.path)
    let chain = try repository.chain(from: repository.resolve("HEAD"))
    let expected = try scratch.ids("rev-list", "HEAD")
    #expect(chain.ids == expected)
    #expect(chain.ids.count == 2)
    let facts = repository.facts
    #expect(facts.notices == [.replaced(count: 1)])
    try scratch.git("config", "core.useReplaceRefs", "false")
    let plain = try Repository.open(at: scratch.path)
    let whole = try plain.chain(from: plain.resolve("HEAD"))
    #expect(whole.ids.count == 3)
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func namesTheFilterOfAPartialClone(_ filter: String) throws {
    let scratch = try history()
    try scratch.git("config", "uploadpack.allowFilter", "true")
    let path = try clone(scratch, "--bare", "--filter=\(filter)")
    let repository = try Repository.open(at: path)
    let head = try repository.resolve("main")
    let blob = try id(scratch.git("rev-parse", "HEAD:a.json"))
    let error = failure { () throws(GitError) in
      try repository.files(in: repository.readCommit(head).tree) { file throws(GitError) in
        _ = try repository.readBlob(file.id, limit: 100)
      }
    }
    let tree = try repository.readCommit(head).tree
    #expect(error == .objectMissing(filter == "tree:0" ? tree : blob, why: .promised(filter: filter)))
    #expect(error?.description.contains(filter) == true)
    let facts = repository.facts
    #expect(facts.partialClone == PartialClone(remote: "origin", filter: filter))
  }

  @Test(arguments: [
    "partialClone=origin", "worktreeConfig=true", "preciousObjects=true", "relativeWorktrees=true",
    "objectFormat=sha1", "refStorage=files", "noop=true",
  ])
  func opensExtensionsThatDoNotConcernReading(_ setting: String) throws {
    let scratch = try history()
    let parts = setting.split(separator: "=").map(String.init)
    let path = scratch.path + "/.git/config"
    try scratch.git("config", "extensions.\(parts[0])", parts[1])
    let file = try String(contentsOfFile: path, encoding: .utf8)
    let raised = file.replacingOccurrences(
      of: "repositoryformatversion = 0", with: "repositoryformatversion = 1")
    try raised.write(toFile: path, atomically: true, encoding: .utf8)
    let repository = try Repository.open(at: scratch.path)
    let head = try repository.resolve("main")
    #expect(
      head
        == (try id(
          String(contentsOfFile: scratch.path + "/.git/refs/heads/main", encoding: .utf8).prefix(40)
            .description)))
  }

  @Test(arguments: [
    ("refStorage=reftable", "refs migrate"), ("shinyThing=true", "shinything"),
    ("objectFormat=sha256", "sha1"),
  ])
  func refusesFormatsThatItCannotRead(_ setting: String, _ hint: String) throws {
    let scratch = try history()
    let path = scratch.path + "/.git/config"
    let parts = setting.split(separator: "=").map(String.init)
    let config =
      "[core]\n\trepositoryformatversion = 1\n\tbare = false\n[extensions]\n\t\(parts[0]) = \(parts[1])\n"
    try config.write(toFile: path, atomically: true, encoding: .utf8)
    let error = failure { () throws(GitError) in _ = try Repository.open(at: scratch.path) }
    guard case .unsupportedRepository? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(error?.description.contains(hint) == true)
  }

  @Test func refusesASHA256RepositoryAndANewerVersion() throws {
    let scratch = try ScratchRepository("--object-format=sha256")
    let sha256 = failure { () throws(GitError) in _ = try Repository.open(at: scratch.path) }
    #expect(sha256?.description.contains("sha256") == true)
    let newer = try ScratchRepository()
    try newer.git("config", "core.repositoryFormatVersion", "7")
    let version = failure { () throws(GitError) in _ = try Repository.open(at: newer.path) }
    guard case .unsupportedRepository? = version else {
      Issue.record("another error: \(String(describing: version))")
      return
    }
  }

  @Test func opensAnUnknownExtensionUnderVersionZero() throws {
    let scratch = try history()
    try scratch.git("config", "extensions.shinyThing", "true")
    let count = try Repository.open(at: scratch.path).revlist([scratch.id("HEAD")]).count
    #expect(count == 3)
  }

  @Test func opensALinkedWorktreeWithADetachedHead() throws {
    let scratch = try history()
    try scratch.git("worktree", "add", "-q", "--detach", "../linked", "HEAD~1")
    let repository = try Repository.open(at: scratch.root + "/linked")
    let head = try repository.resolve("HEAD")
    let branch = repository.currentBranch
    #expect(head == (try scratch.id("main~1")))
    #expect(branch == nil)
    let facts = repository.facts
    #expect(facts.workingDirectory == scratch.root + "/linked")
    #expect(facts.commonDirectory == scratch.path + "/.git")
  }

  @Test(
    arguments: [
      ["repack", "-q"], ["gc", "-q"], ["multi-pack-index", "write"],
      ["commit-graph", "write", "--reachable"],
      ["pack-refs", "--all"], ["update-index", "--index-version", "4"], ["update-index", "--split-index"],
      ["update-index", "--untracked-cache"],
    ])
  func readsEveryFormOfStorage(_ command: [String]) throws {
    let scratch = try history()
    try scratch.git("repack", "-q")
    try scratch.git(command)
    let repository = try Repository.open(at: scratch.path)
    let head = try repository.resolve("main")
    let listed = try repository.revlist([head])
    let paths = try repository.paths(of: head)
    #expect(listed == (try scratch.ids("rev-list", "HEAD")))
    #expect(paths == ["a.json", "d/b.json"])
  }

  @Test func saysThatTheConfigurationIsDamaged() throws {
    let scratch = try history()
    try scratch.write(".git/config", "[core\n")
    let error = failure { () throws(GitError) in _ = try Repository.open(at: scratch.path) }
    #expect(error?.description.contains("git config --edit") == true)
  }

  @Test func endsWhereGraftsRunInACircle() throws {
    let scratch = try history()
    let (head, first) = (try scratch.git("rev-parse", "HEAD"), try scratch.git("rev-parse", "HEAD~2"))
    try scratch.write(".git/info/grafts", "\(first) \(head)\n")
    let repository = try Repository.open(at: scratch.path)
    let tip = try id(head)
    let chain = failure { () throws(GitError) in _ = try repository.chain(from: tip) }
    let date = failure { () throws(GitError) in
      _ = try repository.firstParentChain(from: tip, limit: .max).commit(at: 0)
    }
    guard case .corrupt? = chain, chain == date else {
      Issue.record("another error: \(String(describing: chain))")
      return
    }
    let listed = try repository.revlist([tip])
    let bases = try repository.mergeBases(tip, id(first))
    #expect(listed.count == 3)
    #expect(bases.count <= 1)
  }

  @Test func opensABareRepository() throws {
    let scratch = try history()
    let repository = try Repository.open(at: clone(scratch, "--bare"))
    let paths = try repository.paths(of: repository.resolve("main"))
    let facts = repository.facts
    #expect(facts.isBare)
    #expect(facts.workingDirectory == nil)
    #expect(paths == ["a.json", "d/b.json"])
  }

  @Test(arguments: [false, true])
  func readsObjectsOfAlternates(_ packed: Bool) throws {
    let scratch = try history()
    if packed { try scratch.git("gc", "-q") }
    try scratch.git("clone", "-q", "--shared", scratch.path, "../clone")
    let repository = try Repository.open(at: scratch.root + "/clone")
    let listed = try repository.revlist([repository.resolve("HEAD")])
    let expected = try scratch.ids("rev-list", "HEAD")
    #expect(listed == expected)
  }

  @Test func saysThatARepositoryHasNoCommit() throws {
    let scratch = try ScratchRepository()
    let repository = try Repository.open(at: scratch.path)
    let error = failure { () throws(GitError) in _ = try repository.resolve("HEAD~1") }
    let branch = repository.currentBranch
    #expect(error == .emptyRepository)
    #expect(branch == "main")
  }

  @Test(arguments: [false, true])
  func noticesASparseCheckout(_ worktreeConfiguration: Bool) throws {
    let scratch = try history()
    if worktreeConfiguration { try scratch.git("config", "extensions.worktreeConfig", "true") }
    try scratch.git("sparse-checkout", "set", "--cone", "other")
    let repository = try Repository.open(at: scratch.path)
    let paths = try repository.paths(of: repository.resolve("HEAD"))
    let facts = repository.facts
    #expect(facts.isSparse)
    #expect(facts.notices == [.sparse])
    #expect(paths == ["a.json", "d/b.json"])
  }

  @Test func tellsSubmodulesAndLinksAndDoesNotFollowThem() throws {
    let scratch = try history()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link.json", withDestinationPath: "/etc/passwd")
    let commit = try scratch.git("rev-parse", "HEAD")
    try scratch.git("update-index", "--add", "--cacheinfo", "160000,\(commit),sub")
    try scratch.git("add", "link.json")
    try scratch.git("commit", "-q", "-m", "Add odd things")
    let repository = try Repository.open(at: scratch.path)
    var kinds: [String: FileMode.Kind] = [:]
    try repository.files(in: repository.readCommit(repository.resolve("HEAD")).tree) {
      file throws(GitError) in
      kinds[text(file.path)] = file.mode.kind
    }
    #expect(kinds == ["a.json": .file, "d/b.json": .file, "link.json": .symlink, "sub": .gitlink])
  }

  @Test func readsBlobsAsTheyAreStored() throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "core.autocrlf", "true")
    try scratch.commit("Line ends", ["a.json": "{\r\n}\r\n"])
    let repository = try Repository.open(at: scratch.path)
    let blob = try repository.readBlob(id(scratch.git("rev-parse", "HEAD:a.json")), limit: 100)
    #expect(blob == Array("{\n}\n".utf8))
  }

  @Test func findsObjectsInTheQuarantineOfAHook() throws {
    let scratch = try history()
    let blob = try scratch.git("hash-object", "-w", "a.json")
    let quarantine = scratch.root + "/quarantine"
    let name = "\(blob.prefix(2))/\(blob.dropFirst(2))"
    let manager = FileManager.default
    try manager.createDirectory(atPath: "\(quarantine)/\(blob.prefix(2))", withIntermediateDirectories: true)
    try manager.moveItem(atPath: "\(scratch.path)/.git/objects/\(name)", toPath: "\(quarantine)/\(name)")
    let environment = Environment(user: UInt32(getuid())) { $0 == "GIT_OBJECT_DIRECTORY" ? quarantine : nil }
    let inHook = try Repository.open(
      at: scratch.path, honoringHookEnvironment: true, environment: environment)
    let content = try inHook.readBlob(id(blob), limit: 100)
    #expect(content == Array("2\n".utf8))
    let outside = try Repository.open(at: scratch.path)
    let error = failure { () throws(GitError) in
      _ = try outside.readBlob(ObjectID(hex: blob) ?? .zero, limit: 100)
    }
    #expect(error == .objectMissing(try id(blob), why: .damaged))
  }
}
