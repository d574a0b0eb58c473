public import ArgumentParser
public import CivilDates
public import Diagnostics

/// When colours are used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension Severity: ExpressibleByArgument {
  /// Puts the parts together.
  public init?(argument: String) { self.init(name: argument) }
  /// The words that the option takes.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension Day: ExpressibleByArgument {
  /// Puts the parts together.
  public init?(argument: String) { self.init(argument) }
}

/// Options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day that counts as today (YYYY-MM-DD).", valueName: "day"))
  var asOf: Day?

  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  var color: ColourChoice = .auto

  @Option(
    help: ArgumentHelp("Give up after so many seconds; 0 means never.", valueName: "seconds"))
  var timeout: Int = 60

  /// Checks the limit of time, which runs from here on.
  func validate() throws {
    guard (0...86_400).contains(timeout) else { throw ValidationError("--timeout takes 0 to 86400 seconds.") }
    Watchdog.start(seconds: timeout)
  }

  /// The day that counts as today, in the repository's time zone.
  func day(in zone: String) -> Day { asOf ?? Terminal.today(in: zone) }
}
