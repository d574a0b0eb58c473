import ChangeHistory
import TestSupport
import Testing
import Workspaces

/// Log and blame on a real history, against the reference that reads everything.
@Suite(.needsCorpora) struct KepsLifeTests {
  /// Definitions whose histories are known to be hard: moved, broken at first, renamed away and back.
  private static let hard = [
    "kep-1287", "kep-1855", "kep-1753", "kep-1138", "kep-3633", "kep-3570", "kep-1495",
  ]

  @Test func twoHundredLivesAreAsTheReferenceTellsThem() throws {
    let scratch = try ScratchRepository(initialize: false)
    let clone = scratch.root + "/keps"
    try scratch.git("clone", "-q", "\(Corpora.folder ?? "")/keps.bundle", clone, in: scratch.root)
    let reference = try LifeReference(scratch, at: clone)
    let check = try LifeCheck(clone)
    let all = reference.newest.definitions.keys.filter { !reference.ambiguous.contains($0) }.sorted()
    let step = max(all.count / 195, 1)
    let chosen = Set(stride(from: 0, to: all.count, by: step).map { all[$0] })
      .union(Self.hard.map { "initiative:\($0)" })
    #expect(chosen.count >= 200)
    for name in chosen.sorted() { try check.expectAgreement(name, reference) }
    for id in ["kep-506", "kep-375", "kep-2273"] {
      try check.expectAgreement("initiative:\(id)", reference)
    }
  }
}
