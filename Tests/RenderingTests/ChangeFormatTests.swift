import ChangeRules
import Diagnostics
import Diffing
import Foundation
import JSONSyntax
import Linting
import Rendering
import Testing

/// The formats of a diff, with strangers' texts in them.
@Suite struct ChangeFormatTests {
  static let hostile = #"<b>x</b> [a](https://evil.example) \u001b[31m ##[error] `c` | @all #1"#

  static var listing: ChangeListing {
    ChangeListing(
      ChangeWordsTests.changes(
        ChangeWordsTests.initiative(#""owner": "@a", "target": "2024-01-10""#),
        ChangeWordsTests.initiative(#""owner": "@b", "target": "2024-02-10""#, title: hostile)),
      sides: ("one", "two"), version: "0")
  }

  @Test func terminalsAreSafe() {
    let text = HumanChanges.render(Self.listing, style: TextStyle(isColoured: false))
    #expect(!text.utf8.contains(0x1B))
    #expect(!text.contains("##["))
    #expect(text.hasSuffix("3 changes in 1 definition: 1 risky, 1 notable, 1 routine\n"))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[1] == "  risky     Target date slipped 4 weeks (2024-01-10 → 2024-02-10)")
    #expect(lines[2] == "  notable   Owner changed from @a to @b")
  }

  @Test func markdownActsOnNothing() {
    let text = MarkdownChanges.render(Self.listing)
    #expect(!text.contains("<b>"))
    #expect(!text.contains("[a](https"))
    #expect(!text.contains("@all"))
    #expect(text.contains("- **risky**: Target date slipped 4 weeks"))
  }

  @Test func commentsStayWithinWhatForgesTake() {
    func initiatives(_ rank: Int) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (0..<900).map { number in
          (
            "i\(number).json",
            """
            {"kind": "initiative", "id": "i\(number)", "title": "\(String(repeating: "long ", count: 20))\(number)",
             "status": "committed", "team": "t", "problem": "p\(number * rank)", "rank": \(number % 7 + rank),
             "confidence": 0.\(number % 8 + rank)}
            """
          )
        })
    }
    let changes = ChangeWordsTests.changes(initiatives(1), initiatives(2))
    let sha = String(repeating: "a", count: 40)
    let text = MarkdownChanges.render(ChangeListing(changes, sides: (sha, "files on disk"), version: "0"))
    #expect(text.utf8.count <= MarkdownChanges.limit)
    #expect(text.utf8.count > MarkdownChanges.limit / 2)
    #expect(text.hasPrefix("\(MarkdownChanges.marker)\n<!-- prodops:base=\(sha) head=files -->\n"))
    #expect(text.contains("left out: too long for a comment"))
    #expect(
      text.components(separatedBy: "<details>").count == text.components(separatedBy: "</details>").count)
  }

  /// Waivers, settings and `explain` know rules by name alone.
  @Test func noChangeRuleHasTheNameOfALintRule() {
    let shared = Set(ChangeRuleCatalog.all.map(\.name)).intersection(RuleCatalog.all.map(\.name))
    #expect(shared.isEmpty)
  }

  @Test func jsonHoldsWhatProgramsNeed() throws {
    let root = try #require(JSONDocument.parse(Array(JSONChanges.render(Self.listing).utf8)).root)
    #expect(root["version"]?.integer == 1)
    let changes = try #require(root["changes"])
    #expect(changes.count == 3)
    for change in changes.items {
      for key in [
        "rule", "path", "line", "column", "class", "definition", "pointer", "before", "after", "words",
      ] {
        #expect(change[name: key] != nil, "\(key)")
      }
      #expect(change["fingerprint"]?.string?.utf8.count == 16)
    }
    let target = changes.items.first { $0["pointer"]?.isString("/target") == true }
    #expect(target?["after"]?["value"]?.string == "2024-02-10")
    #expect(target?["facts"]?["days"]?.integer == 31)
  }

  @Test func nothingIsSaidToBeNothing() {
    let text = ChangeWordsTests.initiative("")
    let list = ChangeListing(ChangeWordsTests.changes(text, text), sides: ("", ""), version: "")
    #expect(HumanChanges.render(list, style: TextStyle(isColoured: false)) == "nothing changed\n")
  }
}
