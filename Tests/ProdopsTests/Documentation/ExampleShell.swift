import Foundation

/// A shell in the example company's repository, in which a page's commands run one after another.
final class ExampleShell {
  /// What a page may run beside the tool itself.
  static let allowed: Set<String> = ["prodops", "cd", "cat", "echo", "git", "ls", "mkdir"]

  private let scratch: Scratch
  private var folder: String
  private var status: Int32 = 0

  init() throws {
    scratch = try Scratch()
    folder = scratch.path
    let script = Page.root.appendingPathComponent("scripts/build-example.sh").path
    let made = try shell("'\(script)' lantern")
    guard status == 0 else { throw Tool.Failure(message: made) }
    folder += "/lantern"
  }

  /// Runs a command line; what it prints, on both streams, by lines without space at their ends.
  func run(_ command: String) throws -> [String] {
    let words = command.split(separator: " ")
    guard let first = words.first, Self.allowed.contains(String(first)) else {
      throw Tool.Failure(
        message: "pages run only \(Self.allowed.sorted().joined(separator: ", ")): \(command)")
    }
    if first == "cd", words.count == 2 {
      folder += "/" + words[1]
      return []
    }
    var lines = try shell("(exit \(status)); \(command)").components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Changes files as a reader would who follows the page.
  func apply(_ patch: [String]) throws {
    try scratch.write("change.patch", patch.joined(separator: "\n") + "\n")
    let answer = try shell("git apply --recount --unidiff-zero '\(scratch.path)/change.patch'")
    guard status == 0 else { throw Tool.Failure(message: "the change does not apply: \(answer)") }
  }

  private func shell(_ command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let binaries = URL(fileURLWithPath: Tool.path).deletingLastPathComponent().path
    process.environment = [
      "PATH": "\(binaries):/usr/bin:/bin", "HOME": scratch.path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_AUTHOR_NAME": "Ana", "GIT_AUTHOR_EMAIL": "ana@lantern.example",
      "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@lantern.example",
      "GIT_AUTHOR_DATE": "2025-12-22T10:00:00Z", "GIT_COMMITTER_DATE": "2025-12-22T10:00:00Z",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    return String(decoding: bytes, as: UTF8.self)
  }
}
