import Foundation
import Glibc

/// The built tool, run as its users run it.
enum Tool {
  /// How a run went.
  struct Run: Sendable {
    let arguments: [String]
    /// The exit code; 128 and the signal's number where one ended the run.
    let status: Int32
    let output: [UInt8]
    let errors: [UInt8]
    let seconds: Double
    /// The most memory that the process had, in MiB.
    let peakMemory: Int

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: errors, as: UTF8.self) }
    /// The run in a line, for failures.
    var summary: String {
      "prodops \(arguments.joined(separator: " ")): status \(status) after \(seconds) s\n\(errorText.prefix(600))"
    }
  }

  /// Where a stream of the run goes, if not into the result.
  enum Stream {
    case captured, closed
    case file(String)
  }

  /// The binary: beside the bundle of the tests, or what `PRODOPS_BINARY` names.
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["PRODOPS_BINARY"] { return path }
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = bundle.appendingPathComponent("prodops").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    // Where the tests are a bundle that another program loads.
    let arguments = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: arguments).deletingLastPathComponent().appendingPathComponent("prodops").path
  }()

  /// Whether the tool has a command of this name.
  static func has(_ command: String) -> Bool { commands.contains(command) }

  /// The names of its commands.
  static let commands: Set<String> = {
    let help = (try? run(["--help"], in: "/").text) ?? ""
    let lines = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS") }.dropFirst()
    return Set(lines.compactMap { $0.split(separator: " ").first.map(String.init) })
  }()

  /// Runs the tool in a folder, with an environment of its own, for at most two minutes.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:], output: Stream = .captured,
    errors: Stream = .captured, input: [UInt8] = []
  ) throws -> Run {
    let scratch = try Scratch()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    try scratch.write("in", input)
    posix_spawn_file_actions_addopen(&actions, 0, scratch.path + "/in", O_RDONLY, 0)
    redirect(1, output, scratch.path + "/out", &actions)
    redirect(2, errors, scratch.path + "/err", &actions)
    var variables = ["PATH": "/usr/bin:/bin", "HOME": scratch.path, "LC_ALL": "C.UTF-8"]
    variables.merge(environment) { _, new in new }
    // `env` changes the folder and becomes the tool.
    let words = (["env", "-C", folder, path] + arguments).map { strdup($0) } + [nil]
    let settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + settings).forEach { free($0) } }
    let start = clock()
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/usr/bin/env", &actions, nil, words, settings)
    guard failure == 0 else { throw Failure(message: "\(path): \(String(cString: strerror(failure)))") }
    let (status, peak) = wait(for: process, since: start)
    return Run(
      arguments: arguments, status: status, output: (try? scratch.read("out")) ?? [],
      errors: (try? scratch.read("err")) ?? [], seconds: clock() - start,
      peakMemory: peak / 1_024)
  }

  struct Failure: Error { let message: String }

  private static func redirect(
    _ descriptor: Int32, _ stream: Stream, _ file: String, _ actions: inout posix_spawn_file_actions_t
  ) {
    switch stream {
    case .captured: posix_spawn_file_actions_addopen(&actions, descriptor, file, O_WRONLY | O_CREAT, 0o600)
    case .closed: posix_spawn_file_actions_addclose(&actions, descriptor)
    case .file(let path): posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY, 0)
    }
  }

  /// Waits for the end of a process: its status, and the most memory that it had, in KiB.
  ///
  /// What the system reports at the end counts the memory of whoever started the process, too, so that it says nothing
  /// while it is no more than that: then what was seen while the process ran counts.
  private static func wait(for process: pid_t, since start: Double) -> (Int32, Int) {
    var usage = rusage()
    var status: Int32 = 0
    var seen = 0
    while true {
      let ended = wait4(process, &status, WNOHANG, &usage)
      if ended == process { break }
      if ended < 0, errno != EINTR { return (-1, seen) }
      if clock() - start > 120 { kill(process, SIGKILL) }
      seen = max(seen, highestMemory(of: "\(process)"))
      usleep(1_000)
    }
    let signal = status & 0x7F
    let reported = Int(usage.ru_maxrss)
    return (
      signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      reported > highestMemory(of: "self") ? reported : seen
    )
  }

  /// The most memory that a process has had, in KiB; 0 where it is over.
  private static func highestMemory(of process: String) -> Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return Int(text.dropFirst(6).prefix { $0 != "k" }.filter(\.isNumber)) ?? 0
    }
    return 0
  }

  private static func clock() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
