import Diagnostics
import JSONSyntax
import Testing

@testable import Workspaces

/// Fields are found by a table; what it finds is what a walk through the document finds.
@Suite struct FieldTableTests {
  private func file(_ path: RepositoryPath, _ text: String) -> Snapshot.File {
    let reader = SourceReader(library: .builtIn)
    return Snapshot.File(path: path, source: reader.read(Array(text.utf8), name: path.name))
  }

  @Test(arguments: [
    #"{"kind": "team", "id": "a", "title": "A", "members": []}"#,
    #"{"kind": "team", "id": "a", "ti\u0074le": "\u0041", "members": [], "titel": "B"}"#,
    #"{"kind": "team", "id": "a", "title": "A", "members": [], "title": "B"}"#,
    #"{"kind": "team", "id": "a", "title": "A", "members": [}"#,
    #"{"kind": "team", "id": "a", "title": 7, "members": {"title": "B"}}"#,
  ]) func fieldsAreThoseOfTheDocument(text: String) throws {
    let tree = Snapshot(files: [file("a.json", text)], configuration: Configuration(), library: .builtIn)
    let team = try #require(tree.definitions.first)
    let fields: [StaticString] = ["kind", "id", "title", "members", "titel", "status", ""]
    for field in fields {
      #expect(team[field]?.index == team.root[field]?.index)
      #expect(team[name: "\(field)"]?.index == team.root[field]?.index)
      #expect(Array(team.items(field)).count == Array(team.root.items(field)).count)
      #expect(team.has(field, "A") == team.root[field]?.isString("A") ?? false)
      #expect(
        team.has(field, oneOf: "B", "A", "team") == ["B", "A", "team"].contains(team.root[field]?.string))
    }
  }

  @Test func treesDoNotDependOnTheNumberOfTasks() async {
    let files = (0..<40).map { number in
      file(
        RepositoryPath("f\(number).json"),
        """
        {"kind": "initiative", "id": "i\(number % 30)", "title": "I", "status": "idea", "team": "t",
          "dependsOn": ["i\((number * 7) % 35)", "i\((number + 1) % 35)"], "supersedes": ["i1"]}
        """)
    }
    let one = Snapshot(files: files, configuration: Configuration(), library: .builtIn)
    #expect(one.namesakes.count == 10)
    for width in [1, 2, 3, 64] {
      let other = await Snapshot.assembled(
        files: files.reversed(), problems: [], configuration: Configuration(), library: .builtIn, width: width
      )
      #expect(
        other.references.map { [$0.source, $0.node, $0.role, $0.target] }
          == one.references.map { [$0.source, $0.node, $0.role, $0.target] })
      #expect(other.outgoing == one.outgoing)
      #expect(other.namesakes == one.namesakes)
      #expect(
        one.definitions.indices.allSatisfy { Array(other.referrers(of: $0)) == Array(one.referrers(of: $0)) })
    }
    let none = await Snapshot.assembled(
      files: [], problems: [], configuration: Configuration(), library: .builtIn, width: 2)
    #expect(none.definitions.isEmpty && none.references.isEmpty)
  }
}

/// The quick look for placeholders may be too careful, never too quick.
@Suite struct PlaceholderTextTests {
  @Test(arguments: [
    "TBD", "tba", " tbd. ", "todo", "Todo:", "(fixme)", "FixMe!", "n/a", "N/A", "placeholder",
    "[Placeholder]",
    "to be announced", "To be decided", "to be determined", "lorem ipsum", "Lorem ipsum dolor sit amet",
    "yyyy-mm-dd", "YYYY-Qq", "the owner is TBD", "see FIXME below", "xxx", "it costs XXXX euros", "what ???",
    "alpha|beta|stable",
  ]) func whatIsFoundIsSuspectedBefore(text: String) {
    let bytes = Array(text.utf8)
    #expect(PlaceholderText.find(in: bytes) != nil)
    #expect(bytes.withUnsafeBufferPointer { PlaceholderText.mayStand(in: $0) })
  }

  @Test(arguments: [
    "", "a", "pl", "to", "plan", "tomorrow", "platform", "finance", "long", "2026-01-15", "yes",
  ])
  func ordinaryTextsAreNot(text: String) {
    let bytes = Array(text.utf8)
    #expect(PlaceholderText.find(in: bytes) == nil)
    #expect(!bytes.withUnsafeBufferPointer { PlaceholderText.mayStand(in: $0) })
  }
}
