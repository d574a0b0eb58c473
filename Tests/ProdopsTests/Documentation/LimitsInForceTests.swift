import CivilDates
import Diagnostics
import Foundation
import GitStore
import JSONSyntax
import Linting
import TestSupport
import Testing
import WorkspaceIO
import Workspaces

/// Every bound on repositories is told by its rule when it is exceeded, on disk and in commits alike.
@Suite struct LimitsInForceTests {
  private static let files: [String: String] = [
    "growth.json": Sample.growth, "a.json": Sample.initiative("a"), "b.json": Sample.initiative("b"),
    "one/two/three/c.json": Sample.initiative("c"),
  ]

  private static let cases: [(name: String, rule: String, change: @Sendable (inout Limits) -> Void)] = [
    ("fileBytes", "file/size", { $0.fileBytes = 100 }),
    ("entries", "repository/size", { $0.entries = 2 }),
    ("definitions", "repository/size", { $0.definitions = 2 }),
    ("folderDepth", "repository/size", { $0.folderDepth = 2 }),
    ("links", "repository/size", { $0.links = 1 }),
    ("baselineBytes", "config/baseline-unreadable", { $0.baselineBytes = 10 }),
  ]

  private func repository() throws -> (ScratchRepository, WorkspacePlace) {
    let repository = try ScratchRepository()
    try repository.write(
      "prodops.json", #"{"version": 1, "lint": {"baseline": "prodops-baseline.json"}}"#)
    try repository.write("prodops-baseline.json", #"{"version": 1, "findings": []}"#)
    for (path, text) in Self.files { try repository.write(path, text) }
    for (name, target) in [("x", "one"), ("y", "one"), ("z", "one")] {
      try FileManager.default.createSymbolicLink(
        atPath: repository.path + "/" + name, withDestinationPath: target)
    }
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "One")
    return (repository, try WorkspacePlace.find(repository.path))
  }

  private func rules(_ snapshot: Snapshot) async -> [String] {
    await Linter.run(snapshot, asOf: Day(year: 2026, month: 1, day: 15) ?? .first).findings.map(\.rule)
  }

  @Test func everyBoundIsTold() async throws {
    let (scratch, place) = try repository()
    let location = try place.repository()
    let head = try location.resolve("HEAD")
    let sound = try await rules(WorkspaceLoader(root: place.root).loadFolder())
    for item in Self.cases {
      #expect(!sound.contains(item.rule))
      var limits = Limits()
      item.change(&limits)
      let loader = WorkspaceLoader(root: place.root, limits: limits)
      let onDisk = try await rules(loader.loadFolder())
      #expect(onDisk.contains(item.rule), "\(item.name) on disk: \(onDisk)")
      let committed = try await rules(loader.load(head, of: location.location))
      #expect(committed.contains(item.rule), "\(item.name) in a commit: \(committed)")
    }
    withExtendedLifetime(scratch) {}
  }

  @Test func tooManyBytesEndTheRun() async throws {
    let (scratch, place) = try repository()
    var limits = Limits()
    limits.totalBytes = 200
    let loader = WorkspaceLoader(root: place.root, limits: limits)
    let location = try place.repository()
    let head = try location.resolve("HEAD")
    await #expect(throws: WorkspaceError.tooLarge(limit: 200)) { _ = try await loader.loadFolder() }
    await #expect(throws: WorkspaceError.tooLarge(limit: 200)) {
      _ = try await loader.load(head, of: location.location)
    }
    withExtendedLifetime(scratch) {}
  }

  @Test func combiningMarks() async throws {
    let scratch = try Scratch()
    for (count, isRead) in [(30, true), (31, true), (2_001, false)] {
      let title = "e" + String(repeating: "\u{301}", count: count)
      try scratch.write("growth.json", Sample.growth.replacing("Growth", with: title))
      let run = try scratch.run("lint", "--format", "json")
      #expect(run.text.contains("text/combining") == (count > 30), "\(count): \(run.text)")
      #expect(run.text.contains("\"definitions\": 1,") == isRead, "\(count): \(run.text)")
    }
  }
}
