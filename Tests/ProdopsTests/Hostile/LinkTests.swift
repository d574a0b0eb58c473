import Foundation
import TestSupport
import Testing

/// Symbolic links are not followed, and that is said wherever something may be missed for it.
@Suite struct LinkTests {
  /// Links by their path and what they say.
  private static let told = [
    "plans": "old/plans", "up/here": "../old", "out": "/etc", "above": "../..", "round": ".",
    "nowhere": "no/such/folder", "chain": "plans",
  ]
  private static let silent = ["README": "docs/text.md", "old/again": "../docs/./text.md", ".hidden": "old"]

  private func repository(_ settings: String? = nil) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("growth.json", Sample.growth)
    try repository.write("old/plans/a.json", Sample.initiative("a"))
    try repository.write("docs/text.md", "text")
    try repository.write("up/x.md", "text")
    if let settings { try repository.write("prodops.json", settings) }
    for (path, target) in Self.told.merging(Self.silent, uniquingKeysWith: { $1 }) {
      try FileManager.default.createSymbolicLink(
        atPath: repository.path + "/" + path, withDestinationPath: target)
    }
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "Links")
    return repository
  }

  private func findings(_ repository: ScratchRepository, _ more: String...) throws -> [Findings.Item] {
    let run = try Tool.run(
      ["lint", "--format", "json", "--as-of", "2026-01-15"] + more, in: repository.path)
    #expect(run.status == 0, "\(run.summary)\(run.text)")
    return Findings(run.output)?.items.filter { $0.rule == "path/linked-folder" } ?? []
  }

  @Test func linkedFoldersAreToldInFilesAndCommitsAlike() throws {
    let repository = try repository()
    let onDisk = try findings(repository)
    #expect(Set(onDisk.map(\.path)) == Set(Self.told.keys))
    #expect(onDisk.allSatisfy { $0.severity == "info" && !$0.help.isEmpty })
    #expect(onDisk.first { $0.path == "plans" }?.message.contains("'old/plans'") == true)
    let committed = try findings(repository, "--rev", "HEAD")
    #expect(committed.map(\.message) == onDisk.map(\.message))
    #expect(try findings(repository, "--since", "HEAD").isEmpty)
  }

  @Test(arguments: [
    (#"{"version": 1, "exclude": ["out", "above", "up/**", "round", "nowhere", "chain"]}"#, ["plans"]),
    (#"{"version": 1, "roots": ["plans/2026/**"]}"#, ["plans"]),
    (#"{"version": 1, "roots": ["up"]}"#, ["up/here"]),
    (#"{"version": 1, "roots": ["old/**", "growth.json"]}"#, []),
  ]) func onlyWhereDefinitionsWouldBeRead(_ item: (settings: String, told: [String])) throws {
    let repository = try repository(item.settings)
    #expect(try findings(repository).map(\.path) == item.told)
    #expect(try findings(repository, "--rev", "HEAD").map(\.path) == item.told)
  }

  @Test func whatIsIgnoredIsNotTold() throws {
    let repository = try repository()
    try repository.write(".gitignore", "plans\nup/\n/out\nabove\nround\nnowhere\nchain/\n")
    #expect(try findings(repository).isEmpty)
  }

  /// A folder that became a link takes its definitions along: the diff says where they went.
  @Test func aFolderThatBecomesALinkIsToldByTheDiff() throws {
    let repository = try ScratchRepository()
    try repository.commit("One", ["plans/a.json": Sample.initiative("a")])
    try repository.git("mv", "plans", "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/plans", withDestinationPath: "../other")
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "Two")
    try repository.commit("Three", ["growth.json": Sample.growth])
    let run = try Tool.run(["diff", "HEAD~2..HEAD~1"], in: repository.path)
    #expect(run.text.contains("plans"), "\(run.text)")
    let later = try Tool.run(["diff", "HEAD~1..HEAD"], in: repository.path)
    #expect(!later.text.contains("plans"), "\(later.text)")
  }
}
