import ArgumentParser
import Diagnostics
import GitStore
import Glibc
import Rendering
import Synchronization
import WorkspaceIO

/// Runs the command that the arguments name, and ends the process with the code that tells how it went.
enum CommandRun {
  private static let held = Mutex<[any Sendable]>([])

  /// Keeps what need not be freed any more, as the process is about to end.
  static func hold(_ read: [any Sendable]) { held.withLock { $0 += read } }

  static func run(_ arguments: [String]) async {
    do {
      if arguments.isEmpty {
        Output.write(Prodops.helpMessage(columns: Terminal.width))
        exit(Ending.fine.rawValue)
      }
      var command = try Prodops.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(Ending.fine.rawValue)
    } catch let ending as Ending {
      exit(ending.rawValue)
    } catch let failure as Failure {
      complain(failure.message)
      exit(failure.ending.rawValue)
    } catch let error as WorkspaceError {
      complain(words(error))
      exit(Ending.couldNotWork.rawValue)
    } catch let failure as WritingFailure {
      complain("cannot write '\(failure.path.text)': \(failure.reason)")
      exit(Ending.couldNotWork.rawValue)
    } catch let error as GitError {
      complain(error.description)
      exit(ending(of: error).rawValue)
    } catch {
      leave(arguments, error)
    }
  }

  static func complain(_ message: String) {
    Output.writeError("prodops: \(TerminalText.escaping(message))\n")
  }

  /// A revision that is none is the caller's mistake; anything else keeps the tool from working.
  private static func ending(of error: GitError) -> Ending {
    switch error {
    case .unknownRevision, .ambiguousRevision, .invalidRevision: .wrongUsage
    default: .couldNotWork
    }
  }

  private static func words(_ error: WorkspaceError) -> String {
    switch error {
    case .noFolder(let path, let reason): "cannot read '\(path)': \(reason)"
    case .git(let error): error.description
    case .tooLarge(let limit):
      "the definition files have more than \(limit / (1 << 20)) MiB together; set \"roots\" in prodops.json to the "
        + "folders that hold definitions"
    }
  }

  /// Ends as the argument parser wishes: help and version on standard output, usage errors with code 2.
  private static func leave(_ arguments: [String], _ error: any Error) -> Never {
    let message = Prodops.fullMessage(for: error, columns: Terminal.width)
    guard Prodops.exitCode(for: error) != .success else {
      Output.write(message + (message.hasSuffix("\n") ? "" : "\n"))
      exit(Ending.fine.rawValue)
    }
    var text = message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TerminalText.escaping(String($0)) }.joined(separator: "\n")
    if let word = arguments.first(where: { !$0.hasPrefix("-") }), let near = nearestCommand(word) {
      text = "Error: no command is named '\(TerminalText.escaping(word))'; did you mean '\(near)'?"
    }
    Output.writeError(text + (text.hasSuffix("\n") ? "" : "\n"))
    exit(Ending.wrongUsage.rawValue)
  }

  private static func nearestCommand(_ word: String) -> String? {
    let names = Prodops.configuration.subcommands.compactMap {
      $0.configuration.commandName ?? $0._commandName
    }
    guard !names.contains(word) else { return nil }
    return NearestNames.candidates(for: word, among: names, limit: 1).first
  }
}
