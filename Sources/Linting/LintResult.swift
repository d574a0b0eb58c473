public import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// What linting a snapshot came to.
public struct LintResult: Sendable {
  /// The findings, in the order in which they are shown.
  public var findings: [Finding]
  /// How many definitions were looked at.
  public var definitions: Int
  /// How many findings waivers silenced.
  public var waived: Int
  /// The findings that the baseline holds back.
  public var heldBack: [Finding] = []
  /// How many files without a kind were left alone.
  public var withoutKind: Int
  /// How many findings are beyond the limit of their file, and only counted.
  public var notShown: Int
  /// The day that counted as today.
  public var asOf: Day
  /// With `--since`: the findings of the base that are gone.
  public var fixedSince: [Finding]?
  /// The tree, for the lines that findings are about.
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot, asOf: Day, findings: [Finding], waived: Int, notShown: Int) {
    self.snapshot = snapshot
    self.asOf = asOf
    self.findings = findings
    self.waived = waived
    self.notShown = notShown
    definitions = snapshot.definitions.count
    withoutKind = snapshot.files.reduce(0) { count, file in
      if case .noKind = file.source.content { return count + 1 }
      return count
    }
  }

  /// How many findings have this severity.
  public func count(of severity: Severity) -> Int {
    findings.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  /// Whether any finding is at least this severe.
  public func fails(on severity: Severity) -> Bool { findings.contains { $0.severity >= severity } }

  /// The text of a file of the tree.
  public func bytes(of path: RepositoryPath) -> [UInt8]? { snapshot.file(at: path)?.source.document.bytes }

  /// What no output may show of the file at `path`: the strings that hold what looks like a credential.
  public func hidden(in path: RepositoryPath) -> [ByteSpan] {
    guard let source = snapshot.file(at: path)?.source else { return [] }
    return source.secretNodes.map { node in
      let value = JSONValue(document: source.document, index: node)
      return ByteSpan(start: value.span.start + 1, end: max(value.span.end - 1, value.span.start + 1))
    }
  }

  /// The findings that `base` does not have, matched by what they are about, never by their line.
  public func new(since base: LintResult) -> LintResult {
    // Keyed by bytes: texts would be normalised, which strangers can make slow.
    var known: [[UInt8]: Int] = [:]
    for finding in base.findings { known[Array(finding.identity.utf8), default: 0] += 1 }
    var result = self
    result.findings = findings.filter { finding in
      let identity = Array(finding.identity.utf8)
      guard let count = known[identity], count > 0 else { return true }
      known[identity] = count - 1
      return false
    }
    result.fixedSince = base.findings.filter { finding in
      let identity = Array(finding.identity.utf8)
      guard let count = known[identity], count > 0 else { return false }
      known[identity] = count - 1
      return true
    }
    return result
  }
}

extension LintResult {
  /// Whether the configuration itself has errors: what it asks for cannot be trusted.
  public var hasBrokenConfiguration: Bool {
    findings.contains {
      $0.severity == .error && ($0.place.path == Configuration.path || $0.rule.hasPrefix("config/"))
    }
  }
}
