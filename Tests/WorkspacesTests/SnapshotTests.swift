import Diagnostics
import JSONSyntax
import SchemaCatalog
import Testing
import Workspaces

@Suite struct SnapshotTests {
  func snapshot(_ files: [(String, String)], configuration: String? = nil, schemas: [String: String] = [:])
    -> Snapshot
  {
    let settings = configuration.map { Configuration(JSONDocument.parse(Array($0.utf8))) } ?? Configuration()
    let library = SchemaLibrary.of(settings) { schemas[$0.text].map { Array($0.utf8) } }
    let reader = SourceReader(library: library)
    let sources = files.map { path, text in
      Snapshot.File(
        path: RepositoryPath(path), source: reader.read(Array(text.utf8), name: RepositoryPath(path).name))
    }
    return Snapshot(files: sources, configuration: settings, library: library)
  }

  let team = #"{"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "Ana", "role": "pm"}]}"#

  @Test func referencesLeadBothWays() throws {
    let tree = snapshot([
      ("t.json", team),
      (
        "i.json",
        #"{"kind": "initiative", "id": "a", "title": "A", "status": "idea", "team": "growth", "partners": ["nobody"]}"#
      ),
    ])
    let growth = try #require(tree.position(kind: "team", id: "growth"))
    #expect(tree.referrers(of: growth).count == 1)
    #expect(tree.references.filter { $0.target < 0 }.count == 1)
    #expect(tree.people["ana"]?.count == 1)
    #expect(tree.definition(kind: "initiative", id: "a")?.has("status", "idea") == true)
  }

  @Test func filesInAnyOrderMakeTheSameTree() {
    let files = (0..<20).map {
      ("f\($0).json", #"{"kind": "team", "id": "t\#($0)", "title": "T\#($0)", "members": []}"#)
    }
    let forward = snapshot(files)
    let backward = snapshot(files.reversed())
    #expect(forward.definitions.map(\.name) == backward.definitions.map(\.name))
  }

  @Test func aFileWithoutKindIsLeftAloneUnlessItNearlySaysOne() {
    let tree = snapshot([("a.json", #"{"name": "package"}"#), ("b.json", #"{"knid": "team", "id": "x"}"#)])
    #expect(tree.definitions.isEmpty)
    #expect(tree.files[0].source.content == .noKind(nearMiss: nil))
    #expect(tree.files[1].source.content == .noKind(nearMiss: 1))
  }

  /// A repository's own kind goes the same way as a built-in one: references, people and lookups come from its schema.
  @Test func aKindOfTheRepositorysOwnIsLikeAnyOther() throws {
    let schema = #"""
      {"type": "object", "required": ["kind", "id", "title", "vendor"], "additionalProperties": false,
       "properties": {"kind": {"const": "contract"}, "id": {"type": "string"}, "title": {"type": "string"},
        "vendor": {"type": "string", "x-ref": ["team"]}, "renews": {"type": "string", "format": "date"},
        "signer": {"$ref": "https://prodops.example/v1/common.schema.json#/$defs/handle"}}}
      """#
    let tree = snapshot(
      [
        ("t.json", team),
        ("c.json", #"{"kind": "contract", "id": "c1", "title": "C", "vendor": "growth", "signer": "@ana"}"#),
        (
          "d.json",
          #"{"kind": "contract", "id": "c2", "title": "D", "vendor": "growht", "renews": "2026-02-30"}"#
        ),
      ],
      configuration: #"{"kinds": [{"kind": "contract", "schema": "kinds/contract.schema.json"}]}"#,
      schemas: ["kinds/contract.schema.json": schema])
    #expect(tree.library.problems.isEmpty)
    #expect(tree.byKind["contract"]?.count == 2)
    let growth = try #require(tree.position(kind: "team", id: "growth"))
    #expect(tree.referrers(of: growth).count == 1)
    #expect(tree.files.map(\.source.faults.count) == [0, 1, 0])
  }

  /// Fields of built-in kinds are found by the hash of their names alone.
  @Test func noTwoPropertyNamesShareAHash() {
    var names: [UInt32: String] = [:]
    for entry in SchemaCatalog.entries {
      let document = JSONDocument.parse(entry.bytes)
      for index in document.nodes.indices where document.nodes[index].kind == .key {
        let name = JSONValue(document: document, index: index).string ?? ""
        let known = names[document.nodes[index].payload] ?? name
        #expect(known == name)
        names[document.nodes[index].payload] = name
      }
    }
    #expect(names.count > 200)
  }
}
