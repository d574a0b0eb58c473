import Foundation
import JSONSyntax
import TestSupport
import Testing

/// `log` without a definition: everything that landed.
@Suite struct LogListTests {
  private static func initiative(_ id: String, _ more: String = "") -> String { Sample.initiative(id, more) }

  private static func metric(_ title: String) -> String {
    #"{"kind": "metric", "id": "m", "title": "\#(title)", "status": "active"}"# + "\n"
  }

  /// What came, was edited in a branch, broke, was mended, went, came back, and was another thing under an old id.
  private func eventful() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.commit(
      "Start",
      ["growth.json": Sample.growth, "a.json": Self.initiative("a"), "m.json": Self.metric("Visits a day")])
    try repository.git("checkout", "-q", "-b", "topic")
    try repository.commit("Edit", ["a.json": Self.initiative("a", #", "rank": 1"#)])
    try repository.git("checkout", "-q", "main")
    try repository.merge("topic")
    try repository.commit("Break", ["a.json": "{"])
    try repository.commit("Mend", ["a.json": Self.initiative("a", #", "rank": 2"#)])
    try repository.commit("Format", ["a.json": Self.initiative("a", #",   "rank":   2"#)])
    try repository.commit("Remove", [:], deleting: ["m.json"])
    try repository.commit("Restore", ["m.json": Self.metric("Visits a day")])
    try repository.commit("Remove again", [:], deleting: ["m.json"])
    try repository.commit(
      "Reuse",
      [
        "other.json":
          #"{"kind": "metric", "id": "m", "title": "Cost of hosting", "unit": "EUR", "status": "proposed"}"#
      ])
    return repository
  }

  private struct Change: Hashable {
    let definition: String
    let rule: String
  }

  private func list(_ arguments: String..., in folder: String) throws -> [String: Any] {
    let run = try Tool.run(["log", "--format", "json"] + arguments, in: folder)
    #expect(run.status == 0, "\(run.summary)")
    OutputSchemaTests.expect(run, fits: try OutputSchemaTests.published("log-all"))
    return try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
  }

  private func entries(_ list: [String: Any]) -> [[String: Any]] { list["entries"] as? [[String: Any]] ?? [] }

  private func changes(_ entry: [String: Any]) -> [Change] {
    (entry["definitions"] as? [[String: Any]] ?? []).flatMap { definition in
      (definition["changes"] as? [[String: Any]] ?? []).map {
        Change(definition: definition["definition"] as? String ?? "", rule: $0["rule"] as? String ?? "")
      }
    }
  }

  @Test func everyStepIsTold() throws {
    let repository = try eventful()
    let all = try list(in: repository.path)
    let told = entries(all).map(changes)
    #expect(
      told == [
        [Change(definition: "metric:m", rule: "definition/id-reused")],
        [Change(definition: "metric:m", rule: "definition/removed")],
        [Change(definition: "metric:m", rule: "definition/restored")],
        [Change(definition: "metric:m", rule: "definition/removed")],
        [Change(definition: "initiative:a", rule: "field/changed")],
        [],
        [Change(definition: "initiative:a", rule: "field/added")],
        [
          Change(definition: "initiative:a", rule: "definition/added"),
          Change(definition: "team:growth", rule: "definition/added"),
          Change(definition: "metric:m", rule: "definition/added"),
        ],
      ])
    let merge = entries(all)[6]
    #expect(merge["authors"] as? [String] == ["Ann Lee"] && merge["mergedBy"] as? String == "Ann Lee")
    #expect((entries(all)[5]["unreadable"] as? [Any])?.count == 1)
    let mended = (entries(all)[4]["definitions"] as? [[String: Any]])?.first
    #expect(mended?["followsUnreadable"] as? Bool == true)
    let summary = try #require(all["summary"] as? [String: Any])
    #expect(summary["steps"] as? Int == 8 && summary["changes"] as? Int == 9)
    #expect(summary["formatSteps"] as? Int == 1 && summary["unreadable"] as? Int == 1)
    #expect(try list("--summary", in: repository.path)["summary"] as? NSDictionary == summary as NSDictionary)
  }

  @Test func whatIsWantedIsTold() throws {
    let repository = try eventful()
    let all = entries(try list(in: repository.path)).map { $0 as NSDictionary }
    func told(_ arguments: [String]) throws -> (entries: [NSDictionary], isLimited: Bool) {
      let run = try Tool.run(["log", "--format", "json"] + arguments, in: repository.path)
      let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
      return (
        (object?["entries"] as? [NSDictionary] ?? []), object?["isLimited"] as? Bool ?? false
      )
    }
    for limit in 1...9 {
      let some = try told(["--limit", "\(limit)"])
      #expect(some.entries == Array(all.prefix(limit)) && some.isLimited == (limit < all.count), "\(limit)")
      #expect(try told(["--limit", "\(limit)", "--reverse"]).entries == all.prefix(limit).reversed())
    }
    #expect(try told(["--from", "HEAD~2"]).entries == Array(all.prefix(2)))
    #expect(try told(["--from", "HEAD~3", "--to", "HEAD~1"]).entries == Array(all[1..<3]))
    // A step that begins the period is judged by what was before it.
    #expect(try told(["--from", "HEAD~6", "--to", "HEAD~5"]).entries == [all[4]])
    #expect(try told(["--class", "risky"]).entries.allSatisfy { changes($0 as? [String: Any] ?? [:]) != [] })
    #expect(try told(["--class", "risky"]).entries.contains(all[0]))
    #expect(try told(["--class", "breaking"]).entries.isEmpty)
    let teams = try told(["--kind", "team"]).entries.map { changes($0 as? [String: Any] ?? [:]) }
    // Of what cannot be read nobody knows the kind.
    #expect(teams == [[], [Change(definition: "team:growth", rule: "definition/added")]])
  }

  @Test func peopleReadIt() throws {
    let repository = try eventful()
    let run = try Tool.run(["log"], in: repository.path)
    for words in [
      "Metric “Visits a day” (metric:m)", "by Ann Lee, merged by Ann Lee", "Rank", "Removed",
      "it was removed on", "The file cannot be read from here on (no JSON): a.json",
      "Counted from the last version before it that can be read",
      "1 step touched definition files without changing what they say", "9 changes in 8 steps: ",
    ] {
      #expect(run.text.contains(words), "\(words)\n\(run.text)")
    }
    let page = try Tool.run(["log", "--format", "markdown", "--limit", "2"], in: repository.path)
    #expect(
      page.text.contains("- Metric “") && page.text.contains("older changes are left out"), "\(page.text)")
    let counts = try Tool.run(["log", "--summary"], in: repository.path)
    #expect(counts.text.contains("KIND") && counts.text.contains("9 changes in 8 steps"), "\(counts.text)")
    let none = try Tool.run(["log", "--from", "HEAD"], in: repository.path)
    #expect(none.status == 0 && none.text == "0 changes in 0 steps\n", "\(none.summary) \(none.text)")
    let same = try Tool.run(["log"], in: repository.path)
    #expect(same.output == run.output)
  }

  @Test func whereTheCloneEndsIsSaid() throws {
    let repository = try eventful()
    let clone = repository.root + "/clone"
    try repository.git("clone", "-q", "--depth", "3", "file://\(repository.path)", clone)
    let run = try Tool.run(["log"], in: clone)
    #expect(run.status == 0 && run.text.contains("the clone is shallow and its history begins on"))
    let all = try list(in: clone)
    #expect(entries(all).count == 2 && all["historyBegins"] as? String != nil, "\(run.text)")
  }

  @Test(arguments: [
    (["log", "--field", "rank"], "--field needs a definition"),
    (["log", "initiative:a", "--class", "risky"], "--class is for the list of all changes"),
    (["log", "initiative:a", "--summary"], "--summary is for the list of all changes"),
    (["log", "--kind", "initiativ"], "did you mean 'initiative'?"),
    (["log", "--class", "grave"], "grave"), (["log", "--limit", "0"], "from 1"),
    (["log", "--to", "no-such-rev"], "no-such-rev"), (["log", "--to", "2001-01-01"], "begins after"),
  ]) func mistakesAreTold(_ arguments: [String], _ words: String) throws {
    let repository = try ScratchRepository()
    try repository.commit("Start", ["a.json": Self.initiative("a")])
    let run = try Tool.run(arguments, in: repository.path)
    #expect(run.status == 2 && run.errorText.contains(words), "\(run.summary)")
  }

  /// The list against the lives of the definitions in it.
  @Test func itAgreesWithTheLives() throws {
    let repository = try eventful()
    try LogAgreement(repository.path).expect(atMost: 10, atLeast: 3)
  }

  @Test(.needsCorpora) func itAgreesWithTheLivesOfARealHistory() throws {
    let scratch = try ScratchRepository(initialize: false)
    let path = scratch.root + "/keps"
    try scratch.git("clone", "-q", "\(Corpora.folder ?? "")/keps.bundle", path, in: scratch.root)
    try LogAgreement(path).expect(atMost: 40, atLeast: 40)
  }
}

/// What the list says of a definition, beside what its life says.
private struct LogAgreement {
  /// What one step did to one definition.
  private struct Told {
    let commit: String
    let changes: [JSONValue]

    var rules: [String] { changes.compactMap { $0["rule"]?.string } }
  }

  private var told: [String: [Told]] = [:]
  private let folder: String

  init(_ folder: String) throws {
    self.folder = folder
    for entry in try Self.entries(["log"], folder) {
      guard let definitions = entry["definitions"]?.items else { continue }
      for definition in definitions {
        told[definition["definition"]?.string ?? "", default: []].append(
          Told(commit: entry["commit"]?.string ?? "", changes: Self.changes(of: definition)))
      }
    }
  }

  private static func entries(_ arguments: [String], _ folder: String) throws -> [JSONValue] {
    let run = try Tool.run(arguments + ["--format", "json"], in: folder)
    #expect(run.status == 0, "\(run.summary)")
    return JSONDocument.parse(run.output).root?["entries"].map { Array($0.items) } ?? []
  }

  private static func changes(of value: JSONValue) -> [JSONValue] {
    value["changes"].map { Array($0.items) } ?? []
  }

  /// A value without the white space around it.
  private static func compact(_ value: JSONValue) -> String {
    switch value.kind {
    case .object:
      "{" + value.members.map { "\($0.name):\(compact($0.value))" }.joined(separator: ",") + "}"
    case .array: "[" + value.items.map(compact).joined(separator: ",") + "]"
    default: String(decoding: value.text, as: UTF8.self)
    }
  }

  /// Compares the lives of definitions, spread over all: every change of a step, field by field.
  func expect(atMost most: Int, atLeast least: Int) throws {
    // Of two files with one id, each is followed by itself.
    let names = told.filter { name, steps in
      let rules = steps.flatMap(\.rules)
      return rules.count { $0 == "definition/added" } == 1
        && !rules.contains { $0 == "definition/rename-suspected" || $0 == "definition/replaced" }
    }.keys.sorted()
    let chosen = stride(from: 0, to: names.count, by: max(names.count / most, 1)).map { names[$0] }
    #expect(chosen.count >= least)
    for name in chosen { try compare(name) }
  }

  private func compare(_ name: String) throws {
    var left = told[name] ?? []
    for entry in try Self.entries(["log", name], folder) where entry["definition"]?.string == name {
      let commit = entry["commit"]?.string ?? ""
      let changes = Self.changes(of: entry)
      guard !changes.isEmpty, entry["goesOnAs"]?.kind == .null else { continue }
      let here = left.filter { $0.commit == commit }
      left.removeAll { $0.commit == commit }
      // That an id is back, or another's, only the whole history tells.
      if here.contains(where: { !Self.returning.isDisjoint(with: $0.rules) }) { continue }
      // How often a promise slipped before, only the log of its definition weighs.
      let counted = changes.map { Self.compact($0).contains("slipped-before") }
      let mine = here.flatMap(\.changes)
      #expect(mine.count == changes.count, "\(name) in \(commit)")
      for (index, (left, right)) in zip(mine, changes).enumerated() {
        if counted[index] {
          #expect(
            left["rule"]?.string == right["rule"]?.string
              && left["pointer"]?.string == right["pointer"]?.string)
        } else {
          #expect(Self.compact(left) == Self.compact(right), "\(name) in \(commit)")
        }
      }
    }
    #expect(left.isEmpty, "\(name): \(left.map(\.commit))")
  }

  private static let returning: Set = ["definition/restored", "definition/id-reused"]
}
