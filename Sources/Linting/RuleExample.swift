/// Definitions that show what a rule finds, or leaves alone: its documentation and its tests.
///
/// The values that findings point at stand between `⟦` and `⟧` in bad examples.
public struct RuleExample: Sendable {
  /// Whether the rule finds something.
  public let isBad: Bool
  /// What the example shows, for its heading.
  public let title: String
  /// The definitions, each one JSON text; the first is the one that is shown.
  public let definitions: [String]
  /// The configuration, one JSON text, where it matters.
  public let configuration: String?
  /// The day that counts as today.
  public let asOf: String
  /// Where the example stands in the rule's source, for the test that runs it.
  public let file: String
  /// The line of `file`.
  public let line: Int

  /// An example in which the rule finds what stands between the marks.
  public static func bad(
    _ title: String, _ definitions: String..., configuration: String? = nil, asOf: String = "2026-01-15",
    file: String = #filePath, line: Int = #line
  ) -> RuleExample {
    RuleExample(
      isBad: true, title: title, definitions: definitions, configuration: configuration, asOf: asOf,
      file: file,
      line: line)
  }

  /// An example in which the rule finds nothing.
  public static func good(
    _ title: String, _ definitions: String..., configuration: String? = nil, asOf: String = "2026-01-15",
    file: String = #filePath, line: Int = #line
  ) -> RuleExample {
    RuleExample(
      isBad: false, title: title, definitions: definitions, configuration: configuration, asOf: asOf,
      file: file,
      line: line)
  }
}
