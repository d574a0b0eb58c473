import Glibc

/// One run of a program, from start to end.
struct ProcessRun {
  /// Wall-clock seconds.
  var seconds: Double
  /// Seconds of processor time, its own and the system's for it.
  var cpu: Double
  /// The most memory that was resident, in MiB; never less than this program's own at the start.
  var peakMiB: Double
  /// The exit code; 128 and the signal's number where a signal ended it.
  var status: Int32
  var output: [UInt8] = []
}

enum Subprocess {
  /// Runs `command` in `folder`; its output goes nowhere unless it is wanted.
  static func run(_ command: [String], in folder: String, capturing: Bool = false) throws -> ProcessRun {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var ends: [Int32] = [-1, -1]
    if capturing {
      guard pipe(&ends) == 0 else { throw FileFault(path: "pipe") }
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
      posix_spawn_file_actions_addclose(&actions, ends[0])
      posix_spawn_file_actions_addclose(&actions, ends[1])
    } else {
      posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(here) }
    guard chdir(folder) == 0 else { throw FileFault(path: folder) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    let began = now()
    var child: pid_t = 0
    let code = posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
    fchdir(here)
    if capturing { close(ends[1]) }
    guard code == 0 else { throw FileFault(path: command[0], code: code) }
    let output = capturing ? try Files.drain(ends[0], command[0]) : []
    if capturing { close(ends[0]) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw FileFault(path: command[0]) }
    }
    return ProcessRun(
      seconds: now() - began, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMiB: Double(usage.ru_maxrss) / 1024,
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F), output: output)
  }

  /// The absolute path of a program that is named by its path; others are looked for as a shell does.
  static func program(_ name: String) -> String {
    guard name.contains("/"), let path = realpath(name, nil) else { return name }
    defer { free(path) }
    return String(cString: path)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
