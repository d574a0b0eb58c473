import GitStore
import TestSupport
import Testing

/// A real history of thousands of merges, compared with git line by line.
@Suite(.needsCorpora) struct CorpusTests {
  @Test(.timeLimit(.minutes(2))) func tellsTheStepsOfARealHistoryAsGitDoes() throws {
    let scratch = try ScratchRepository(initialize: false)
    try scratch.git("clone", "-q", "--bare", "\(try #require(Corpora.folder))/keps.bundle", ".")
    let repository = try Repository.open(at: scratch.path)
    let head = try repository.resolve("HEAD")
    let expected = try scratch.git(
      "log", "--raw", "--no-renames", "-m", "--first-parent", "--no-abbrev", "--format=%H"
    ).split(separator: "\n").map(String.init)
    var ours: [String] = []
    let chain = try repository.chain(from: head)
    for (commit, parent) in zip(chain.ids, chain.ids.dropFirst().map(Optional.some) + [nil]) {
      ours.append(commit.description)
      ours += try repository.rawDiff(parent, commit)
    }
    #expect(ours == expected)
    let listed = try repository.revlist([head])
    let landings = try repository.landings(from: head)
    #expect(Set(listed) == Set(try scratch.ids("rev-list", "HEAD")))
    #expect(Set(landings.keys) == Set(listed))
    #expect(Set(landings.values).isSubset(of: chain.ids))
  }
}
