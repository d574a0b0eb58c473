import Diagnostics
import Diffing
import JSONSyntax
import Testing
import Workspaces

/// What two snapshots tell of each other: names, moves, folds and consequences.
@Suite struct ChangeSetTests {
  @Test func aFileMayMove() {
    let result = Trial.changes(["a.json": Trial.initiative()], ["b/c.json": Trial.initiative()])
    #expect(result.changes.map(\.idiom) == [.definitionMoved])
    #expect(result.changes.first?.weight == .routine)
  }

  @Test func aNewIdIsDeclared() {
    let after = Trial.initiative("b", #""formerly": ["a"]"#).replacing("Title of b", with: "Title of a")
    let result = Trial.changes(["a.json": Trial.initiative("a")], ["a.json": after])
    #expect(result.changes.map(\.idiom) == [.definitionRenamed])
    #expect(result.changes.first?.facts.previous?.id == "a")
  }

  @Test func anUndeclaredRenameIsSuspectedWithItsEvidence() throws {
    let more = #""contributors": ["@x", "@y", "@z"], "problem": "It hurts.", "rank": 3"#
    let result = Trial.changes(
      ["1-x.json": Trial.initiative("a", more)],
      ["2-x.json": Trial.initiative("b", more).replacing("Title of b", with: "Title of a")])
    #expect(result.changes.map(\.idiom) == [.renameSuspected, .definitionMoved])
    let evidence = try #require(result.changes.first?.facts.evidence)
    #expect(evidence.path == .alike)
    #expect(evidence.title == .same)
    #expect(evidence.similarity == 100)
  }

  @Test func oneThatNamesAnotherTakesItsPlace() {
    let result = Trial.changes(
      ["a.json": Trial.initiative("a")],
      ["b.json": Trial.initiative("b", #""replaces": ["a"]"#).replacing("Title of b", with: "Title of a")])
    #expect(result.changes.map(\.idiom) == [.definitionReplaced])
    #expect(result.changes.first?.weight == .notable)
  }

  @Test func strangersAreNeitherRenamedNorReplaced() {
    let result = Trial.changes(
      ["a.json": Trial.initiative("a")], ["b.json": #"{"kind":"initiative","id":"b","title":"Other"}"#])
    #expect(result.changes.map(\.idiom) == [.definitionRemoved, .definitionAdded])
  }

  @Test func whoStillRefersIsTold() {
    let referrer = Trial.initiative("b", #""dependsOn": ["a"]"#)
    let removed = Trial.changes(
      ["a.json": Trial.initiative("a"), "b.json": referrer], ["b.json": referrer])
    #expect(removed.changes.map(\.weight) == [.breaking])
    #expect(removed.consequences.map(\.referrer.id) == ["b"])
    #expect(removed.consequences.map(\.pointer) == ["/dependsOn/b".replacing("/b", with: "/a")])
    let ended = Trial.changes(
      ["a.json": Trial.initiative("a"), "b.json": referrer],
      ["a.json": Trial.initiative("a", status: "cancelled"), "b.json": referrer])
    #expect(ended.changes.first?.reasons == [.stillReferenced])
  }

  @Test func theSameEditIsFolded() {
    func files(_ owner: String) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: ["a", "b", "c"].map {
          ("\($0).json", Trial.initiative($0, #""owner": "\#(owner)""#))
        })
    }
    let result = Trial.changes(files("@x"), files("@y"))
    #expect(result.folds.map(\.members) == [[0, 1, 2]])
    #expect(result.folds.first?.hasSameValues == true)
  }

  @Test func whatCannotBeReadIsNamedAndNothingElseLost() {
    let result = Trial.changes(
      ["a.json": Trial.initiative("a"), "b.json": Trial.initiative("b")],
      ["a.json": #"{"kind": "initiative", "id": "a", "#, "b.json": Trial.initiative("b", status: "launched")])
    #expect(result.unreadable.map(\.path.text) == ["a.json"])
    #expect(result.changes.map(\.brief) == ["lifecycle/skipped /status"])
  }

  @Test func twoFilesMayClaimOneName() {
    let result = Trial.changes(
      ["x.json": Trial.initiative("a"), "y.json": Trial.initiative("a", #""rank": 1"#)],
      ["x.json": Trial.initiative("a"), "y.json": Trial.initiative("a", #""rank": 2"#)])
    #expect(result.changes.map(\.brief) == ["field/changed /rank"])
  }

  @Test func fingerprintsSurviveFormattingAndOtherChanges() {
    let one = Trial.between(#""rank": 1"#, #""rank": 2"#)
    let two = Trial.between(#""rank": 1, "notes": "x""#, #""notes":   "y", "rank":    2.0"#)
    #expect(one.first?.fingerprint == two.first { $0.pointer == "/rank" }?.fingerprint)
    let other = Trial.between(#""rank": 1"#, #""rank": 3"#)
    #expect(one.first?.fingerprint != other.first?.fingerprint)
  }

  @Test func theConfigurationIsComparedToo() {
    let result = ChangeSet.between(
      base: Trial.snapshot([:], configuration: #"{"version": 1, "fiscalYearStart": 1}"#),
      head: Trial.snapshot([:], configuration: #"{"version": 1, "fiscalYearStart": 4}"#),
      context: DiffContext())
    #expect(result.changes.map(\.brief) == ["field/changed /fiscalYearStart"])
  }

  @Test func aKindOfTheUsersOwnNeedsNoCode() {
    let schema = """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Risk", "type": "object",
        "properties": {
          "kind": {"const": "risk"}, "id": {"type": "string"}, "title": {"type": "string"},
          "state": {"type": "string", "title": "State", "x-lifecycle": {"order": ["open", "closed"], "final": ["closed"], "paused": []}},
          "due": {"type": "string", "title": "Due", "x-when": true, "x-promise": true, "x-class": "risky"},
          "owners": {"type": "array", "title": "Owners", "items": {"type": "string", "x-person": true}, "x-list": {"as": "set"}}
        }
      }
      """
    let configuration = #"{"version": 1, "kinds": [{"kind": "risk", "schema": "risk.schema.json"}]}"#
    func snapshot(_ members: String) -> Snapshot {
      Trial.snapshot(
        ["r.json": #"{"kind": "risk", "id": "r", "title": "R", \#(members)}"#], configuration: configuration,
        schemas: ["risk.schema.json": schema])
    }
    let result = ChangeSet.between(
      base: snapshot(#""state": "closed", "due": "2024-01-01", "owners": ["@a"]"#),
      head: snapshot(#""state": "open", "due": "2024-02-01", "owners": ["@b"]"#), context: DiffContext())
    #expect(
      result.changes.map(\.brief) == [
        "lifecycle/reopened /state", "promise/slipped /due", "item/added /owners/@b",
        "item/removed /owners/@a",
      ])
    #expect(result.changes.first?.subject.kindLabel == "Risk")
  }
}
