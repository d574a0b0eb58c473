import ArgumentParser

/// Corpora, floors and figures for `prodops`.
@main struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prodops-bench",
    abstract: "Makes corpora for prodops and measures it against its floors.",
    subcommands: [
      Generate.self, SeedFaults.self, CheckFaults.self, Lengthen.self, RunTable.self, Simulate.self,
      PSPLIBTable.self, StabilityTable.self,
    ])
}
