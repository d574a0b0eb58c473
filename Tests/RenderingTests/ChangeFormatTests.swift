import Diffing
import JSONSyntax
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
