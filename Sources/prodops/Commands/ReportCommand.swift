import ArgumentParser
import Rendering
import Reporting

/// `prodops report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Tell what changed in a period: what slipped, what was finished, who decided.",
    discussion: """
      The period lies between two revisions, or between two days, both of which are part of it. Days are those of the \
      repository's time zone.

      Examples:
        prodops report --from 2026-01-01                     since the new year
        prodops report --from 2025-10-01 --to 2025-12-31     one quarter
        prodops report --from 2025-10-01 --format html > report.html
        prodops report --from v1.0 --to v2.0 --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, html, json
  }

  @Option(help: ArgumentHelp("The revision before the period, or its first day.", valueName: "rev|day"))
  var from: String

  @Option(help: ArgumentHelp("The revision that ends the period, or its last day.", valueName: "rev|day"))
  var to: String = "HEAD"

  @Option(help: "How the report is written: \(Format.allValueStrings.joined(separator: ", ")).")
  var format: Format = .markdown

  @Argument(help: "The folder to tell of.", completion: .directory)
  var path: String = "."

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let report = ChangeReport(
      try await PeriodRun.source(from: from, to: to, path: path, shared: shared))
    switch format {
    case .markdown: Output.write(MarkdownReport.render(report))
    case .html: Output.write(HTMLReport.render(report))
    case .json: Output.write(JSONReport.render(report, version: Version.text))
    }
  }
}
