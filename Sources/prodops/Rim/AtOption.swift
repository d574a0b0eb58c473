import ArgumentParser
import ChangeHistory
import GitStore
import Rendering
import WorkspaceIO
import Workspaces

/// The time that a command looks at.
struct AtOption: ParsableArguments {
  @Option(
    name: [.customLong("at"), .customLong("rev")],
    help: ArgumentHelp(
      "As it stood in a revision, at the end of a day, or when another definition got under way (its kind:id).",
      valueName: "rev|day|name"))
  var at: String?

  /// The state that is meant; nil for the files on disk.
  func state(in place: WorkspacePlace) throws -> StateAt? {
    guard let at else { return nil }
    do {
      return try place.repository().state(at: at)
    } catch let refusal as StateRefusal {
      throw Self.failure(refusal)
    }
  }

  private static func failure(_ refusal: StateRefusal) -> any Error {
    switch refusal {
    case .git(let error): return error
    case .beforeHistory(let day, let begins, let isCut, let name):
      let what = name.map { "'\($0)' says that it began on \(day), but" } ?? "nothing is known of \(day):"
      let remedy =
        isCut
        ? "the clone is cut there, so set 'fetch-depth: 0' or run 'git fetch --unshallow'"
        : "name a later day"
      return Failure.usage("\(what) the history begins on \(begins); \(remedy)")
    case .noDefinition(let name):
      return Failure.usage(
        "the history has no definition '\(name)', so it does not tell when that got under way")
    case .notStarted(let name, .notYet(state: let state)):
      return Failure.usage("'\(name)' has not got under way: its state is '\(state)'")
    case .notStarted(let name, _):
      return Failure.usage(
        "'\(name)' has no state that tells when it got under way; name a revision or a day")
    }
  }
}

extension StateAt {
  /// Which state was taken, and why.
  var note: StateNote {
    let short = String(commit.description.prefix(8))
    let words: String
    switch reason {
    case .revision: words = "as of \(short) (\(day))"
    case .day: words = "as of \(day): \(short) had landed last"
    case .start(let name, .step(_, let from, let to)):
      words = "as of \(short) (\(day)), when \(name) went from '\(from)' to '\(to)'"
    case .start(let name, .stated(_, let text)):
      words =
        "as of \(day), where \(short) had landed last: \(name) states \(text) as its start, and was under way"
        + " already when its history begins"
    case .start(let name, .firstKnown(_, let state)):
      words = "as of \(short) (\(day)), the first version of \(name), which was '\(state)' already"
    case .start(let name, _): words = "as of \(short) (\(day)), for \(name)"
    }
    return StateNote(commit: commit.description, day: day, words: words)
  }
}
