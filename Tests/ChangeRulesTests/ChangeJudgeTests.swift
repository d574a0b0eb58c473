import ChangeRules
import CivilDates
import Diffing
import JSONSyntax
import Testing
import Workspaces

/// How rules come to decide, and what configuration says to it.
@Suite struct ChangeJudgeTests {
  private static let before = #"""
    {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test", "status": "running",
     "hypothesis": "Fewer steps, more orders.",
     "variants": [{"id": "old", "control": true, "weight": 50}, {"id": "new", "weight": 50}]}
    """#

  private static func changes(_ configuration: String, _ change: String) -> ChangeSet {
    let settings = Configuration(JSONDocument.parse(Array(configuration.utf8))).changeRules
    let after = ChangeExample.after(before, change) ?? ""
    return ChangeJudge(settings, rules: [ExperimentReweighted.self]).changes(
      between: ChangeCase.snapshot([before]), and: ChangeCase.snapshot([after]), DiffContext())
  }

  private static let reweighted =
    #"{"variants": [{"id": "old", "control": true, "weight": 20}, {"id": "new", "weight": 80}]}"#

  @Test func oneEventIsOneChangeWithItsParts() throws {
    let changes = Self.changes("{}", Self.reweighted).changes
    let change = try #require(changes.first)
    #expect(changes.count == 1)
    #expect(change.rule == "experiment/reweighted")
    #expect(change.idiom == .fieldChanged)
    #expect(change.words == "Traffic reweighted from old 50 %, new 50 % to old 20 %, new 80 %")
    #expect(change.parts.map(\.pointer) == ["/variants/new/weight"])
    #expect(change.weight == .breaking)
  }

  @Test(arguments: [
    (#"{"diff": {"rules": {"experiment/reweighted": "notable"}}}"#, ChangeClass.notable),
    (#"{"diff": {"rules": {"experiment": "risky"}}}"#, .risky),
    (
      #"{"diff": {"rules": {"experiment/reweighted": {"class": "routine"}, "experiment": "risky"}}}"#,
      .routine
    ),
    (#"{"diff": {"rules": {"experiment/reweighted": "unheard-of"}}}"#, .breaking),
    (#"{"diff": {"rules": []}}"#, .breaking),
  ]) func configurationSetsClasses(_ configuration: String, _ expected: ChangeClass) {
    #expect(Self.changes(configuration, Self.reweighted).changes.map(\.weight) == [expected])
  }

  @Test func idiomsAreSelectedLikeRules() {
    let configuration = #"{"diff": {"rules": {"field/changed": "breaking"}}}"#
    #expect(
      Self.changes(configuration, #"{"hypothesis": "More orders."}"#).changes.map(\.weight) == [.breaking])
  }

  /// Promises that no rule judges, such as those of a repository's own kinds, are counted by default.
  @Test(arguments: [
    ("{}", 2, ChangeClass.risky), ("{}", 1, .notable),
    (#"{"diff": {"rules": {"promise/slipped": {"slips": 3}}}}"#, 2, .notable),
    (#"{"diff": {"rules": {"promise/slipped": "routine"}}}"#, 9, .routine),
  ]) func slipsWeighWithoutARule(_ configuration: String, _ slips: Int, _ expected: ChangeClass) throws {
    let settings = Configuration(JSONDocument.parse(Array(configuration.utf8))).changeRules
    let launch = #"{"kind": "launch", "id": "go", "title": "Go", "status": "planned", "date": "2026-09-01"}"#
    let changes = ChangeJudge(settings, rules: []).changes(
      between: ChangeCase.snapshot([launch]),
      and: ChangeCase.snapshot([launch.replacing("2026-09-01", with: "2026-10-01")]),
      DiffContext(day: Day("2026-01-15"), slips: { _, _ in slips })
    ).changes
    let change = try #require(changes.first)
    #expect(change.rule == "promise/slipped" && change.weight == expected)
    #expect(change.reasons.contains(ChangeReason("slipped-before")) == (slips > 1))
  }

  @Test func whatNoRuleJudgesKeepsTheClassOfItsField() {
    let changes = Self.changes("{}", #"{"title": "One page only"}"#).changes
    #expect(changes.map(\.rule) == ["field/changed"])
    #expect(changes.map(\.judgedBy) == [nil])
  }
}
