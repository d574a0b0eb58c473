internal import Diagnostics
public import Linting

/// What the formats of findings need to know.
public struct FindingList: Sendable {
  /// The result.
  public let result: LintResult
  /// The tool's version.
  public let version: String
  /// The address of a rule's page; the rule's name is put where `{rule}` stands.
  public let rulePages: String

  /// Findings to be shown.
  public init(_ result: LintResult, version: String, rulePages: String) {
    self.result = result
    self.version = version
    self.rulePages = rulePages
  }

  /// The address of the page about `rule`.
  public func page(of rule: String) -> String {
    rulePages.replacing("{rule}", with: rule.replacing("/", with: "-"))
  }

  /// `2 errors and 1 warning`.
  public var counts: String {
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = result.count(of: severity)
      guard count > 0 else { return nil }
      return Counting.words(count, severity.name, plural: severity == .info ? "notes" : nil)
        .replacing("info", with: "note")
    }
    return parts.isEmpty ? "no findings" : Counting.list(parts)
  }

  /// The sentence that ends every listing.
  public var summary: String {
    var text = "\(counts) in \(Counting.words(result.definitions, "definition"))"
    if result.waived > 0 { text += "; \(Counting.words(result.waived, "finding")) waived" }
    if result.withoutKind > 0 {
      text += "; \(Counting.words(result.withoutKind, "file")) without \"kind\" left alone"
    }
    if result.notShown > 0 {
      text += "; \(Counting.words(result.notShown, "more finding")) beyond the limit of a file"
    }
    return text
  }
}
