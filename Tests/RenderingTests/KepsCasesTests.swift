import CivilDates
import Diffing
import GitStore
import Rendering
import TestSupport
import Testing
import WorkspaceIO
import Workspaces

/// Changes that really landed, and what a reader has to be told of them.
@Suite(.needsCorpora) struct KepsCasesTests {
  /// A landed commit, the definition, and what has to stand in the sentences about it.
  static let cases: [(commit: String, definition: String, words: [String])] = [
    (
      "d2c0e916c9", "kep-1287",
      [
        "Beta: target date slipped 4 months (2023-12-13 → 2024-04-17",
        "Stable: target date slipped 4 months (2024-04-17 → 2024-08-13",
        "Target date moved 4 months later (2023-08-15 → 2023-12-13", "after the old date had passed",
      ]
    ),
    (
      "73990b1b60", "kep-1287",
      [
        "Beta: target date slipped", "Stable: target date dropped", "v1.32 → TBD",
        "Stage changed from alpha to beta", "@tallclair joined",
        "Feature gates: InPlacePodVerticalScalingAllocatedStatus added",
      ]
    ),
    (
      "7002418f1f", "kep-2433", ["Stage changed from stable to beta", "Stable: target date slipped 8 months"]
    ),
    ("b5be7852b5", "kep-3063", ["Status went from Committed to Cancelled", "still referred to by kep-4009"]),
    (
      "772de0c686", "kep-4706",
      ["Status went from Committed to Cancelled", "Cleared away with it: Target date"]
    ),
    ("2e52975611", "kep-365", ["Status went from Launched back to Committed"]),
    ("e898e649e5", "kep-1753", ["Team handed over from sig-instrumentation to sig-security"]),
    (
      "0c6acf8fec", "kep-1753",
      [
        "Team handed over from sig-security to sig-instrumentation", "Milestones: Alpha added",
        "no known state",
        "Target date moved 20 months later",
      ]
    ),
    (
      "cb769368f4", "kep-1138",
      ["Probably kep-506 under a new id", "Stage changed from alpha to beta", "Title changed"]
    ),
    ("a5f3462884", "kep-3570", ["Takes the place of “CPU Manager” (kep-375)"]),
    (
      "8665e19196", "kep-1495",
      ["Title changed", "Milestones: Alpha added", "Target date set to", "Stage set to beta"]
    ),
    ("2096ccd72e", "kep-2273", ["Removed"]),
    ("2096ccd72e", "kep-1287", ["Related: kep-2273 removed", "Approvers: @thockin joined"]),
    ("7068d801ce", "kep-4444", ["name changed from ServiceRoutingPreference to ServiceTrafficDistribution"]),
    (
      "3541403d13", "kep-563",
      ["Target date set to 2021-04-08", "Milestones: Stable added, target date 2021-08-04"]
    ),
    ("4ad3575f85", "kep-1611", ["Status went from Committed to Launched"]),
  ]

  @Test func eachCaseIsTold() async throws {
    let keps = try Clone()
    for item in Self.cases {
      let list = try await keps.listing("\(item.commit)^", item.commit)
      let text = HumanChanges.render(list, style: TextStyle(isColoured: false))
      let block = text.split(separator: "\n\n").first { $0.contains("(initiative:\(item.definition))") } ?? ""
      for words in item.words { #expect(block.contains(words), "\(item.commit) \(item.definition)") }
    }
  }

  @Test func bulkEditsAreOneLineAndWhatRidesAlongIsNot() async throws {
    let keps = try Clone()
    let one = HumanChanges.render(
      try await keps.listing("11a5a69c55^", "11a5a69c55"), style: TextStyle(isColoured: false))
    #expect(one.contains("Readiness reviewers removed in 110 initiatives"))
    #expect(one.split(separator: "\n").count == 3)
    let two = HumanChanges.render(
      try await keps.listing("e0d512cb7c^", "e0d512cb7c"), style: TextStyle(isColoured: false))
    #expect(two.split(separator: "\n").count { $0.contains("to Launched") } == 5)
    #expect(two.split(separator: "\n").count { $0.contains("to Cancelled") } == 1)
  }

  @Test func aRenameAndItsWayBackAreNoNews() async throws {
    let keps = try Clone()
    let text = HumanChanges.render(
      try await keps.listing("872643d9cf^", "4785fa1ab6"), style: TextStyle(isColoured: false))
    #expect(!text.contains("initiative:kep-3633: "))
  }

  /// A clone of the real repository.
  struct Clone {
    private let scratch: ScratchRepository
    private let repository: WorkspaceRepository
    private let loader: WorkspaceLoader

    init() throws {
      scratch = try ScratchRepository(initialize: false)
      let path = scratch.root + "/keps"
      try scratch.git("clone", "-q", "\(Corpora.folder ?? "")/keps.bundle", path, in: scratch.root)
      repository = try WorkspacePlace.find(path).repository()
      loader = WorkspaceLoader(root: path)
    }

    func listing(_ base: String, _ head: String) async throws -> ChangeListing {
      let (from, to) = (try repository.resolve(base), try repository.resolve(head))
      let before = try await loader.load(from, of: repository.location)
      let after = try await loader.load(to, of: repository.location)
      let day = try repository.day(of: to, zone: "UTC")
      let changes = ChangeSet.between(base: before, head: after, context: DiffContext(day: day))
      return ChangeListing(changes, sides: (base, head), version: "")
    }
  }
}
