internal import Diagnostics
internal import Linting

/// Findings as annotations of a GitHub Actions run.
///
/// The runner shows ten annotations of a kind for a step: the most severe come first, the rest follow as plain
/// lines, and what was left out of the annotations is said.
public enum GitHubFindings {
  private static let annotationsPerKind = 10
  private static let messageLimit = 4_000

  /// The lines.
  public static func render(_ list: FindingList) -> String {
    var lines: [String] = []
    var rest: [String] = []
    for severity in Severity.allCases.reversed() {
      let findings = list.result.findings.filter { $0.severity == severity }
      lines += findings.prefix(annotationsPerKind).map(annotation)
      let others = findings.dropFirst(annotationsPerKind)
      guard !others.isEmpty else { continue }
      rest.append("\(others.count) more of severity \(severity.name), not annotated:")
      rest += others.map { "  \(plain($0))" }
    }
    lines += rest
    lines.append(list.summary)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func annotation(_ finding: Finding) -> String {
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    let place = finding.place
    var text = finding.message
    if !finding.candidates.isEmpty {
      text += "; " + Counting.suggestion(finding.candidates)
    }
    if !finding.help.isEmpty { text += "\n" + finding.help }
    let properties = [
      "file=\(property(place.path.text))", "line=\(place.start.line)", "endLine=\(place.end.line)",
      "col=\(place.start.column)", "endColumn=\(place.end.column)", "title=\(property(finding.rule))",
    ]
    return
      "::\(command) \(properties.joined(separator: ","))::\(data(VisibleText.beginning(of: text, atMost: messageLimit)))"
  }

  private static func plain(_ finding: Finding) -> String {
    TerminalText.escaping(
      "\(finding.place.path.text):\(finding.place.start.line):\(finding.place.start.column): "
        + "\(finding.severity.name): \(finding.message) [\(finding.rule)]")
  }

  /// A message: line breaks are ours, what a stranger wrote was made visible before.
  static func data(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      TerminalText.escaping(String($0))
    }
    return lines.joined(separator: "\n").unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  static func property(_ text: String) -> String {
    data(TerminalText.escaping(text)).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
