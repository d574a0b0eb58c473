import ChangeHistory
import CivilDates
import Diagnostics
import Diffing
import TestSupport
import Testing
import WorkspaceIO
import Workspaces

/// Log and blame on histories made by script: each is compared with the reference, and some words with what is known.
@Suite struct LifeTests {
  private let repository: ScratchRepository

  init() throws { repository = try ScratchRepository() }

  private func agree(_ names: String...) throws -> LifeCheck {
    let check = try LifeCheck(repository.path)
    let reference = try LifeReference(repository)
    for name in names { try check.expectAgreement(name, reference) }
    return check
  }

  @discardableResult
  private func commit(
    _ id: String = "a", target: String, status: String = "committed", more: String = "",
    at path: String = "a.json"
  ) throws -> String {
    try repository.commit(
      "Change", [path: Text.initiative(id, target: target, status: status, more: more)])
  }

  private let target = "/milestones/beta/target"

  @Test func aRevertIsToBlame() throws {
    try commit(target: "2024-01-01")
    try commit(target: "2024-02-01")
    try commit(target: "2024-02-01", status: "in-progress")
    let revert = try commit(target: "2024-01-01", status: "in-progress")
    let origins = try agree("initiative:a").origins("initiative:a")
    #expect(origins[target]?.landed == revert)
  }

