import TestSupport
import Testing

/// What speaks against a plan, told wherever the plan is published.
@Suite struct PlanCaveatTests {
  private static let lost = "schedule.lock.json cannot be read"
  private static let unfit = "Something does not fit together"

  /// Two initiatives that wait for each other in one state, and an order that cannot be read in the other.
  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    let team =
      #"{"kind": "team", "id": "web", "title": "Web", "members": [{"id": "ana", "role": "engineer"}]}"#
    func initiative(_ id: String, after other: String) -> String {
      #"""
      {"kind": "initiative", "id": "\#(id)", "title": "The \#(id)", "team": "web", "status": "committed",
       "target": "2026-03-31", "work": [{"team": "web", "effort": 2}], "dependsOn": [\#(other)]}
      """#
    }
    let sound = [
      "web.json": team, "a.json": initiative("a", after: ""), "b.json": initiative("b", after: ""),
      "schedule.lock.json": #"{"version": 1, "order": ["a", "b"]}"#,
    ]
    try repository.commit("Sound", sound)
    try repository.git("branch", "circle")
    try repository.commit("Lost", ["schedule.lock.json": #"{"version": 1, "order": ["a", "#])
    try repository.git("switch", "-q", "circle")
    try repository.commit(
      "Circle", ["a.json": initiative("a", after: #""b""#), "b.json": initiative("b", after: #""a""#)])
    return repository
  }

  private func text(_ arguments: [String], in repository: ScratchRepository) throws -> String {
    let run = try Tool.run(arguments + ["--as-of", "2026-01-05"], in: repository.path)
    #expect(run.status == 0, "\(run.summary)")
    // Of words at a terminal lines may be broken anywhere, and Markdown shields their full stops.
    return run.text.replacing(/\s+/, with: " ").replacing("\\", with: "")
  }

  @Test func aLostOrderIsToldInEveryFormatOfWords() throws {
    let repository = try repository()
    for (command, formats) in [
      ("schedule", ["human", "markdown", "json", "html"]), ("forecast", ["human", "markdown", "json"]),
    ] {
      for format in formats {
        try repository.git("switch", "-q", "main")
        let here = try text([command, "--format", format], in: repository)
        #expect(here.contains(Self.lost), "\(command) \(format): \(here)")
        let there = try text([command, "circle...main", "--format", format], in: repository)
        #expect(there.contains(Self.lost + " in main"), "\(command) \(format): \(there)")
        #expect(!there.contains(Self.lost + " in circle"))
        try repository.git("switch", "-q", "circle")
        #expect(try !text([command, "--format", format], in: repository).contains(Self.lost))
      }
    }
    for format in ["human", "markdown", "json"] {
      try repository.git("switch", "-q", "main")
      let explained = try text(["explain", "initiative:a", "--format", format], in: repository)
      #expect(explained.contains(Self.lost), "\(explained)")
    }
  }

  @Test func aForecastTellsThatSomethingDoesNotFit() throws {
    let repository = try repository()
    for format in ["human", "markdown", "json"] {
      #expect(try text(["forecast", "--format", format], in: repository).contains(Self.unfit + ":"))
      let both = try text(["forecast", "main..circle", "--format", format], in: repository)
      #expect(both.contains(Self.unfit + " in circle:") && !both.contains(Self.unfit + " in main"), "\(both)")
    }
    for (command, schema) in [("schedule", "schedule"), ("forecast", "forecast-changes")] {
      let run = try Tool.run(
        [command, "main..circle", "--as-of", "2026-01-05", "--format", "json"], in: repository.path)
      OutputSchemaTests.expect(run, fits: try OutputSchemaTests.published(schema))
    }
  }
}
