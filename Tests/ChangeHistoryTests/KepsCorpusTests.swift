import ChangeHistory
import CivilDates
import Diagnostics
import Diffing
import TestSupport
import Testing

/// A real history of 8,804 commits.
@Suite(.needsCorpora) struct KepsCorpusTests {
  @Test func theLedgerOfTenYears() async throws {
    let scratch = try ScratchRepository(initialize: false)
    let clone = scratch.root + "/keps"
    try scratch.git("clone", "-q", "\(Corpora.folder ?? "")/keps.bundle", clone, in: scratch.root)
    let run = try await HistoryRun(clone, keepsSteps: false)
    let milestones = run.fold.ledger.all.filter {
      $0.pointer.hasPrefix("/milestones/") && $0.pointer.hasSuffix("/target")
    }
    let slipped = milestones.filter { $0.slips > 0 }
    #expect(milestones.reduce(0) { $0 + $1.slips } == 437)
    #expect(slipped.count == 276)
    #expect(Set(slipped.map(\.definition)).count == 162)
    #expect(milestones.reduce(0) { $0 + $1.pullIns } == 14)
    #expect(milestones.reduce(0) { $0 + $1.lateSlips } == 256)
    let beta = try #require(run.fold.ledger.record("initiative:kep-1287", "/milestones/beta/target"))
    let step = try #require(beta.entries.first { $0.step.commit.hasPrefix("d2c0e916c9") }?.step.commit)
    #expect(beta.slips(upTo: step) == 6)
    // The log of one definition counts as the ledger of all does.
    let log = try #require(try LifeCheck(clone).log("initiative:kep-1287"))
    for entry in log.entries {
      let slip = entry.changes.first { $0.idiom == .promiseSlipped && $0.pointer == beta.pointer }
      guard let slip else { continue }
      let count = beta.slips(upTo: entry.landing.reference.commit)
      let reason = slip.reasons.first { $0.code == "slipped-before" }?.text
      #expect(
        reason == (count < 2 ? nil : "it is the \(Enumeration.ordinal(count)) time that it moves later"))
    }
    // Every version of this file before 3424d881ec is no JSON.
    let broken = run.fold.period.unreadable.filter { $0.path.text.contains("1855-") }
    #expect(!broken.isEmpty)
    #expect(broken.allSatisfy { $0.day.description < "2021-01-15" })
  }
}
