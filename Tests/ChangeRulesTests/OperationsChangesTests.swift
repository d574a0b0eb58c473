import ChangeRules
import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import SchemaChecking
import Testing
import Workspaces

/// Tools, processes, teams, studies and insights as strangers write them, and where nothing else is known.
@Suite struct OperationsChangesTests {
  private static let kinds = ["tool", "process", "team", "study", "insight"]
  private static let odd = [
    "null", "true", "1e400", "-1e400", "0.1e-400", "99999999999999999999999999999999", #""""#, #""adopted""#,
    "[]", "[[]]", #"[null, 1, "a", {}]"#, "{}", #"{"amount": 1e400, "per": "month", "currency": "EUR"}"#,
    #"{"purchased": 1e308, "active": -1e308}"#,
    #"{"renews": "2200-12-31", "noticeDays": 1e18, "autoRenew": true}"#,
    #"[{"id": "ana", "role": 1, "allocation": 1e308, "from": "9999-99-99"}, {"id": "ana"}, {"id": null}]"#,
    #"[{"from": "2026-01-01", "people": 1e400}, {"from": "2026-01-01", "people": -1e400}]"#,
    #"[{"id": "go", "due": "T-99999999999999999999"}, {"id": "go", "due": "T+"}, {"gate": {}}]"#,
  ]

  @Test(arguments: kinds) func judgesWhateverStandsInAField(_ kind: String) throws {
    let shape = try #require(SchemaLibrary.builtIn.shape(of: kind))
    let judge = ChangeJudge()
    var count = 0
    for rule in ChangeRuleCatalog.rules {
      for example in rule.examples.prefix(1) {
        guard let before = example.before, before.contains("\"kind\": \"\(kind)\"") else { continue }
        for property in shape.properties where !["kind", "id"].contains(property.name) {
          let patch = "{\"\(property.name)\": \(Self.odd[count % Self.odd.count])}"
          count += 1
          guard let after = ChangeExample.after(before, patch) else { continue }
          for pair in [count % 2 == 0 ? (before, after) : (after, before)] {
            let changes = judge.changes(
              between: ChangeCase.snapshot([pair.0] + example.alongside),
              and: ChangeCase.snapshot([pair.1] + example.alongside), DiffContext(day: Day("2026-01-15")))
            #expect(changes.changes.count <= 200)
          }
        }
      }
    }
    #expect(count > 100)
  }

  /// What rules claim about others, they claim only where they looked.
  @Test func claimsNothingAboutOthersWhereNothingIsKnown() throws {
    let claims: Set<String> = [
      "unused", "not-committed-upon", "people-gone", "in-use", "owns", "role-vacated", "cited",
    ]
    for rule in ChangeRuleCatalog.rules {
      for example in rule.examples {
        guard let before = example.before, let after = example.after else { continue }
        let sides = try [before, after].map { text in
          let root = try #require(JSONDocument.parse(Array(text.utf8)).root)
          return DefinitionVersion(
            kind: root["kind"]?.string ?? "", id: root["id"]?.string ?? "", path: "a.json", root: root)
        }
        guard Self.kinds.contains(sides[0].kind) else { continue }
        let shape = SchemaLibrary.builtIn.shape(of: sides[0].kind)
        let context = DiffContext(day: Day(example.day))
        let judged = ChangeJudge().judge(
          DefinitionDiff.changes(before: sides[0], after: sides[1], shape: shape, context: context),
          before: sides[0], after: sides[1], shape: shape, context)
        let found = judged.flatMap(\.reasons).map(\.code).filter(claims.contains)
        #expect(found.isEmpty, "\(rule.metadata.name): \(example.title)")
      }
    }
  }

  /// One event is one line: who reads of a merged team does not read of each of its people again.
  @Test func aMergedTeamIsOneLine() {
    let growth = #"""
      {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "lead": "@ana", "members": [
        {"id": "ana", "role": "pm"}, {"id": "ben", "role": "engineer"}]}
      """#
    let gone = #"""
      {"kind": "team", "id": "growth", "title": "Growth", "status": "disbanded", "members": []}
      """#
    let web = #"{"kind": "team", "id": "web", "title": "Web", "members": []}"#
    let all = #"""
      {"kind": "team", "id": "web", "title": "Web", "members": [{"id": "ana", "role": "pm"},
        {"id": "ben", "role": "engineer"}]}
      """#
    let changes = ChangeJudge().changes(
      between: ChangeCase.snapshot([growth, web]), and: ChangeCase.snapshot([gone, all]),
      DiffContext(day: Day("2026-01-15")))
    let found = changes.changes.filter { $0.subject.id == "growth" }
    #expect(found.map(\.rule) == ["team/dissolved"])
    #expect(found.map(\.words) == ["Merged into “Web”"])
    #expect(found.flatMap(\.parts).count == 3)
  }

  /// What follows in several definitions names its cause.
  @Test func whatFollowsNamesItsCause() {
    let tool = #"{"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Wiki", "status": "adopted"}"#
    let study = #"""
      {"kind": "study", "id": "talks", "title": "Talks", "method": "interview", "questions": ["Why?"],
       "status": "fielding", "tools": ["wiki"]}
      """#
    let changes = ChangeJudge().changes(
      between: ChangeCase.snapshot([tool, study]),
      and: ChangeCase.snapshot([tool.replacing("adopted", with: "retired"), study]),
      DiffContext(day: Day("2026-01-15")))
    let affected = changes.changes.first { $0.rule == "study/tool-withdrawn" }
    #expect(affected?.cause?.subject.name == "tool:wiki")
    #expect(affected?.cause?.via == "/tools/0" || affected?.cause?.via == "/tools/wiki")
  }
}
