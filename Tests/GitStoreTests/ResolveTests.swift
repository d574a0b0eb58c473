import GitStore
import TestSupport
import Testing

@Suite struct ResolveTests {
  private let scratch: ScratchRepository

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit("One", ["a.json": "1\n"])
    try scratch.git("tag", "-a", "-m", "Tag", "v1")
    try scratch.git("tag", "-a", "-m", "Tag of a tag", "v1-again", "v1")
    try scratch.git("checkout", "-q", "-b", "feature/side")
    try scratch.commit("Side", ["s.json": "1\n"])
    try scratch.git("checkout", "-q", "main")
    try scratch.commit("Two", ["a.json": "2\n"])
    try scratch.merge("feature/side")
    try scratch.git("clone", "-q", ".", "../clone")
    try scratch.git("tag", "light", "main~1")
    try scratch.git("remote", "add", "origin", "../clone")
    try scratch.git("fetch", "-q", "origin")
    try scratch.git("remote", "set-head", "origin", "main")
    try scratch.git("branch", "-q", "--set-upstream-to=origin/main", "main")
    try scratch.commit("Three", ["a.json": "3\n"])
  }

  @Test(
    arguments: [
      "HEAD", "@", "main", "refs/heads/main", "heads/main", "feature/side", "v1", "v1-again", "tags/v1",
      "light",
      "origin/main", "origin", "HEAD~1", "HEAD~0", "HEAD^", "HEAD~1^2", "HEAD^^2~1", "main@{upstream}",
      "@{u}",
      "@{u}~1", "v1^{}", "v1^{commit}", "v1^0", "HEAD~~",
    ])
  func findsWhatGitFinds(_ text: String) throws {
    let repository = try Repository.open(at: scratch.path)
    let expected = try scratch.id(text)
    let found = try repository.resolve(text)
    #expect(found == expected)
  }

  @Test func findsWholeAndAbbreviatedNames() throws {
    let repository = try Repository.open(at: scratch.path)
    let head = try scratch.id("HEAD")
    for text in [
      head.description, head.description.uppercased(), head.abbreviated(to: 12),
      head.abbreviated(to: 7) + "~0",
    ] {
      let found = try repository.resolve(text)
      #expect(found == head)
    }
    let tag = try repository.resolve(scratch.git("rev-parse", "v1"))
    #expect(tag == (try scratch.id("v1")))
  }

  @Test(
    arguments: [
      "no-such-branch", "HEAD~99", "HEAD^3", "0123456789abcdef0123456789abcdef01234567", "0123456", "config",
      "refs/heads", "HEAD.lock", "index", "description", "feature/side@{u}x",
    ])
  func saysThatNothingIsNamedSo(_ text: String) throws {
    let repository = try Repository.open(at: scratch.path)
    let error = failure { () throws(GitError) in _ = try repository.resolve(text) }
    #expect(error == .unknownRevision(text) || text.contains("@{"))
    #expect(error != nil)
  }

  /// Many objects, so that some share their first four digits.
  @Test func prefersACommitAmongObjectsOfTheSameDigits() throws {
    let crowd = try ScratchRepository("--bare")
    var stream = (1...8_000).map { "blob\nmark :\($0)\ndata \(String($0).utf8.count)\n\($0)\n" }.joined()
    for number in 1...80 {
      stream +=
        "commit refs/heads/main\nmark :\(8_000 + number)\ncommitter A <a@b> \(number) +0000\ndata 1\nx\n"
    }
    _ = try crowd.gitBytes(["fast-import", "--quiet", "--export-marks=marks"], input: Array(stream.utf8))
    let marks = try crowd.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
    let objects = Dictionary(grouping: marks.split(separator: "\n").map(String.init)) { $0.prefix(4) }
    let repository = try Repository.open(at: crowd.path)
    var (preferred, ambiguous) = (0, 0)
    for (digits, lines) in objects where lines.count > 1 && preferred + ambiguous < 12 {
      let commits = lines.filter { $0.hasSuffix("commit") }
      let text = String(digits)
      if commits.count == 1 {
        let found = try repository.resolve(text)
        #expect(found == (try id(String(commits[0].prefix(40)))))
        preferred += 1
      } else if ambiguous < 3 {
        let error = failure { () throws(GitError) in _ = try repository.resolve(text) }
        #expect(error == .ambiguousRevision(text))
        ambiguous += 1
      }
    }
    #expect(preferred > 0)
    #expect(ambiguous > 0)
  }

  @Test func refusesOtherObjects() throws {
    let repository = try Repository.open(at: scratch.path)
    let tree = try scratch.git("rev-parse", "HEAD^{tree}")
    let error = failure { () throws(GitError) in _ = try repository.resolve(tree) }
    #expect(error == .invalidRevision(tree, reason: "it names a tree, not a commit"))
    let alone = failure { () throws(GitError) in _ = try repository.resolve("feature/side@{upstream}") }
    #expect(alone?.description.contains("--set-upstream-to") == true)
  }

  @Test func endsAtReferencesThatNameOneAnother() throws {
    try scratch.write(".git/refs/heads/one", "ref: refs/heads/two\n")
    try scratch.write(".git/refs/heads/two", "ref: refs/heads/one\n")
    let repository = try Repository.open(at: scratch.path)
    let error = failure { () throws(GitError) in _ = try repository.resolve("one") }
    #expect(error == .unknownRevision("one"))
  }
}
