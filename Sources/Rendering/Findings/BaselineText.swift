internal import Diagnostics
internal import JSONSyntax
public import Linting
internal import Workspaces

/// A baseline as the file that holds it; `docs/output/baseline.schema.json` describes it.
public struct BaselineText: Sendable {
  /// The file's text.
  public let text: String
  /// How many findings it holds back.
  public let count: Int
  /// How many findings it cannot hold back: what no waiver silences, and what is wrong with the configuration.
  public let refused: Int

  /// The baseline of a result that tells every finding; entries stand by path, so that two branches seldom meet.
  public init(_ result: LintResult) {
    let (findings, refused) = result.forBaseline
    let entries = findings.map { (path: $0.place.path, rule: $0.rule, fingerprint: $0.fingerprint) }
      .sorted { left, right in
        if left.path != right.path { return left.path < right.path }
        return (left.rule, left.fingerprint) < (right.rule, right.fingerprint)
      }
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", Baseline.version)
      writer.array("findings", of: entries) { writer, entry in
        writer.object {
          $0.member("rule", entry.rule)
          $0.member("path", entry.path.text)
          $0.member("fingerprint", entry.fingerprint)
        }
      }
    }
    text = writer.text
    count = entries.count
    self.refused = refused
  }
}
