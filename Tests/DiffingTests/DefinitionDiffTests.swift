import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import Testing

/// What counts as a change of one definition, list by list.
@Suite struct DefinitionDiffTests {
  @Test func formattingIsNoChange() {
    let before =
      #"{"kind": "initiative", "id": "a", "title": "T", "status": "idea", "team": "t", "confidence": 0.50}"#
    let after = """
      {
        "team": "t", "title": "\\u0054", "confidence": 5e-1,
        "status": "idea", "id": "a", "kind": "initiative"
      }
      """
    let result = Trial.changes(["x.json": before], ["x.json": after])
    #expect(result.changes.isEmpty)
    #expect(result.formatOnly.map(\.text) == ["x.json"])
  }

  @Test func setsKnowNoOrder() {
    #expect(Trial.between(#""contributors": ["@a", "@b"]"#, #""contributors": ["@b", "@a"]"#).isEmpty)
    let changes = Trial.between(#""contributors": ["@a", "@b"]"#, #""contributors": ["@c", "@b"]"#)
    #expect(changes.map(\.brief) == ["item/added /contributors/@c", "item/removed /contributors/@a"])
  }

  @Test func aListThatBeginsIsTheItemsThatCame() {
    let changes = Trial.between("", #""milestones": [{"id": "beta", "target": "2024-01-31"}, {"id": "ga"}]"#)
    #expect(changes.map(\.brief) == ["item/added /milestones/beta", "item/added /milestones/ga"])
    #expect(changes.first?.facts.promises.map(\.text) == ["2024-01-31"])
  }

  @Test func keyedItemsAreFoundByTheirKey() {
    let changes = Trial.between(
      #""work": [{"team": "x", "effort": 3}, {"team": "y", "effort": 1}]"#,
      #""work": [{"team": "y", "effort": 1}, {"team": "x", "effort": 5}]"#)
    #expect(changes.map(\.brief) == ["field/changed /work/x/effort"])
  }

  @Test func aBareTextIsAnItemWithOnlyItsKey() {
    let changes = Trial.between(#""dependsOn": ["b"]"#, #""dependsOn": [{"on": "b", "lag": 5}]"#)
    #expect(changes.map(\.brief) == ["field/added /dependsOn/b/lag"])
    #expect(Trial.between(#""dependsOn": ["b"]"#, #""dependsOn": [{"on": "b"}]"#).isEmpty)
  }

  @Test func appendOnlyListsAreRewrittenOrGrow() {
    let one = #"{"on": "2024-01-01", "by": "@a", "what": "x", "why": "y"}"#
    let two = #"{"on": "2024-02-01", "by": "@a", "what": "z", "why": "y"}"#
    let grown = Trial.between(#""decisions": [\#(one)]"#, #""decisions": [\#(one), \#(two)]"#)
    #expect(grown.map(\.idiom) == [.itemAdded])
    #expect(grown.first?.weight == .notable)
    let changed = Trial.between(#""decisions": [\#(one)]"#, #""decisions": [\#(two)]"#)
    #expect(changed.map(\.idiom) == [.itemRewritten])
    #expect(changed.first?.weight == .risky)
    let gone = Trial.between(#""decisions": [\#(one), \#(two)]"#, #""decisions": [\#(two)]"#)
    #expect(gone.map(\.idiom) == [.itemRemoved])
    #expect(gone.first?.reasons == [.appendOnly])
  }

  @Test func orderedListsTellMoves() {
    func process(_ ids: [String]) -> [String: String] {
      let steps = ids.map { #"{"id": "\#($0)", "title": "\#($0)", "accountable": "pm"}"# }.joined(
        separator: ", ")
      return [
        "p.json":
          #"{"kind": "process", "id": "p", "title": "P", "purpose": "x", "status": "draft", "steps": [\#(steps)]}"#
      ]
    }
    let result = Trial.changes(process(["a", "b", "c", "d"]), process(["b", "c", "d", "a"]))
    #expect(result.changes.map(\.brief) == ["item/moved /steps/a"])
    #expect(
      result.changes.first.map { "\($0.facts.places?.before ?? 0) \($0.facts.places?.after ?? 0)" } == "1 4")
    let added = Trial.changes(process(["a", "b"]), process(["a", "x", "b"]))
    #expect(added.changes.map(\.brief) == ["item/added /steps/x"])
  }

  @Test func freeObjectsAreComparedByTheirStructure() {
    let changes = Trial.between(
      #""custom": {"stage": "alpha", "gates": [{"name": "A", "components": ["x", "y"]}]}"#,
      #""custom": {"stage": "beta", "gates": [{"name": "B", "components": ["x", "y"]}]}"#)
    #expect(changes.map(\.brief) == ["field/changed /custom/gates/0/name", "field/changed /custom/stage"])
  }

  @Test func moneyAndEffortAreOneValue() {
    let changes = Trial.between(
      #""work": [{"team": "x", "effort": 3}]"#,
      #""work": [{"team": "x", "effort": {"low": 2, "likely": 3, "high": 6}}]"#)
    #expect(changes.map(\.brief) == ["field/changed /work/x/effort"])
  }

  @Test func whatStandsInNewAndGoneThingsIsNotToldAgain() {
    let text = Trial.initiative("a", #""milestones": [{"id": "m", "target": "2024-Q1"}]"#)
    let came = Trial.changes([:], ["a.json": text])
    #expect(came.changes.map(\.brief) == ["definition/added "])
    #expect(came.changes.first?.facts.promises.first?.when?.last == Day("2024-03-31"))
    #expect(Trial.changes(["a.json": text], [:]).changes.map(\.brief) == ["definition/removed "])
  }

  @Test func longListsEndInReasonableTime() {
    let many = (0..<20_000).map { "\"\($0)\"" }
    let changes = Trial.between(
      #""custom": {"x": [\#(many.joined(separator: ","))]}"#,
      #""custom": {"x": [\#(many.reversed().joined(separator: ","))]}"#)
    #expect(changes.allSatisfy { $0.idiom == .itemMoved || $0.idiom == .fieldChanged } || changes.isEmpty)
    let same = Array(repeating: "1", count: 20_000).joined(separator: ",")
    #expect(Trial.between(#""custom": {"x": [\#(same)]}"#, #""custom": {"x": [\#(same),1]}"#).count == 1)
  }
}
