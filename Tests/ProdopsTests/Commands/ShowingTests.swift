import Foundation
import Testing

/// `show` and `list`, on the example company.
@Suite struct ShowingTests {
  @Test(arguments: [
    ("show-initiative.txt", ["show", "initiative:search-semantic"]),
    ("show-team.txt", ["show", "team:pages"]),
    ("show-tool.txt", ["show", "tool:beacon-insights"]),
    ("show-metric.json", ["show", "metric:activation-rate", "--format", "json"]),
    ("list-initiatives.txt", ["list", "initiative"]), ("list-all.txt", ["list"]),
    ("list-running.json", ["list", "experiment", "--where", "status=running", "--format", "json"]),
  ])
  func outputIsAsItWas(_ name: String, _ arguments: [String]) throws {
    let run = try Tool.run(arguments + ["--as-of", "2026-01-10"], in: ExampleRepository.path)
    #expect(run.status == 0, "\(run.summary)")
    try Golden.expect(run.text, equals: name)
  }

  @Test(arguments: [
    (["team!=search", "status=candidate"], 2), (["owner=@INES.carvalho"], 5), (["dependsOn="], -1),
    (["rank=1.0"], -1),
  ])
  func conditionsHold(_ conditions: [String], _ count: Int) throws {
    let arguments = ["list", "initiative", "--format", "json"] + conditions.flatMap { ["--where", $0] }
    let run = try Tool.run(arguments, in: ExampleRepository.path)
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let found = try #require(object?["count"] as? Int)
    #expect(count < 0 ? found > 0 && found < 26 : found == count, "\(found)")
  }

  @Test(arguments: [
    (["show", "initiative:search-semantik"], "did you mean 'initiative:search-semantic' or"),
    (["show", "metric:search-semantic"], "did you mean 'initiative:search-semantic'?"),
    (["show", "qqqqqqqq"], "'prodops list' names them all"),
    (["show", "team:pages", "--rev", "no-such-rev"], "no-such-rev"),
    (["list", "initiatve"], "did you mean 'initiative'?"),
    (["list", "--where", "statsu=x"], "did you mean 'status'"),
    (["list", "team", "--where", "memebers.id=x"], "did you mean 'members.id'?"),
    (["list", "--where", "x"], "no condition"),
  ])
  func whatIsNotThereIsWrongUsage(_ arguments: [String], _ words: String) throws {
    let run = try Tool.run(arguments, in: ExampleRepository.path)
    #expect(run.errorText.contains(words), "\(run.summary)")
    #expect(run.status == (arguments.contains("--rev") ? run.status : 2) && run.status >= 2, "\(run.summary)")
  }

  @Test func brokenDefinitionsAreShownAsFarAsTheyCanBeRead() throws {
    let scratch = try Scratch()
    try scratch.write(
      "a.json",
      "{\"kind\": \"team\", \"id\": \"a\", \"title\": 'A \"b\"', \"wipLimit\": 07, \"members\": [,] \"x\u{1B}[2J\": 1}"
    )
    let json = try scratch.run("show", "team:a", "--format", "json")
    #expect(json.status == 0, "\(json.summary)")
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    #expect((object?["findings"] as? [Any])?.isEmpty == false, "\(json.text)")
    let text = try scratch.run("show", "team:a")
    #expect(
      text.status == 0 && !text.output.contains(0x1B) && text.text.contains("error:"), "\(text.summary)")
  }
}
