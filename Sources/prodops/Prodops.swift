import ArgumentParser

/// The command-line tool.
@main struct Prodops: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prodops",
    abstract: "Product operations as code: check, compare and report plans that live in git.",
    discussion: """
      Definitions are JSON files in a git repository: plans, initiatives, metrics, experiments, tools, processes.

      Examples:
        prodops lint                         check the folder you are in
        prodops lint --since main            only what your branch adds
        prodops diff main...HEAD             what your branch changes, in words
        prodops report --from 2026-01-01     what changed since the new year
        prodops explain initiative/target-passed

      Exit codes: 0 nothing to object to; 1 findings or changes at or above --fail-on;
      2 wrong usage or configuration; 3 the tool could not do its work.
      """,
    version: Version.text,
    subcommands: [
      BlameCommand.self, BriefCommand.self, CompletionsCommand.self, DiffCommand.self, ExplainCommand.self,
      FmtCommand.self, ForecastCommand.self, InitCommand.self, LintCommand.self, ListCommand.self,
      LogCommand.self, NewCommand.self, ReportCommand.self, ScheduleCommand.self, ShowCommand.self,
      VersionCommand.self,
    ])

  static func main() async {
    await CommandRun.run(Array(CommandLine.arguments.dropFirst()))
  }
}

/// The tool's version.
enum Version {
  static let text = "0.1.0"
}
