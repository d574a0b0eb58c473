internal import Diagnostics
public import Linting
internal import Workspaces

/// What the formats of findings need to know.
public struct FindingList: Sendable {
  /// The result.
  public let result: LintResult
  /// The tool's version.
  public let version: String
  /// The address of a rule's page; the rule's name is put where `{rule}` stands.
  public let rulePages: String

  /// How many findings there are of each severity, shown or not.
  private let totals: [Severity: Int]

  /// Findings to be shown: the most severe ones of very many, the rest only counted.
  public init(_ result: LintResult, version: String, rulePages: String) {
    totals = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0, result.count(of: $0)) })
    var result = result
    let limit = Limits().findingsShown
    if result.findings.count > limit {
      result.notShown += result.findings.count - limit
      let bySeverity = Severity.allCases.reversed().flatMap { severity in
        result.findings.filter { $0.severity == severity }
      }
      result.findings = bySeverity.prefix(limit).sorted(by: Finding.precedes)
    }
    self.result = result
    self.version = version
    self.rulePages = rulePages
  }

  /// How many findings of a severity there are, shown or not.
  func count(of severity: Severity) -> Int { totals[severity] ?? 0 }

  /// The address of the page about `rule`.
  public func page(of rule: String) -> String {
    rulePages.replacing("{rule}", with: rule.replacing("/", with: "-"))
  }

  /// `2 errors and 1 warning`.
  public var counts: String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = count(of: severity)
      guard count > 0 else { return nil }
      return Counting.words(count, severity == .info ? "note" : severity.name)
    }
    return parts.isEmpty ? "no findings" : Counting.list(parts)
  }

  /// The sentence that ends every listing.
  public var summary: String {
    var text = "\(counts) in \(Counting.words(result.definitions, "definition"))"
    if result.waived > 0 { text += "; \(Counting.words(result.waived, "finding")) waived" }
    if !result.heldBack.isEmpty {
      text += "; \(Counting.words(result.heldBack.count, "finding")) held back by the baseline"
    }
    if result.withoutKind > 0 {
      text += "; \(Counting.words(result.withoutKind, "file")) without \"kind\" left alone"
    }
    if result.notShown > 0 {
      text += "; \(Counting.words(result.notShown, "more finding")) not shown"
    }
    return text
  }
}