  @Test func whatWasDeletedAndPutInAgainIsToBlame() throws {
    try commit(target: "2024-01-01", more: #", "tags": ["x", "y"]"#)
    try commit(target: "2024-01-01", more: #", "tags": ["y"]"#)
    let field = try commit(target: "2024-01-01", more: #", "tags": ["y", "x"]"#)
    #expect(try agree("initiative:a").origins("initiative:a")["/tags/x"]?.landed == field)
    try repository.commit("Delete", deleting: ["a.json"])
    let again = try commit(target: "2024-01-01", more: #", "tags": ["y", "x"]"#, at: "again/b.json")
    let check = try agree("initiative:a")
    #expect(Set(try check.origins("initiative:a").values.map(\.landed)) == [again])
    let log = try #require(try check.log("initiative:a"))
    #expect(
      log.entries.map { $0.changes.first?.idiom } == [
        .definitionAdded, .definitionRemoved, .itemAdded, .itemRemoved, .definitionAdded,
      ])
  }

  @Test func formatMovesAndDeclaredRenamesMoveNothing() throws {
    let first = try commit(target: "2024-01-01")
    try repository.commit(
      "Format",
      [
        "a.json":
          "{\"team\": \"t\", \"status\": \"\\u0063ommitted\", \"id\": \"a\", \"title\": \"Title of a\",\n\n"
          + "\"milestones\": [{\"target\": \"2024-01-01\", \"id\": \"beta\"}], \"kind\": \"initiative\"}"
      ])
    let text = Text.initiative("a", target: "2024-01-01")
    try repository.commit("Move", ["deep/er/a.json": text], deleting: ["a.json"])
    let renamed = try repository.commit(
      "Rename",
      [
        "b.json": Text.initiative("b", target: "2024-01-01", more: #", "formerly": ["a"]"#)
          .replacing("Title of b", with: "Title of a")
      ], deleting: ["deep/er/a.json"])
    let check = try agree("initiative:b", "initiative:a")
    var origins = try check.origins("initiative:b")
    #expect(origins.removeValue(forKey: "/formerly/a")?.landed == renamed)
    #expect(Set(origins.values.map(\.landed)) == [first])
    let log = try #require(try check.log("initiative:b"))
    #expect(log.formatSteps == 1)
    #expect(
      log.entries.map { $0.changes.last?.idiom } == [.definitionMoved, .definitionMoved, .definitionAdded])
    let old = try #require(try check.log("initiative:a"))
    guard case .renamed? = old.entries.first?.heir?.relation else {
      Issue.record("the log of the old id tells that it goes on under another")
      return
    }
    #expect(old.entries.first?.heir?.other.name == "initiative:b")
  }

  @Test func aRenameThatOnlyLooksLikeOneIsToldAndNotFollowed() throws {
    let more = #", "rank": 3, "tags": ["x", "y", "z"]"#
    try commit("kep-506", target: "2024-01-01", more: more)
    let text = Text.initiative("kep-1138", target: "2024-01-01", more: more)
    let step = try repository.commit(
      "Correct", ["a.json": text.replacing("Title of kep-1138", with: "Title of kep-506")])
    let check = try agree("initiative:kep-1138", "initiative:kep-506")
    let log = try #require(try check.log("initiative:kep-1138"))
    #expect(log.entries.count == 1)
    #expect(log.entries.first?.changes.first?.idiom == .renameSuspected)
    #expect(log.entries.first?.changes.first?.facts.previous?.id == "kep-506")
    #expect(Set(try check.origins("initiative:kep-1138").values.map(\.landed)) == [step])
    let old = try #require(try check.log("initiative:kep-506"))
    #expect(old.entries.first?.heir?.other.name == "initiative:kep-1138")
  }

  @Test func whatTakesThePlaceOfAnotherIsNoRename() throws {
    try commit("old", target: "2024-01-01")
    try repository.commit(
      "Replace",
      [
        "new.json": Text.initiative("new", target: "2024-01-01", more: #", "replaces": ["old"]"#)
          .replacing("Title of new", with: "Title of old")
      ], deleting: ["a.json"])
    let log = try #require(try agree("initiative:new", "initiative:old").log("initiative:new"))
    #expect(log.entries.first?.changes.map(\.idiom) == [.definitionReplaced])
  }

  @Test func brokenVersionsAreNamedAndSteppedOver() throws {
    let first = try commit(target: "2024-01-01")
    let broken = try repository.commit("Break", ["a.json": "{"])
    try repository.commit("Break more", ["a.json": "{{"])
    let mended = try commit(target: "2024-02-01")
    let check = try agree("initiative:a")
    let origins = try check.origins("initiative:a")
    #expect(origins[target]?.landed == mended)
    #expect(origins["/title"]?.landed == first)
    let log = try #require(try check.log("initiative:a"))
    #expect(log.entries.count == 4)
    #expect(log.entries[0].followsUnreadable && log.entries[0].changes.map(\.idiom) == [.promiseSlipped])
    #expect(log.entries[2].unreadable?.commit == broken)
    #expect(try check.blame("initiative:a")?.unreadable.count == 2)
  }

  @Test func floodsOfMarksEndNothing() throws {
    let first = try commit(target: "2024-01-01")
    let flood = String(repeating: "\u{0301}", count: 100_000)
    try commit(target: "2024-02-01", more: #", "tags": ["a\#(flood)", "b\#(flood)"]"#)
    try commit(target: "2024-03-01")
    let check = try LifeCheck(repository.path)
    #expect(try check.origins("initiative:a")["/title"]?.landed == first)
    #expect(try check.log("initiative:a")?.entries.map { $0.unreadable != nil } == [false, true, false])
  }

  @Test func aWorkspaceBelowTheRootIsFollowed() throws {
    try repository.commit(
      "Start", ["plans/prodops.json": #"{"version": 1}"#, "a.json": Text.initiative("a", target: "2030")])
    let first = try commit(target: "2024-01-01", at: "plans/x/a.json")
    let second = try commit(target: "2024-02-01", at: "plans/x/a.json")
    try commit(target: "2031-01-01")
    let check = try LifeCheck(repository.path + "/plans")
    #expect(try check.origins("initiative:a")["/title"]?.landed == first)
    #expect(try check.origins("initiative:a")[target]?.landed == second)
  }

  /// How often a promise has moved later weighs at each step, also where the steps before are not told.
  @Test func slipsAreCountedUpToEachStep() throws {
    try commit(target: "2024-06-01")
    try commit(target: "2025-06-01")
    let base = try commit(target: "2025-05-01")
    try commit(target: "2026-06-01")
    try commit(target: "2027-06-01", status: "in-progress")
    let check = try LifeCheck(repository.path)
    func reasons(from base: String? = nil, field: String? = nil, limit: Int? = nil) throws -> [String] {
      let log = try #require(try check.log("initiative:a", from: base, field: field, limit: limit))
      return log.entries.compactMap { entry in
        guard let slip = entry.changes.first(where: { $0.idiom == .promiseSlipped }) else { return nil }
        let reason = slip.reasons.first { $0.code == "slipped-before" }?.text
        return slip.weight.name + (reason.map { ": \($0)" } ?? "")
      }
    }
    let all = try reasons()
    #expect(
      all == [
        "risky: it is the 3rd time that it moves later", "risky: it is the 2nd time that it moves later",
        "notable",
      ])
    #expect(try reasons(field: "beta.target") == all)
    #expect(try reasons(limit: 1) == Array(all.prefix(1)))
    #expect(try reasons(from: base) == Array(all.prefix(2)))
    #expect(try reasons(from: base, field: "target", limit: 1) == Array(all.prefix(1)))
  }

  @Test func aSecondFileOfTheSameIdIsNamed() throws {
    try repository.commit(
      "Twice",
      [
        "a.json": Text.initiative("a", target: "2024-01-01"),
        "old/a.json": Text.initiative("a", target: "2023-01-01"),
        "old/b.json": Text.initiative("b", target: "2023-01-01", more: #", "dependsOn": ["a"]"#),
      ])
    let check = try LifeCheck(repository.path)
    let head = try check.repository.resolve("HEAD")
    let name = try #require(DefinitionName("initiative:a"))
    #expect(try check.reader.files(of: name, at: head).map(\.text) == ["a.json", "old/a.json"])
    #expect(try check.log("initiative:a")?.path.text == "a.json")
  }

  @Test func theLogKeepsToAFieldAndALimit() throws {
    try commit(target: "2024-01-01")
    let slip = try commit(target: "2024-02-01")
    try commit(target: "2024-02-01", status: "in-progress")
    let check = try LifeCheck(repository.path)
    func commits(_ field: String, limit: Int? = nil) throws -> [String] {
      try check.log("initiative:a", field: field, limit: limit)?.entries.map(\.landing.reference.commit) ?? []
    }
    for field in ["target", "beta.target", "milestones.beta.target", "/milestones/beta/target", "milestones"]
    {
      #expect(try commits(field).count == 2, "\(field)")
      #expect(try commits(field).first == slip, "\(field)")
    }
    #expect(try commits("/target").isEmpty)
    #expect(try commits("target", limit: 1) == [slip])
  }

  @Test func whatIsBrokenOrGoneAtTheEndHasALogAllTheSame() throws {
    try commit(target: "2024-01-01")
    try repository.commit("Break", ["a.json": #"{"id": "a""#])
    var check = try LifeCheck(repository.path)
    #expect(
      try #require(try check.log("initiative:a")).entries.map { $0.unreadable != nil } == [true, false])
    #expect(try check.blame("initiative:a") == nil)
    try repository.commit("Delete", deleting: ["a.json"])
    check = try LifeCheck(repository.path)
    let log = try #require(try check.log("initiative:a"))
    #expect(log.entries.last?.changes.map(\.idiom) == [.definitionAdded])
    #expect(try check.log("initiative:b") == nil)
  }
}

/// Merges of every kind.
@Suite struct LifeMergeTests {
  private let repository: ScratchRepository
  private let target = "/milestones/beta/target"

  init() throws {
    repository = try ScratchRepository()
    try repository.commit(
      "One",
      [
        "a.json": Text.initiative("a", target: "2024-01-01"),
        "b.json": Text.initiative("b", target: "2024-01-01"),
      ])
  }

  private func agree(_ names: String...) throws -> LifeCheck {
    let check = try LifeCheck(repository.path)
    let reference = try LifeReference(repository)
    for name in names { try check.expectAgreement(name, reference) }
    return check
  }

  private func write(_ text: String, as author: String) throws -> String {
    try repository.write("a.json", text)
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "By \(author)", "--author", "\(author) <\(author)@example.com>")
    return try repository.git("rev-parse", "HEAD")
  }

  @Test func theAuthorIsFoundInsideTheMerge() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    let zoe = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    _ = try write(Text.initiative("a", target: "2024-02-01") + "\n", as: "formatter")
    let status = try write(Text.initiative("a", target: "2024-02-01", status: "in-progress"), as: "max")
    try repository.commit("Elsewhere", ["b.json": Text.initiative("b", target: "2025-01-01")])
    try repository.git("checkout", "-q", "main")
    let merge = try repository.merge("topic")
    let check = try agree("initiative:a", "initiative:b")
    let origins = try check.origins("initiative:a")
    #expect(origins[target] == LifeReference.Origin(landed: merge, written: zoe))
    #expect(origins["/status"] == LifeReference.Origin(landed: merge, written: status))
    let entry = try #require(try check.log("initiative:a")?.entries.first)
    #expect(entry.landing.reference.authors.map(\.name) == ["zoe", "formatter", "max"])
    #expect(entry.landing.reference.merger?.name == "Ann Lee")
    // Who only touched other files has no part in it.
    let other = try #require(try check.log("initiative:b")?.entries.first)
    #expect(other.landing.reference.authors.map(\.name) == ["Ann Lee"])
  }

  @Test func anEvilMergeIsItsOwnAuthor() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    _ = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    try repository.git("checkout", "-q", "main")
    try repository.git("merge", "-q", "--no-ff", "--no-commit", "topic")
    let merge = try repository.commit("Evil", ["a.json": Text.initiative("a", target: "2024-12-01")])
    let origins = try agree("initiative:a").origins("initiative:a")
    #expect(origins[target] == LifeReference.Origin(landed: merge, written: merge))
  }

  @Test func aSquashIsItsOwnAuthor() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    _ = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    try repository.git("checkout", "-q", "main")
    try repository.git("merge", "-q", "--squash", "topic")
    let squash = try write(Text.initiative("a", target: "2024-02-01"), as: "max")
    let check = try agree("initiative:a")
    #expect(try check.origins("initiative:a")[target]?.written == squash)
    let step = try #require(try check.log("initiative:a")?.entries.first?.landing.reference)
    #expect(step.authors.map(\.name) == ["max"] && step.merger?.name == "Bo Ruiz")
  }

  @Test func aCherryPickLandsOnce() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    let pick = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    try repository.commit("More", ["c.json": Text.initiative("c", target: "2024-01-01")])
    try repository.git("checkout", "-q", "main")
    try repository.git("cherry-pick", pick)
    let landed = try repository.git("rev-parse", "HEAD")
    try repository.merge("topic")
    let check = try agree("initiative:a", "initiative:c")
    #expect(try check.origins("initiative:a")[target]?.landed == landed)
    #expect(try check.log("initiative:a")?.entries.count == 2)
  }

  @Test func branchesOfBranchesAndOldOnesAreReadRight() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    let zoe = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    try repository.git("checkout", "-q", "-b", "deeper")
    let max = try write(Text.initiative("a", target: "2024-02-01", status: "in-progress"), as: "max")
    try repository.git("checkout", "-q", "main")
    for month in 1...9 {
      try repository.commit("b", ["b.json": Text.initiative("b", target: "2025-0\(month)-01")])
    }
    try repository.git("checkout", "-q", "topic")
    try repository.merge("main", "deeper")
    try repository.git("checkout", "-q", "main")
    let merge = try repository.merge("topic")
    let origins = try agree("initiative:a", "initiative:b").origins("initiative:a")
    #expect(origins[target] == LifeReference.Origin(landed: merge, written: zoe))
    #expect(origins["/status"] == LifeReference.Origin(landed: merge, written: max))
  }

  @Test func aFileThatMovesWhileABranchEditsItIsFoundThere() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    let zoe = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    try repository.git("checkout", "-q", "main")
    try repository.commit(
      "Move", ["deep/a.json": Text.initiative("a", target: "2024-01-01")], deleting: ["a.json"])
    try repository.git("merge", "-q", "--no-ff", "--no-commit", "topic")
    let merge = try repository.commit("Merge", ["deep/a.json": Text.initiative("a", target: "2024-02-01")])
    let origins = try agree("initiative:a").origins("initiative:a")
    #expect(origins[target] == LifeReference.Origin(landed: merge, written: zoe))
  }

  @Test func aFileThatMovesInsideABranchIsFollowed() throws {
    try repository.git("checkout", "-q", "-b", "topic")
    let zoe = try write(Text.initiative("a", target: "2024-02-01"), as: "zoe")
    try repository.commit(
      "Move", ["x/a.json": Text.initiative("a", target: "2024-02-01")], deleting: ["a.json"])
    try repository.commit(
      "Move on",
      ["y/a.json": Text.initiative("z", target: "2024-02-01", more: #", "formerly": ["a"]"#)],
      deleting: ["x/a.json"])
    try repository.git("checkout", "-q", "main")
    let merge = try repository.merge("topic")
    let origins = try agree("initiative:z").origins("initiative:z")
    #expect(origins[target] == LifeReference.Origin(landed: merge, written: zoe))
  }
}
