import Foundation
import Testing

/// The project's own files, from the test's place in them.
enum Project {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The Swift files below `folder`, relative to the root.
  static func swiftFiles(_ folder: String) -> [String] {
    let base = root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
      .map { String($0.path.dropFirst(root.path.count + 1)) }.sorted()
  }

  /// What each module of the manifest may import, by module.
  static func manifest() throws -> [String: Set<String>] {
    let text = try text("Package.swift")
    var modules: [String: Set<String>] = [:]
    for match in text.matches(of: /module\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/) {
      let uses = match.2.map { list in list.matches(of: /"(\w+)"/).map { String($0.1) } } ?? []
      modules[String(match.1)] = Set(uses)
    }
    return modules
  }
}

@Suite struct ArchitectureTests {
  /// ARCHITECTURE.md's table says what the manifest says.
  @Test func theModuleTableIsTheManifest() throws {
    var table: [String: Set<String>] = [:]
    for match in try Project.text("ARCHITECTURE.md").matches(of: /(?m)^\| `(\w+)` \| ([^|]*) \|/) {
      table[String(match.1)] = Set(match.2.matches(of: /`(\w+)`/).map { String($0.1) })
    }
    let manifest = try Project.manifest()
    #expect(Set(table.keys) == Set(manifest.keys))
    for (module, uses) in manifest { #expect(table[module] == uses, "\(module)") }
  }

  /// Arrows between modules never go round.
  @Test func noModuleUsesItself() throws {
    let manifest = try Project.manifest()
    var order: [String] = []
    while order.count < manifest.count {
      let next = manifest.keys.filter { module in
        !order.contains(module)
          && (manifest[module] ?? []).allSatisfy { manifest[$0] == nil || order.contains($0) }
      }
      try #require(!next.isEmpty, "a cycle among \(manifest.keys.filter { !order.contains($0) }.sorted())")
      order += next
    }
  }

  @Test(arguments: Project.swiftFiles("Sources")) func aSourceKeepsTheHouseRules(_ file: String) throws {
    let text = try Project.text(file)
    let isRim =
      file.hasPrefix("Sources/prodops") || file.hasPrefix("Sources/WorkspaceIO")
      || file.hasPrefix("Sources/GitStore")
    func has(_ pattern: some RegexComponent) -> Bool { text.firstMatch(of: pattern) != nil }
    let importsFoundation = has(/(?m)^ *(?:public |internal |private )?import Foundation$/)
    let traps = has(/\btry!|fatalError\(|preconditionFailure\(/)
    let isUnfinished = has(/\b(?:TODO|FIXME|XXX)\b(?!")/) && !file.contains("Placeholder")
    let startsProcesses = has(/posix_spawn|\bfork\(|\bexecv|\bpopen\(/)
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count
    #expect(!importsFoundation)
    #expect(!traps)
    #expect(!isUnfinished)
    #expect(!startsProcesses)
    #expect(lines <= 401, "a file has one subject")
    guard !isRim else { return }
    let readsTheWorld = has(/\bgetenv\(|\btime\(nil\)|clock_gettime|[^\w]Date\(\)|\.random\(|(?m)^\s*print\(/)
    let importsGlibc = has(/import Glibc/)
    #expect(!readsTheWorld)
    #expect(!importsGlibc)
  }

  /// The list of embedded schemas is the folder.
  @Test func everySchemaIsEmbedded() throws {
    let folder = Project.root.appendingPathComponent("schemas").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".schema.json")
    }
    let embedded = try Project.text("Sources/CSchemas/schemas.c").matches(
      of: /#embed "..\/..\/schemas\/([\w.]+)"/)
    #expect(embedded.map { String($0.1) } == files.sorted())
  }
}
