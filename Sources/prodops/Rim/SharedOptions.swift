public import ArgumentParser
public import CivilDates
public import Diagnostics

/// When colours are used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// Options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("as-of"), help: ArgumentHelp("The day that counts as today (YYYY-MM-DD).", valueName: "day"))
  var asOf: Day?

  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  var color: ColourChoice = .auto

  /// The day that counts as today, in the repository's time zone.
  func day(in zone: String) -> Day { asOf ?? Terminal.today(in: zone) }
}
