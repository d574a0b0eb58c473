import Diagnostics
import CivilDates
import Linting
import Testing

/// What the passing of days alone does to findings.
@Suite struct ClockedRuleTests {
  /// A rule outside the list that finds something else on another day would be missed as an event of time.
  @Test func theListHoldsEveryRuleThatDaysAloneSetOff() async {
    var clocked: Set<String> = []
    for item in RuleCase.all {
      let snapshot = ExampleSnapshot(item.example).snapshot
      var seen: Set<[String]> = []
      for years in [-3, -1, 0, 1, 3] {
        let day = item.example.day.advanced(by: years * 365)
        let result = await Linter.run(snapshot, asOf: day, rules: [item.rule])
        let own = result.findings.filter { $0.rule == item.rule.metadata.name }
        seen.insert(own.map(\.identity).sorted())
      }
      if seen.count > 1 { clocked.insert(item.rule.metadata.name) }
    }
    let listed = Set(RuleCatalog.clocked.map { $0.metadata.name })
    #expect(clocked.subtracting(listed).sorted() == [], "set off by days, and not in the list")
    #expect(listed.subtracting(clocked).sorted() == [], "in the list, and no example shows it")
  }
}
