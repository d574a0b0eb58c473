import Foundation
import GitStore
import JSONSyntax
import Linting
import Patterns
import SchemaChecking
import Testing
import Workspaces

/// `docs/limits.md` is the table of the limits in force.
@Suite struct LimitsTests {
  private static func limits() -> [String: String] {
    let tables: [Any] = [Limits(), JSONLimits(), SchemaBudget(), WalkLimits(), PatternLimits()]
    var values: [String: String] = [:]
    for table in tables {
      for field in Mirror(reflecting: table).children {
        values["\(type(of: table)).\(field.label ?? "")"] = "\(field.value)"
      }
    }
    return values
  }

  @Test func thePageListsEveryLimitWithItsValue() throws {
    var listed: [String: String] = [:]
    for line in try Page("docs/limits.md").prose {
      guard let row = line.firstMatch(of: /^\| `([A-Z]\w+\.\w+)` \| ([\d,]+) \|/) else { continue }
      listed[String(row.1)] = String(row.2.filter { $0 != "," })
    }
    let limits = Self.limits()
    for (name, value) in limits { #expect(listed[name] == value, "\(name)") }
    for name in listed.keys { #expect(limits[name] != nil, "no limit is named \(name)") }
  }

  @Test func thePageNamesRulesThatExist() throws {
    for line in try Page("docs/limits.md").prose {
      for match in line.matches(of: /\[`([a-z]+\/[a-z-]+)`\]/) {
        #expect(RuleCatalog.metadata(of: String(match.1)) != nil, "\(match.1)")
      }
    }
  }
}
