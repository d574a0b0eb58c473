import Testing

@testable import GitStore

@Suite struct RevisionTests {
  @Test func takesNamesAndStepsApart() throws {
    let revision = try Revision(parsing: "feature/a~3^2^{commit}^{}~^0")
    #expect(revision.base == .name("feature/a"))
    #expect(revision.steps == [.ancestor(3), .parent(2), .ancestor(1), .parent(0)])
  }

  @Test func readsAtSignAsHead() throws {
    #expect(try Revision(parsing: "@~2") == Revision(parsing: "HEAD~2"))
    #expect(try Revision(parsing: "@{u}").base == .upstream(nil))
    #expect(try Revision(parsing: "main@{upstream}^").base == .upstream("main"))
  }

  @Test(
    arguments: [
      "", "-", "--output=x", "-1", "a b", "a\nb", "a\u{7F}", "HEAD:file", ":/fix", ":0:file", "HEAD@{1}",
      "@{-1}",
      "HEAD@{yesterday}", "HEAD@{", "HEAD^{tree}", "HEAD^{/fix}", "HEAD^{", "HEAD^!", "HEAD^@",
      "HEAD~1000001", "HEAD~999999^3",
      "HEAD~99999999999999999999", "HEAD~+5", "~1", "^main", "a..b", "a*", "a?", "a[b", "a\\b",
      String(repeating: "a", count: 4_097),
    ])
  func refusesOtherForms(_ text: String) throws {
    let error = #expect(throws: GitError.self) { try Revision(parsing: text) }
    guard case .invalidRevision(text, let reason)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(!reason.isEmpty)
  }
}

@Suite struct RevisionRangeTests {
  @Test(
    arguments: [
      ("main", RevisionRange.Kind.single, "main", "main"),
      ("v1..v2", .direct, "v1", "v2"),
      ("v1...v2~3", .sinceMergeBase, "v1", "v2~3"),
      ("v1..", .direct, "v1", "HEAD"),
      ("..v2", .direct, "HEAD", "v2"),
      ("...v2", .sinceMergeBase, "HEAD", "v2"),
      ("v1.0..v1.1", .direct, "v1.0", "v1.1"),
    ])
  func readsBothSides(_ text: String, _ kind: RevisionRange.Kind, _ from: String, _ to: String) throws {
    let range = try RevisionRange.parse(text)
    #expect(range.kind == kind)
    #expect(range.from == from)
    #expect(range.to == to)
  }

  @Test(arguments: ["", "..", "...", "a..b..c", "a....b", "--all", "a..-b", "a b..c", "a..b:c"])
  func refusesWhatIsNoRange(_ text: String) {
    #expect(throws: GitError.self) { try RevisionRange.parse(text) }
  }

  @Test func printsAsGitWritesIt() throws {
    #expect(try RevisionRange.parse("a...").description == "a...HEAD")
    #expect(try RevisionRange.parse("a").description == "a")
  }
}
