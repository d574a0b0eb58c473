internal import Diagnostics
internal import Linting

/// Findings as Markdown, for a job's summary or a comment.
public enum MarkdownFindings {
  /// What a comment of a forge takes, less a margin.
  private static let limit = 60_000

  /// The text; whole files are left out at its end where it would be too long, and that is said.
  public static func render(_ list: FindingList) -> String {
    var text = "### prodops lint: \(list.counts)\n\n"
    let ending = "\n" + list.summary + "\n"
    var byFile: [(path: RepositoryPath, findings: [Finding])] = []
    for finding in list.result.findings {
      if byFile.last?.path == finding.place.path {
        byFile[byFile.count - 1].findings.append(finding)
      } else {
        byFile.append((finding.place.path, [finding]))
      }
    }
    for (index, file) in byFile.enumerated() {
      let rows = file.findings.map { finding in
        [
          "\(finding.place.start.line):\(finding.place.start.column)", finding.severity.name,
          words(finding), "[\(finding.rule)](\(list.page(of: finding.rule)))",
        ]
      }
      let section =
        "**\(MarkdownText.code(file.path.text))**\n\n"
        + MarkdownText.table(header: ["Line", "Severity", "What", "Rule"], rows: rows) + "\n"
      if text.utf8.count + section.utf8.count + ending.utf8.count > limit {
        let left = byFile[index...].reduce(0) { $0 + $1.findings.count }
        text += "… and \(Counting.words(left, "finding")) more in "
        text += "\(Counting.words(byFile.count - index, "file")), left out for length.\n"
        break
      }
      text += section
    }
    return text + ending
  }

  private static func words(_ finding: Finding) -> String {
    var text = MarkdownText.escaping(finding.message)
    if !finding.candidates.isEmpty {
      text += "; did you mean "
      text += Counting.list(finding.candidates.map { MarkdownText.code($0) }, "or") + "?"
    }
    if !finding.help.isEmpty { text += "<br>" + MarkdownText.escaping(finding.help) }
    return text
  }
}
