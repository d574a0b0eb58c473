import GitStore
import TestSupport
import Testing

/// Walks over the graph, compared with what git says.
@Suite struct HistoryTests {
  /// Branches that cross twice, an octopus, and merges of merges.
  private func crossing() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.commit("Root", ["a.json": "1\n", "d/e/f.json": "1\n"])
    for branch in ["left", "right", "third"] {
      try scratch.git("checkout", "-q", "-b", branch, "main")
      try scratch.commit("On \(branch)", ["\(branch).json": "1\n"])
    }
    try scratch.git("branch", "left-before", "left")
    try scratch.git("checkout", "-q", "left")
    try scratch.merge("right", message: "Right into left")
    try scratch.git("checkout", "-q", "right")
    try scratch.merge("left-before", message: "Left into right")
    try scratch.commit("Later on right", ["right.json": "2\n"])
    try scratch.git("checkout", "-q", "left")
    try scratch.commit("Later on left", ["left.json": "2\n"], deleting: ["d/e/f.json"])
    try scratch.git("checkout", "-q", "main")
    try scratch.commit("On main", ["a.json": "2\n"])
    try scratch.merge("left", "third", message: "Octopus")
    try scratch.merge("right", message: "Right into main")
    try scratch.commit("Last", ["z.json": "1\n"])
    return scratch
  }

  /// Two branches whose committers' clocks run backwards.
  private func skewed() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.commit("Root", ["a.json": "0\n"], time: 2_000_000_000)
    for number in 1...6 {
      try scratch.commit(
        "Main \(number)", ["a.json": "\(number)\n"], time: 1_900_000_000 - Int64(number) * 90_000)
    }
    try scratch.git("checkout", "-q", "-b", "side", "main~4")
    for number in 1...4 {
      try scratch.commit("Side \(number)", ["s.json": "\(number)\n"], time: 1_000_000_000 + Int64(number))
    }
    try scratch.git("checkout", "-q", "-b", "merged", "main~1")
    try scratch.merge("side~1", time: 5_000)
    try scratch.commit("After", ["m.json": "1\n"], time: 2_100_000_000)
    return scratch
  }

  private func names(_ scratch: ScratchRepository) throws -> [ObjectID] {
    try scratch.ids("rev-list", "--all")
  }

  @Test func walksFirstParents() throws {
    let scratch = try crossing()
    let repository = try Repository.open(at: scratch.path)
    let tip = try scratch.id("main")
    let chain = try repository.chain(from: tip)
    let expected = try scratch.ids("rev-list", "--first-parent", "main")
    #expect(chain.ids == expected)
    #expect(chain.end == .reachedRoot)
    let part = try repository.chain(from: tip, until: expected[2])
    #expect(part.ids == Array(expected[..<2]))
    #expect(part.end == .reachedBase)
    let end = try repository.firstParentChain(from: tip) { _ throws(GitError) in false }
    #expect(end == .stopped(at: tip))
  }

  @Test func saysBeforeWhichCommitTheHistoryBreaks() throws {
    let scratch = try crossing()
    let parent = try scratch.git("rev-parse", "main~1")
    try scratch.git("checkout", "-q", "--detach", "main")
    let object = "\(scratch.path)/.git/objects/\(parent.prefix(2))/\(parent.dropFirst(2))"
    try remove(object)
    let repository = try Repository.open(at: scratch.path)
    let chain = try repository.chain(from: repository.resolve("HEAD"))
    #expect(chain.ids.count == 1)
    #expect(chain.end == .missing(at: try id(parent)))
  }

  @Test(arguments: [false, true])
  func findsTheMergeBasesOfEveryPair(_ isSkewed: Bool) throws {
    let scratch = try isSkewed ? skewed() : crossing()
    let repository = try Repository.open(at: scratch.path)
    let all = try names(scratch)
    for a in all {
      for b in all where a < b {
        let ours = try repository.mergeBases(a, b)
        #expect(Set(ours) == (try bestCommonAncestors(a, b, scratch)), "\(a) \(b)")
        #expect(try repository.mergeBases(b, a) == ours)
      }
    }
  }

  /// The definition itself, over git's own lists of ancestors.
  private func bestCommonAncestors(_ a: ObjectID, _ b: ObjectID, _ scratch: ScratchRepository) throws -> Set<
    ObjectID
  > {
    let output = try? scratch.git("merge-base", "--all", a.description, b.description)
    return try Set((output ?? "").split(separator: "\n").map { try id(String($0)) })
  }

  @Test func picksOneOfCrossedMergeBases() throws {
    let scratch = try crossing()
    let repository = try Repository.open(at: scratch.path)
    let (left, right) = (try scratch.id("left"), try scratch.id("right"))
    let bases = try repository.mergeBases(left, right)
    let base = try repository.mergeBase(left, right)
    #expect(bases.count == 2)
    #expect(base == bases.first)
    #expect(base == (try id(scratch.git("merge-base", "left", "right"))))
  }

  @Test func saysThatHistoriesAreUnrelated() throws {
    let scratch = try crossing()
    try scratch.git("checkout", "-q", "--orphan", "other")
    try scratch.commit("Other root")
    let repository = try Repository.open(at: scratch.path)
    let (main, other) = (try scratch.id("main"), try scratch.id("other"))
    let error = failure { () throws(GitError) in _ = try repository.mergeBase(main, other) }
    #expect(error == .noMergeBase(main, other, isShallow: false))
  }

  @Test(arguments: [false, true])
  func listsWhatOneReachesAndTheOtherDoesNot(_ isSkewed: Bool) throws {
    let scratch = try isSkewed ? skewed() : crossing()
    let repository = try Repository.open(at: scratch.path)
    let reached = Dictionary(
      uniqueKeysWithValues: try names(scratch).map { ($0, Set(try scratch.ids("rev-list", $0.description))) })
    for (a, fromA) in reached {
      for (b, fromB) in reached {
        let ours = try repository.revlist([a], not: [b])
        #expect(Set(ours) == fromA.subtracting(fromB))
        #expect(Set(ours).count == ours.count)
        let isAncestor = try repository.isAncestor(a, of: b)
        #expect(isAncestor == fromB.contains(a))
      }
    }
  }

  @Test func listsInGitsOrder() throws {
    let scratch = try crossing()
    let ours = try Repository.open(at: scratch.path).revlist([scratch.id("main")])
    let expected = try scratch.ids("rev-list", "main")
    #expect(ours == expected)
  }

  @Test(arguments: [false, true])
  func attributesEveryCommitToItsLanding(_ isSkewed: Bool) throws {
    let scratch = try isSkewed ? skewed() : crossing()
    let tip = isSkewed ? "merged" : "main"
    let landings = try Repository.open(at: scratch.path).landings(from: scratch.id(tip))
    var expected: [ObjectID: ObjectID] = [:]
    for step in try scratch.ids("rev-list", "--first-parent", tip).reversed() {
      for commit in try scratch.ids("rev-list", step.description) where expected[commit] == nil {
        expected[commit] = step
      }
    }
    #expect(landings == expected)
  }

  @Test func findsTheStepOfADay() throws {
    let scratch = try crossing()
    let repository = try Repository.open(at: scratch.path)
    let tip = try scratch.id("main")
    for commit in try scratch.ids("rev-list", "--first-parent", "main") {
      let time = try repository.readCommit(commit).committer.time
      let found = try repository.firstParentChain(from: tip, limit: .max).commit(at: time)
      #expect(found == .found(commit))
      let expected = try scratch.git("rev-list", "-1", "--first-parent", "--before=\(time)", "main")
      #expect(found == .found(try id(expected)))
    }
    let early = try repository.firstParentChain(from: tip, limit: .max).commit(at: 5)
    #expect(early == .beforeHistory)
  }

  @Test func takesTheNearestStepWhereClocksRanWrong() throws {
    let scratch = try ScratchRepository()
    for time: Int64 in [1_000, 9_000, 2_000, 3_000] {
      try scratch.commit("At \(time)", time: 1_000_000_000 + time)
    }
    let repository = try Repository.open(at: scratch.path)
    let tip = try scratch.id("main")
    let found = try repository.firstParentChain(from: tip, limit: .max).commit(at: 1_000_002_500)
    #expect(found == .found(try scratch.id("main~1")))
  }
}
