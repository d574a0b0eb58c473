import Diagnostics
import Linting
import Rendering
import WorkspaceIO
import Workspaces

extension LintCommand {
  /// Where the baseline stands unless the configuration says otherwise.
  private static let usualPath: RepositoryPath = "prodops-baseline.json"

  /// Writes everything that is found now into the baseline.
  func writeBaseline(_ place: WorkspacePlace) async throws {
    guard place.below == nil else {
      throw Failure.usage("the baseline is about the whole of '\(place.root)': name no folder or file in it")
    }
    let snapshot = try await WorkspaceLoader(root: place.root).loadFolder()
    let day = shared.day(in: snapshot.configuration.timezone)
    let result = await Linter.run(snapshot, asOf: day, findingsPerFile: .max)
    if result.findings.contains(where: { $0.severity == .error && $0.place.path == Configuration.path }) {
      throw Failure.usage("prodops.json has errors, which 'prodops lint' tells; mend them first")
    }
    let path = snapshot.configuration.baselinePath ?? Self.usualPath
    try refuseOther(path, snapshot, place)
    let baseline = BaselineText(result)
    let limit = Limits().baselineBytes
    guard baseline.text.utf8.count <= limit else {
      throw Failure.work(
        "the \(Counting.words(baseline.count, "finding")) need more than the \(limit >> 20) MiB that a baseline may "
          + "have; turn off the rules that find most of them, or set \"roots\" in prodops.json")
    }
    var writer = try FileWriter(root: place.root)
    try writer.replace(path, Array(baseline.text.utf8))
    Output.write(TerminalText.escaping(path.text) + "\n")
    Output.writeError(advice(baseline, path, isNamed: snapshot.configuration.baselinePath != nil))
  }

  /// A file that is there and is no baseline is not overwritten, whatever the configuration says.
  private func refuseOther(_ path: RepositoryPath, _ snapshot: Snapshot, _ place: WorkspacePlace) throws {
    let folder = try PlainFolder(place.root)
    guard folder.has(path) else { return }
    let known = snapshot.baseline ?? Baseline(path: path, folder.bytes(of: path) ?? [])
    guard known.isOwn else {
      throw Failure.usage("'\(path.text)' is there and is no baseline, so that it is not overwritten")
    }
  }

  private func advice(_ baseline: BaselineText, _ path: RepositoryPath, isNamed: Bool) -> String {
    var text = "\(Counting.words(baseline.count, "finding")) held back from now on.\n"
    if baseline.refused > 0 {
      text +=
        "\(Counting.words(baseline.refused, "finding")) cannot be: files that cannot be read, and others that no "
      text += "waiver silences. 'prodops lint' tells them.\n"
    }
    guard !isNamed else { return text }
    return text + "\nNext: name the file in prodops.json, or it has no effect: "
      + "\"lint\": { \"baseline\": \"\(TerminalText.escaping(path.text))\" }\n"
  }
}
