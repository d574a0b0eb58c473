public import Diagnostics
public import JSONSyntax
public import Workspaces

/// What a rule says: made in one place of its file, so that all its wording stands together.
public struct RuleMessage: Hashable, Sendable {
  /// What is wrong, in one sentence without a full stop.
  public var text: String
  /// What to do about it here; empty where the rule's own remedy says it.
  public var help: String
  /// The nearest names that exist.
  public var candidates: [String]
  /// What tells two findings of the rule at one place apart.
  public var discriminator: String
  /// The severity where the case at hand is milder than the rule; nil where it is not.
  public var severity: Severity?

  /// A message; the rest is optional.
  public init(
    _ text: String, help: String = "", candidates: [String] = [], discriminator: String = "",
    severity: Severity? = nil
  ) {
    self.text = text
    self.severity = severity
    self.help = help
    self.candidates = candidates
    self.discriminator = discriminator
  }
}

/// A second place that a message points at.
public struct RuleNote: Sendable {
  /// The most notes that one finding has; its message tells the number of all.
  public static let limit = 20

  let text: String
  let file: Int
  let span: ByteSpan
  let node: Int

  /// Says `text` of `value` in `definition`.
  public init(_ text: String, at value: JSONValue, in definition: Definition) {
    self.text = text
    file = definition.file
    span = value.span
    node = value.index
  }
}

/// A finding before configuration, waivers and positions have had their say.
struct PendingFinding: Sendable {
  var rule: RuleMetadata
  var file: Int
  var span: ByteSpan
  var node: Int
  var message: RuleMessage
  var notes: [RuleNote] = []
  var fixes: [Fix] = []
}

/// Collects what a rule finds.
public struct Reporter {
  /// The rule that reports.
  public let rule: RuleMetadata
  var findings: [PendingFinding] = []

  /// Collects for `rule`.
  public init(_ rule: RuleMetadata) { self.rule = rule }

  /// Reports `message` at `value` of `definition`.
  public mutating func report(
    _ message: RuleMessage, at value: JSONValue, in definition: Definition, notes: [RuleNote] = [],
    fixes: [Fix] = []
  ) {
    // What a text with syntax errors lacks may only stand behind the error.
    guard definition.root.document.isComplete else { return }
    var rule = rule
    if let severity = message.severity { rule.severity = severity }
    findings.append(
      PendingFinding(
        rule: rule, file: definition.file, span: value.span, node: value.index, message: message,
        notes: notes,
        fixes: fixes))
  }

  /// Reports `message` at the field named `field` of `definition`, or at its title or opening brace without it.
  public mutating func report(
    _ message: RuleMessage, field: StaticString, of definition: Definition, notes: [RuleNote] = []
  ) {
    if let value = definition[field] {
      report(message, at: value, in: definition, notes: notes)
    } else {
      report(message, atStartOf: definition, notes: notes)
    }
  }

  /// Reports `message` of `definition` as a whole, at its id.
  public mutating func report(
    _ message: RuleMessage, atStartOf definition: Definition, notes: [RuleNote] = []
  ) {
    report(message, at: definition["id"] ?? definition.root, in: definition, notes: notes)
  }
}
