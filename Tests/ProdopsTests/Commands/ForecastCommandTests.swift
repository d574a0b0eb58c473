import JSONSyntax
import TestSupport
import Testing

/// `forecast`, run as its users run it.
@Suite struct ForecastCommandTests {
  /// Twenty-four initiatives whose promises were kept, twelve in January and twelve in February 2024, and a new one.
  private func steady() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    func initiatives(_ range: Range<Int>, _ target: String, _ status: String) -> [String: String] {
      var files: [String: String] = [:]
      for index in range {
        files["i\(index).json"] = Sample.initiative("i\(index)", #", "target": "\#(target)""#)
          .replacing("\"idea\"", with: "\"\(status)\"")
      }
      return files
    }
    let january = { initiatives(0..<12, "2024-01-31", $0) }
    let february = { initiatives(12..<24, "2024-02-29", $0) }
    let promised = january("committed").merging(february("committed")) { $1 }
    // On 14 November, 30 January, 20 February and 1 May.
    try repository.commit(
      "Promise", promised.merging(["growth.json": Sample.growth]) { $1 }, time: 1_699_920_000)
    try repository.commit("January", january("launched"), time: 1_706_572_800)
    try repository.commit("February", february("launched"), time: 1_708_387_200)
    try repository.commit(
      "More", ["now.json": Sample.initiative("now", #", "target": "2024-06-30""#)], time: 1_714_521_600)
    return repository
  }

  @Test func thePastIsWhatItRestsOn() throws {
    let repository = try steady()
    let run = try Tool.run(
      ["forecast", "--from-history", "--as-of", "2024-05-31", "--format", "json"], in: repository.path)
    let root = try #require(JSONDocument.parse(run.output).root)
    #expect(root["outcomes"]?["rule"]?.string == "recorded", "\(run.text)")
    let promise = try #require(root["promises"]?.items.first { _ in true })
    #expect(promise["definition"]?.string == "initiative:now")
    #expect(promise["chance"]?.string == "very likely")
    #expect(promise["reference"]?["dates"]?.integer == 24)
    let words = try Tool.run(["forecast", "--from-history", "--as-of", "2024-05-31"], in: repository.path)
      .text
    #expect(words.contains("initiative:now  Initiative now  2024-06-30  very likely"), "\(words)")
    #expect(words.contains("Of 24 initiatives such as this one"), "\(words)")
    let calibration = try Tool.run(
      ["forecast", "--calibration", "--as-of", "2024-05-31"], in: repository.path)
    #expect(calibration.text.contains("Of 24 promised dates"), "\(calibration.text)")
    #expect(calibration.text.contains("100 % were met"), "\(calibration.text)")
  }

  @Test func theSameQuestionHasTheSameAnswer() throws {
    let scratch = try Scratch()
    let path = try ChangesTests.example(in: scratch)
    for option in ["--as-of=2025-12-22", "--calibration", "--backtest"] {
      for format in ["human", "json"] {
        let runs = try (0..<3).map { _ in
          try Tool.run(["forecast", option, "--format", format], in: path)
        }
        #expect(runs.allSatisfy { $0.status == 0 && $0.output == runs[0].output }, "\(runs[0].summary)")
      }
    }
    withExtendedLifetime(scratch) {}
  }

  @Test func whatCannotBeAskedIsSaid() throws {
    let repository = try steady()
    let both = try Tool.run(["forecast", "--calibration", "--backtest"], in: repository.path)
    #expect(both.status == 2 && both.errorText.contains("ask for one"), "\(both.summary)")
    let early = try Tool.run(["forecast", "--from-history", "--to", "2020-01-01"], in: repository.path)
    #expect(early.status == 2 && early.errorText.contains("the history begins after 2020-01-01"))
    let before = try Tool.run(["forecast", "--from-history", "--as-of", "2020-01-01"], in: repository.path)
    #expect(before.status == 0 && before.text.contains("No promise is open on 2020-01-01"))
    let none = try Tool.run(["forecast", "--backtest"], in: repository.path)
    #expect(none.status == 0 && none.text.contains("No forecast of the past can be scored yet"))
    let late = try Tool.run(["forecast", "--from-history", "--as-of", "2025-01-01"], in: repository.path)
    #expect(late.text.contains("note: the last commit is of 2024-05-01"), "\(late.text)")
  }

  @Test func aCutCloneSaysSo() throws {
    let repository = try steady()
    let clone = repository.root + "/shallow"
    try repository.git("clone", "-q", "--depth", "1", "file://" + repository.path, clone, in: repository.root)
    let run = try Tool.run(["forecast", "--from-history", "--as-of", "2024-05-31"], in: clone)
    #expect(run.status == 0)
    #expect(run.text.contains("git fetch --unshallow"), "\(run.summary)")
  }
}
