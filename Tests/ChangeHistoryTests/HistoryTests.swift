import ChangeHistory
import CivilDates
import Diffing
import GitStore
import TestSupport
import Testing
import WorkspaceIO

/// Histories made by script, read step by step.
@Suite struct HistoryTests {
  @Test func everySlipIsCounted() async throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Text.initiative("a", target: "2023-10-01")])
    try repository.commit("Two", ["a.json": Text.initiative("a", target: "2023-12-01")])
    try repository.commit("Format", ["a.json": Text.initiative("a", target: "2023-12-01") + "\n\n"])
    try repository.commit("Three", ["a.json": Text.initiative("a", target: "2024-02-01")])
    try repository.commit("Back", ["a.json": Text.initiative("a", target: "2024-01-01")])
    let run = try await HistoryRun(repository.path)
    let record = try #require(run.fold.ledger.record("initiative:a", "/milestones/beta/target"))
    #expect(record.entries.map(\.idiom) == [.promiseSet, .promiseSlipped, .promiseSlipped, .promisePulledIn])
    #expect(record.slips == 2)
    #expect(record.pullIns == 1)
    // The commits are of November 2023: the first date had passed.
    #expect(record.lateSlips == 1)
    #expect(record.totalDays == 92)
    #expect(run.fold.period.formatSteps == 1)
    #expect(run.fold.period.steps == 4)
  }

  @Test func aRenameGoesOnCounting() async throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Text.initiative("a", target: "2024-01-01")])
    try repository.commit("Two", ["a.json": Text.initiative("a", target: "2024-02-01")])
    try repository.commit(
      "Three", ["b.json": Text.initiative("b", target: "2024-03-01", more: #", "formerly": ["a"]"#)],
      deleting: ["a.json"])
    let run = try await HistoryRun(repository.path)
    #expect(run.fold.ledger.record("initiative:b", "/milestones/beta/target")?.slips == 2)
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target") == nil)
  }

  @Test func endsAreKnownForEveryDay() async throws {
    let repository = try ScratchRepository()
    let first = Text.initiative("a", target: "2024-01-01")
    let done = first.replacing(
      #""target": "2024-01-01"}"#, with: #""target": "2024-01-01", "status": "done"}"#)
    let open = first.replacing(
      #""target": "2024-01-01"}"#, with: #""target": "2024-01-01", "status": "planned"}"#)
    try repository.commit(
      "One", ["a.json": open, "b.json": Text.initiative("b", target: "2024-01-01", status: "launched")])
    try repository.commit("Two", ["a.json": done])
    try repository.commit("Three", ["a.json": open])
    try repository.commit("Four", ["a.json": open.replacing("committed", with: "cancelled")])
    let endings = try await HistoryRun(repository.path).fold.endings
    let turns = endings.turns(of: "initiative:a", holding: "/milestones/beta/target")
    #expect(turns.part.map { $0.ending?.isGoal } == [true, nil])
    #expect(turns.whole.map { $0.ending?.isGoal } == [false])
    #expect(turns.part.map(\.day) == turns.part.map(\.day).sorted())
    // What was launched in its first version ended at some time before.
    let born = endings.turns(of: "initiative:b", holding: "/milestones/beta/target")
    #expect(born.whole.map { $0.ending?.isGoal } == [true])
    #expect(endings.ending(of: "initiative:b", holding: "/milestones/beta/target") == nil)
  }

  @Test func aMoveIsNoChange() async throws {
    let repository = try ScratchRepository()
    let text = Text.initiative("a", target: "2024-01-01")
    try repository.commit("One", ["a.json": text])
    try repository.commit("Two", ["deep/b.json": text], deleting: ["a.json"])
    let run = try await HistoryRun(repository.path)
    #expect(run.steps.last?.pairs.count == 1)
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target")?.entries.count == 1)
    #expect(run.fold.changeCount == 1)
  }

  @Test func anIDThatComesBackIsTheSameThingOrAMistake() async throws {
    let repository = try ScratchRepository()
    let text = Text.initiative("a", target: "2024-01-01", more: #", "problem": "Search finds too little.""#)
    let other = """
      {"kind": "initiative", "id": "a", "title": "Invoices by post", "status": "idea", "team": "u", "rank": 3}
      """
    try repository.commit("One", ["a.json": text, "b.json": Text.initiative("b", target: "2024-01-01")])
    try repository.commit("Two", [:], deleting: ["a.json"])
    try repository.commit("Back", ["again/a.json": text])
    try repository.commit("Gone", [:], deleting: ["again/a.json"])
    try repository.commit("Another", ["other/a.json": other])
    let run = try await HistoryRun(repository.path)
    let judged = run.steps.flatMap { step -> [Change] in
      step.pairs.flatMap {
        run.fold.retired.judged(
          DefinitionDiff.changes(before: $0.before, after: $0.after, shape: nil, context: DiffContext()),
          after: { _ in step.pairs.last?.after })
      }
    }
    let reused = try #require(judged.last)
    #expect(reused.rule == "definition/id-reused")
    #expect(reused.weight == .risky)
    #expect(reused.reasons.first?.text?.contains("“Title of a”") == true)
    let trail = run.fold.period.trail("initiative:a", "")
    #expect(trail?.count == 5)
    var names = RetiredNames()
    for step in run.steps.prefix(3) { names.take(step) }
    let back = names.judged(
      DefinitionDiff.changes(
        before: nil, after: run.steps[2].pairs[0].after, shape: nil, context: DiffContext()),
      after: { _ in run.steps[2].pairs[0].after })
    #expect(back.map(\.rule) == ["definition/restored"])
  }

  @Test func brokenVersionsAreNamedAndBridged() async throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Text.initiative("a", target: "2024-01-01")])
    let broken = try repository.commit("Two", ["a.json": "{"])
    try repository.commit("Three", ["a.json": Text.initiative("a", target: "2024-02-01")])
    let run = try await HistoryRun(repository.path)
    #expect(run.fold.period.unreadable.map(\.commit) == [broken])
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target")?.slips == 1)
  }

  @Test func mergesAreOneStepOfTheirAuthors() async throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Text.initiative("a", target: "2024-01-01")])
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.write("a.json", Text.initiative("a", target: "2024-02-01"))
    try repository.git(
      "-c", "user.name=x", "commit", "-q", "-a", "-m", "Slip", "--author", "Zoe Ray <zoe@example.com>")
    try repository.commit("More", ["a.json": Text.initiative("a", target: "2024-03-01")])
    try repository.git("checkout", "-q", "main")
    try repository.merge("topic")
    let run = try await HistoryRun(repository.path)
    #expect(run.steps.count == 2)
    #expect(run.steps.last?.reference.authors.map(\.name) == ["Zoe Ray", "Ann Lee"])
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target")?.slips == 1)
  }

  /// A branch lands in two parts, and the clocks of those who made it ran years ahead and years behind.
  @Test(arguments: [[4_000_000_000, 5_000], [5_000, 4_000_000_000], [1_600_000_000, 1_600_000_000]])
  func whatLandedBeforeThePeriodIsNobodysDeedInIt(_ times: [Int64]) async throws {
    let repository = try ScratchRepository()
    func work(_ name: String, _ month: Int, _ time: Int64) throws {
      try repository.write("a.json", Text.initiative("a", target: "2024-0\(month)-01"))
      try repository.git("add", "-A")
      let author = "\(name) <\(name)@example.com>"
      try repository.git("commit", "-q", "-m", name, "--author", author, time: time)
    }
    try repository.commit("Root", ["a.json": Text.initiative("a", target: "2024-01-01")])
    try repository.git("checkout", "-q", "-b", "topic")
    try work("early", 2, times[0])
    try repository.git("checkout", "-q", "main")
    try repository.merge("topic", time: times[1])
    let base = try repository.git("rev-parse", "HEAD")
    try repository.git("checkout", "-q", "topic")
    try work("late", 3, times[1])
    try work("later", 4, times[0])
    try repository.git("checkout", "-q", "main")
    try repository.merge("topic", time: times[0])
    let run = try await HistoryRun(repository.path, from: base)
    let reached = try repository.git("rev-list", "--no-merges", "HEAD").split(separator: "\n")
    let before = Set(try repository.git("rev-list", base).split(separator: "\n"))
    let expected = try reached.filter { !before.contains($0) }
      .map { try repository.git("show", "-s", "--format=%an", String($0)) }
    #expect(run.steps.count == 1)
    #expect(run.steps.first?.reference.authors.map(\.name).sorted() == expected.sorted())
    #expect(expected.sorted() == ["late", "later"])
  }

  @Test func aPeriodSinceAnotherBranchBeginsWhereTheTwoPart() async throws {
    let repository = try ScratchRepository()
    let one = try repository.commit("One", ["a.json": Text.initiative("a", target: "2024-01-01")])
    try repository.git("checkout", "-q", "-b", "release")
    try repository.commit("Fix", ["a.json": Text.initiative("a", target: "2024-02-01")])
    try repository.git("checkout", "-q", "main")
    let two = try repository.commit("Two", ["b.json": Text.initiative("b", target: "2024-01-01")])
    let run = try await HistoryRun(repository.path, from: "release")
    #expect(run.steps.map(\.reference.commit) == [two])
    #expect(run.steps.first?.pairs.count == 1)
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target")?.slips == 1)
    let workspace = try WorkspacePlace.find(repository.path).repository()
    func branch(_ base: String) throws -> BaseBranch? {
      try workspace.period(from: base, to: "HEAD", zone: "UTC").branch
    }
    #expect(
      try branch("release") == .left(at: one, try workspace.day(of: workspace.resolve(one), zone: "UTC")))
    #expect(try branch(one) == nil)
    try repository.git("checkout", "-q", "--orphan", "other")
    let alone = try repository.commit("Other", ["c.json": Text.initiative("c", target: "2024-01-01")])
    let unrelated = try await HistoryRun(repository.path, from: "release")
    #expect(try branch("release") == .unrelated)
    #expect(unrelated.steps.map(\.reference.commit) == [alone])
  }

  @Test func mailmapsNameAndBotsStandApart() async throws {
    let repository = try ScratchRepository()
    try repository.commit(
      "One",
      ["a.json": Text.initiative("a", target: "2024-01-01"), ".mailmap": "Ann-Marie Lee <ann@example.com>\n"])
    try repository.write("a.json", Text.initiative("a", target: "2024-02-01"))
    try repository.git("commit", "-q", "-a", "-m", "Bot", "--author", "renovate[bot] <bot@example.com>")
    let people = try await HistoryRun(repository.path).fold.period.people
    #expect(
      people.filter { !$0.contributor.isBot && $0.steps > 0 }.map(\.contributor.name) == ["Ann-Marie Lee"])
    #expect(people.filter(\.contributor.isBot).map(\.contributor.name) == ["renovate[bot]"])
  }

  @Test func onlyThePeriodIsToldOf() async throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["a.json": Text.initiative("a", target: "2024-01-01")])
    let base = try repository.commit("Two", ["a.json": Text.initiative("a", target: "2024-02-01")])
    try repository.commit("Three", ["a.json": Text.initiative("a", target: "2024-03-01")])
    let run = try await HistoryRun(repository.path, from: base)
    #expect(run.fold.period.steps == 1)
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target")?.slips == 2)
    #expect(run.start == .root)
  }

  @Test func shallowClonesSayWhereTheyBegin() async throws {
    let repository = try ScratchRepository()
    for month in 1...4 {
      try repository.commit("\(month)", ["a.json": Text.initiative("a", target: "2024-0\(month)-01")])
    }
    let clone = repository.root + "/clone"
    try repository.git("clone", "-q", "--depth", "2", "file://\(repository.path)", clone)
    let run = try await HistoryRun(clone)
    let begin = try #require(Day("2023-11-15"))
    #expect(run.start == .shallow(begin))
    #expect(run.fold.ledger.record("initiative:a", "/milestones/beta/target")?.slips == 1)
  }

  @Test func aPeriodEndsWithItsDays() throws {
    let repository = try ScratchRepository()
    let day: Int64 = 86_400
    let first = try repository.commit("One", ["a.json": "{}"], time: 1_704_067_199)  // 2023-12-31T23:59:59Z
    let second = try repository.commit("Two", ["a.json": "[]"], time: 1_704_067_200)  // 2024-01-01T00:00:00Z
    try repository.commit("Three", ["a.json": "{}"], time: 1_704_067_200 + day)
    let workspace = try WorkspacePlace.find(repository.path).repository()
    let utc = try workspace.period(from: "2024-01-01", to: "2024-01-01", zone: "UTC")
    #expect(utc.base.commit?.description == first)
    #expect(utc.head.commit?.description == second)
    let early = try workspace.period(from: "2020-01-01", to: "HEAD", zone: "UTC")
    #expect(early.base.commit == nil)
    // An hour further east the new year came an hour earlier.
    let brussels = try workspace.period(from: "2024-01-01", to: "2024-01-01", zone: "Europe/Brussels")
    #expect(brussels.base.commit == nil)
  }
}
