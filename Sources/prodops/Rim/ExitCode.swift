import ArgumentParser

/// What the process tells its caller; the table stands in the README.
enum Ending: Int32, Error {
  /// Nothing to object to.
  case fine = 0
  /// Findings, or changes, at or above `--fail-on`.
  case objections = 1
  /// Wrong usage or configuration.
  case wrongUsage = 2
  /// The tool could not do its work.
  case couldNotWork = 3
}

/// A failure of the whole run, with its sentence.
struct Failure: Error {
  let ending: Ending
  let message: String

  static func usage(_ message: String) -> Failure { Failure(ending: .wrongUsage, message: message) }
  static func work(_ message: String) -> Failure { Failure(ending: .couldNotWork, message: message) }
}
