import Diffing
import Testing

/// Who relies on what changed.
@Suite struct ReachTests {
  private static func chain(_ target: String) -> [String: String] {
    [
      "a.json": Trial.initiative("a", #""target": "\#(target)""#),
      "b.json": Trial.initiative("b", #""dependsOn": ["a"]"#),
      "c.json": Trial.initiative("c", #""dependsOn": ["b"]"#),
      "d.json": Trial.initiative("d", #""dependsOn": ["c", "a"]"#),
      "e.json": Trial.initiative("e", #""dependsOn": ["a"]"#, status: "cancelled"),
    ]
  }

  @Test func referencesAreFollowedByTheShortestPath() {
    var set = Trial.changes(Self.chain("2026-01-10"), Self.chain("2026-03-10"), day: "2026-01-05")
    #expect(set.changes.map(\.weight) == [.risky])
    set.followReferences(in: Trial.snapshot(Self.chain("2026-03-10")))
    let reached = set.consequences.map { "\($0.referrer.id) \($0.through)" }
    #expect(reached == ["b []", "d []", #"c ["initiative:b"]"#])
  }

  @Test func harmlessChangesReachNobody() {
    var set = Trial.changes(Self.chain("2026-03-10"), Self.chain("2026-01-10"), day: "2026-01-05")
    #expect(set.changes.map(\.idiom) == [.promisePulledIn])
    set.followReferences(in: Trial.snapshot(Self.chain("2026-01-10")))
    #expect(set.consequences.isEmpty)
  }

  @Test func circlesEnd() {
    func circle(_ target: String) -> [String: String] {
      [
        "a.json": Trial.initiative("a", #""target": "\#(target)", "dependsOn": ["b"]"#),
        "b.json": Trial.initiative("b", #""dependsOn": ["a"]"#),
      ]
    }
    var set = Trial.changes(circle("2026-01-10"), circle("2026-03-10"), day: "2026-01-05")
    set.followReferences(in: Trial.snapshot(circle("2026-03-10")))
    #expect(set.consequences.map(\.referrer.id) == ["b"])
  }
}
