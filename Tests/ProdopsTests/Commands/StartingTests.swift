import Foundation
import Testing

/// `init` and `new`: what they write is sound, and nothing that is there is lost.
@Suite struct StartingTests {
  @Test(arguments: ["1970-01-01", "2024-02-29", "2026-03-31", "2026-12-31", "2200-12-31"])
  func aNewRepositoryLintsClean(_ day: String) throws {
    let scratch = try Scratch()
    let made = try scratch.run("init", "plans", "--title", "Web \"shop\"", "--owner", "@ana", "--as-of", day)
    #expect(made.status == 0, "\(made.summary)")
    let lint = try scratch.run("lint", "plans", "--as-of", day, "--fail-on", "info")
    #expect(lint.status == 0 && lint.text == "no findings in 4 definitions\n", "\(lint.text)\(lint.summary)")
    let format = try scratch.run("fmt", "--check", "plans")
    #expect(format.status == 0, "\(format.text)\(format.summary)")
  }

  @Test func aSecondRunChangesNothing() throws {
    let scratch = try Scratch()
    #expect(try scratch.run("init", "--as-of", "2026-01-05").status == 0)
    let before = try state(of: scratch.path)
    let again = try scratch.run("init", "--as-of", "2027-01-05", "--title", "Another")
    #expect(again.status == 0 && !again.text.contains("made"), "\(again.text)")
    #expect(try state(of: scratch.path) == before)
    for (name, attributes) in try modes(of: scratch.path) { #expect(attributes == 0o644, "\(name)") }
  }

  @Test func whatIsThereIsKept() throws {
    let scratch = try Scratch()
    try scratch.write("README.md", "mine\n")
    try scratch.write("teams/growth.json", Sample.growth)
    let run = try scratch.run("init")
    #expect(run.status == 0 && run.text.contains("kept    README.md\n"), "\(run.text)")
    #expect(try scratch.read("README.md") == Array("mine\n".utf8))
    #expect(try scratch.run("list").text.contains("1 definition: 1 team\n"))
    try scratch.write("schemas/team.schema.json", "old\n")
    #expect(try scratch.run("init", "--schemas").text == "renewed schemas/team.schema.json\n")
  }

  @Test func linksOutOfTheFolderAreNotFollowed() throws {
    let scratch = try Scratch()
    try scratch.write("elsewhere/keep.txt", "x")
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/plans", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/plans/schemas", withDestinationPath: "../elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/plans/prodops.json", withDestinationPath: "../elsewhere/new.json")
    let run = try scratch.run("init", "plans")
    #expect(run.status == 3 && run.errorText.contains("symbolic link"), "\(run.summary)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/elsewhere") == ["keep.txt"])
    try scratch.write("file", "")
    #expect(try scratch.run("init", "file").status == 2)
  }

  @Test func aNewDefinitionIsSoundOrSaysWhatIsMissing() throws {
    let scratch = try Scratch()
    #expect(try scratch.run("init", "--owner", "ana", "--as-of", "2026-01-05").status == 0)
    let sound = try scratch.run("new", "initiative", "guest-checkout")
    #expect(sound.status == 0 && sound.text == "initiatives/guest-checkout.json\n", "\(sound.summary)")
    let text = String(decoding: try scratch.read("initiatives/guest-checkout.json"), as: UTF8.self)
    #expect(text.contains(#""team": "product""#) && text.contains(#""owner": "@ana""#), "\(text)")
    #expect(try scratch.run("lint", "--as-of", "2026-01-05").status == 0)
    for kind in ["experiment", "insight", "launch", "metric", "process", "study", "tool"] {
      let run = try scratch.run("new", kind, "some-\(kind)", "--in", "more")
      #expect(run.status == 0, "\(run.summary)")
      #expect(run.errorText.contains("Fill in what only you can know"), "\(run.summary)")
      let lint = try scratch.run("lint", "more/some-\(kind).json", "--as-of", "2026-01-05")
      #expect(lint.status == 1, "\(kind): \(lint.text)")
    }
    #expect(try scratch.run("fmt", "--check").status == 0)
  }

  @Test func idsAndPlacesThatCannotBeAreRefused() throws {
    let scratch = try Scratch()
    try scratch.write("prodops.json", #"{"version": 1, "exclude": ["old/**"]}"# + "\n")
    try scratch.write("a/growth.json", Sample.growth)
    try scratch.write("a/b.json", Sample.initiative("b", #", "formerly": ["a"]"#))
    for (arguments, words) in [
      (["initiativ", "x"], "did you mean 'initiative'?"),
      (["team", "growth"], "a/growth.json' has team:growth already"),
      (["initiative", "a"], "used before: 'a/b.json'"), (["initiative", "Not-An-Id"], "is no id"),
      (["initiative", "c", "--in", "../out"], "no folder below"),
      (["initiative", "c", "--in", "/tmp"], "no folder below"),
      (["initiative", "c", "--in", "old/x"], "leave it out"), (["initiative", "c", "--title", " "], "title"),
    ] {
      let run = try Tool.run(["new"] + arguments, in: scratch.path)
      #expect(run.status == 2 && run.errorText.contains(words), "\(run.summary)")
    }
  }

  @Test func kindsOfTheRepositorysOwnAreKnown() throws {
    let scratch = try Scratch()
    try scratch.write(
      "prodops.json", #"{"version": 1, "kinds": [{"kind": "policy", "schema": "own/policy.json"}]}"# + "\n")
    try scratch.write("teams/growth.json", Sample.growth)
    try scratch.write(
      "own/policy.json",
      """
      {"title": "Policy", "type": "object", "required": ["kind", "id", "title", "team", "state", "text", "limits"],
       "properties": {"$schema": {}, "kind": {"const": "policy"}, "id": {"type": "string"}, "title": {"type": "string"},
         "state": {"title": "State", "enum": ["open", "closed"], "x-lifecycle": {"order": ["open", "closed"], "final": ["closed"], "paused": []}},
         "team": {"title": "Team", "type": "string", "x-ref": ["team"]}, "text": {"title": "Text", "type": "string", "minLength": 1},
         "limits": {"type": "array", "minItems": 1, "items": {"type": "number"}}},
       "additionalProperties": false}

      """)
    let run = try scratch.run("new", "policy", "travel")
    #expect(run.status == 0 && run.text == "policies/travel.json\n", "\(run.summary)")
    #expect(
      String(decoding: try scratch.read("policies/travel.json"), as: UTF8.self) == """
        {
          "$schema": "../own/policy.json",
          "kind": "policy",
          "id": "travel",
          "title": "Travel",
          "state": "open",
          "team": "growth",
          "text": "",
          "limits": [
            null
          ]
        }

        """)
    let list = try scratch.run("list", "policies", "--where", "state=open")
    #expect(list.text.contains("travel  Travel  open    growth"), "\(list.text)\(list.summary)")
    #expect(try scratch.run("show", "travel").text.contains("Team    Growth (growth)\n"))
  }

  private func state(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: folder)) {
      files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return files
  }

  private func modes(of folder: String) throws -> [String: Int] {
    var modes: [String: Int] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: folder)) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      modes[name] = attributes[.posixPermissions] as? Int
    }
    return modes
  }
}
