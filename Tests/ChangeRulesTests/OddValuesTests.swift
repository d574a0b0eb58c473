import ChangeRules
import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import SchemaChecking
import Testing
import Workspaces

/// What strangers write is judged without harm, whatever it is.
@Suite struct OddValuesTests {
  private static let odd = [
    "null", "true", "1e400", "-1e400", "0.1e-400", "99999999999999999999999999999999", #""""#, #""running""#,
    #""\ud800""#, "[]", "[[]]", "[null, 1, \"a\", {}]", "{}", #"{"id": 1, "weight": "x"}"#,
    #"[{"id": "old", "weight": 1e308}, {"id": "old", "weight": 1e308}, {"weight": -1}]"#,
    #"[{"metric": "conversion", "margin": 1e400, "value": 1e400, "by": "2026", "on": "2026-99-99", "share": -5}]"#,
    #"{"value": 1e308, "share": 1e308, "mde": {"value": 1e308}, "method": "fixed", "looks": -1}"#,
  ]

  @Test(arguments: ["experiment", "metric"]) func judgesWhateverStandsInAField(_ kind: String) throws {
    let shape = try #require(SchemaLibrary.builtIn.shape(of: kind))
    let judge = ChangeJudge()
    var count = 0
    for rule in ChangeRuleCatalog.rules {
      guard let example = rule.examples.first, let before = example.before, before.contains("\"\(kind)\"")
      else {
        continue
      }
      for property in shape.properties where !["kind", "id"].contains(property.name) {
        let odd = Self.odd[count % Self.odd.count]
        count += 1
        let patch = "{\"\(property.name)\": \(odd)}"
        guard let after = ChangeExample.after(before, patch) else { continue }
        for pair in [(before, after), (after, before)] {
          let changes = judge.changes(
            between: ChangeCase.snapshot([pair.0] + example.alongside),
            and: ChangeCase.snapshot([pair.1] + example.alongside), DiffContext(day: Day("2026-01-15")))
          #expect(Set(changes.changes.map(\.pointer)).count <= 200)
        }
      }
    }
    #expect(count > 500)
  }
}

/// What no rule judges has a class on purpose.
@Suite struct MeasuringClassTests {
  @Test(arguments: ["experiment", "metric"]) func everyFieldSaysItsClass(_ kind: String) throws {
    let shape = try #require(SchemaLibrary.builtIn.shape(of: kind))
    let silent = shape.properties.filter { $0.shape.changeClass == nil }.map(\.name)
    #expect(silent.isEmpty)
  }

  /// A state that nobody knows is told as one, whatever it was before.
  @Test(arguments: ["experiment", "metric"]) func anUnknownStateStaysRisky(_ kind: String) throws {
    for before in ["active", "retired", "running", "concluded"] {
      let change = #"{"kind": "\#(kind)", "id": "a", "title": "A", "status": "\#(before)"}"#
      let changes = ChangeJudge().changes(
        between: ChangeCase.snapshot([change]),
        and: ChangeCase.snapshot([change.replacing(before, with: "actvie")]),
        DiffContext(day: Day("2026-01-15")))
      #expect(changes.changes.map(\.weight) == [.risky])
    }
  }
}

/// In walks over history nothing is known beside the definition.
@Suite struct AloneTests {
  private func judged(_ before: String, _ after: String) throws -> [Change] {
    let sides = try [before, after].map { text in
      let root = try #require(JSONDocument.parse(Array(text.utf8)).root)
      return DefinitionVersion(kind: "metric", id: "conversion", path: "metrics/conversion.json", root: root)
    }
    let shape = SchemaLibrary.builtIn.shape(of: "metric")
    let context = DiffContext(day: Day("2026-01-15"))
    return ChangeJudge().judge(
      DefinitionDiff.changes(before: sides[0], after: sides[1], shape: shape, context: context),
      before: sides[0],
      after: sides[1], shape: shape, context)
  }

  @Test func aMetricThatNobodyIsKnownToUseIsNotCalledUnused() throws {
    let metric = #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "formula": "orders / visits", "direction": "up", "status": "active"}
      """#
    let changes = try judged(metric, metric.replacing("orders /", with: "paid orders /"))
    #expect(changes.map(\.rule) == ["metric/redefined"])
    #expect(changes.map(\.weight) == [.risky])
    #expect(changes.flatMap(\.reasons).map(\.code) == ["users-unknown"])
  }

  /// One event is one line: a redefinition takes its unit and its direction with it.
  @Test func aRedefinitionIsOneChange() throws {
    let metric = #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
       "formula": "orders / visits", "unit": "%", "direction": "up", "status": "active"}
      """#
    let other = #"""
      {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Visits without an order.",
       "formula": "1000 * (1 - orders / visits)", "unit": "per mille", "direction": "down", "status": "active"}
      """#
    let changes = try judged(metric, other)
    #expect(changes.map(\.rule) == ["metric/redefined"])
    #expect(changes.flatMap(\.parts).map(\.pointer) == ["/direction", "/unit", "/formula"])
  }
}
