import Foundation

/// A directory of its own for one test, with git cut off from the configuration of whoever runs it.
///
/// Everything that git does here has pinned authors and dates: each commit is an hour after the one before.
public final class ScratchRepository {
  /// The directory that holds the repositories; removed with this object.
  public let root: String
  /// The repository that commands work in, unless they are told otherwise.
  public let path: String
  private var seconds: Int64

  /// Makes the directory and, unless told otherwise, an empty repository with the branch `main`.
  public init(_ arguments: String..., initialize: Bool = true, startingAt seconds: Int64 = 1_700_000_000)
    throws
  {
    let name = "prodops-test-\(UUID().uuidString)"
    root = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath().path
    path = root + "/repository"
    self.seconds = seconds
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    if initialize { try git(["init", "-q", "-b", "main"] + arguments) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Runs git, by default in the repository, and returns what it printed without the last line end.
  @discardableResult
  public func git(_ arguments: String..., in directory: String? = nil, time: Int64? = nil) throws -> String {
    try git(arguments, in: directory, time: time)
  }

  /// Runs git with a list of arguments.
  @discardableResult
  public func git(_ arguments: [String], in directory: String? = nil, time: Int64? = nil) throws -> String {
    let bytes = try gitBytes(arguments, in: directory, time: time)
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Runs git and returns the bytes that it printed.
  public func gitBytes(
    _ arguments: [String], in directory: String? = nil, input: [UInt8] = [], time: Int64? = nil
  ) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory ?? path)
    process.environment = environment(time: time ?? seconds)
    let (output, errors, standardInput) = (Pipe(), root + "/stderr", root + "/stdin")
    try Data(input).write(to: URL(fileURLWithPath: standardInput))
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle(forReadingAtPath: standardInput)
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let message = (try? String(contentsOfFile: errors, encoding: .utf8)) ?? ""
      throw GitFailure(arguments: arguments, status: process.terminationStatus, message: message)
    }
    return Array(bytes)
  }

  /// Deletes and writes files, relative to the repository, and commits everything; returns the commit's name.
  @discardableResult
  public func commit(
    _ message: String = "Change", _ files: [String: String] = [:], deleting: [String] = [], time: Int64? = nil
  ) throws -> String {
    for name in deleting { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }
    for (name, content) in files { try write(name, content) }
    seconds += 3_600
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message, time: time)
    return try git("rev-parse", "HEAD")
  }

  /// Merges branches into the current one, also where that is not needed; returns the commit's name.
  @discardableResult
  public func merge(_ branches: String..., message: String = "Merge", time: Int64? = nil) throws -> String {
    seconds += 3_600
    try git(["merge", "-q", "--no-ff", "--no-edit", "-m", message] + branches, time: time)
    return try git("rev-parse", "HEAD")
  }

  /// Writes a file, relative to the repository, with the directories above it.
  public func write(_ name: String, _ content: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: url)
  }

  private func environment(time: Int64) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": root, "XDG_CONFIG_HOME": root + "/config", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C",
      "TZ": "UTC",
      "GIT_TERMINAL_PROMPT": "0", "GIT_CONFIG_COUNT": "2",
      "GIT_CONFIG_KEY_0": "protocol.file.allow", "GIT_CONFIG_VALUE_0": "always",
      "GIT_CONFIG_KEY_1": "safe.directory", "GIT_CONFIG_VALUE_1": "*",
      "GIT_AUTHOR_NAME": "Ann Lee", "GIT_AUTHOR_EMAIL": "ann@example.com",
      "GIT_AUTHOR_DATE": "@\(time) +0200",
      "GIT_COMMITTER_NAME": "Bo Ruiz", "GIT_COMMITTER_EMAIL": "bo@example.com",
      "GIT_COMMITTER_DATE": "@\(time) +0000",
    ]
  }
}

/// A git command that did not end well.
public struct GitFailure: Error, CustomStringConvertible {
  /// What git was asked to do.
  public let arguments: [String]
  /// The status that it ended with.
  public let status: Int32
  /// What it said.
  public let message: String

  /// The command, its status and its words.
  public var description: String { "git \(arguments.joined(separator: " ")): status \(status): \(message)" }
}
