/// What there is to know about a rule, apart from its code: the text of `explain` and of its page.
public struct RuleMetadata: Hashable, Sendable {
  /// The name, `area/defect` in kebab-case; names are for ever.
  public var name: String
  /// The severity unless configuration says otherwise.
  public var severity: Severity
  /// What the rule finds, in one sentence.
  public var summary: String
  /// Why that matters, in one or two sentences for a product manager.
  public var why: String
  /// What to do about it.
  public var remedy: String
  /// Whether the rule runs unless configuration turns it on or off.
  public var isOnByDefault: Bool
  /// Whether waivers and configuration may silence it.
  public var isWaivable: Bool

  /// Describes a rule.
  public init(
    _ name: String, _ severity: Severity, summary: String, why: String, remedy: String,
    isOnByDefault: Bool = true, isWaivable: Bool = true
  ) {
    self.name = name
    self.severity = severity
    self.summary = summary
    self.why = why
    self.remedy = remedy
    self.isOnByDefault = isOnByDefault
    self.isWaivable = isWaivable
  }

  /// The areas whose rules are about files that hold no definition, and so no waivers.
  private static let areasWithoutWaivers: Set = ["baseline", "config", "kind", "order"]

  /// Whether a definition can waive it.
  public var takesWaivers: Bool { isWaivable && !Self.areasWithoutWaivers.contains(area) }

  /// The part of the name before the slash.
  public var area: String { String(name.prefix { $0 != "/" }) }
}
