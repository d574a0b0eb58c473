public import Diffing
internal import JSONSyntax

/// A rule about changes: stateless, documented, with examples that are its tests.
///
/// Where a comparison finds that a field changed, a rule says what that means for those who rely on the definition.
/// It never reads a clock, a file or the environment.
public protocol ChangeRule: Sendable {
  /// What there is to know about it.
  static var metadata: ChangeRuleMetadata { get }
  /// Changes that it judges, and changes that it leaves to others.
  static var examples: [ChangeExample] { get }
  /// What the rule makes of a change of a field that it watches; nil where it has nothing to say.
  static func judge(_ change: Change, _ context: ChangeContext) -> Judgement?
  /// Changes that follow from those of other definitions: nothing was edited in the definitions that they are about.
  static func derive(_ set: ChangeSetContext) -> [Change]
}

extension ChangeRule {
  /// Leaves every change to other rules.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? { nil }
  /// Nothing follows.
  public static func derive(_ set: ChangeSetContext) -> [Change] { [] }
}

/// What there is to know about a change rule, apart from its code.
public struct ChangeRuleMetadata: Sendable {
  /// The name, `area/what-happened` in kebab-case; names are for ever, and no lint rule has the same.
  public let name: String
  /// The class that it usually gives.
  public let changeClass: ChangeClass
  /// The fields that it is asked about, such as `experiment/variants/*/weight`.
  ///
  /// Each is a kind and the way to a field with `*` for any item, field or kind; of ways
  /// of one length the one with fewer `*` is asked first. What lies below a field belongs to it; a kind alone stands for the definition
  /// as a whole coming, going or being renamed.
  public let watches: [String]
  /// What it tells, in one sentence.
  public let summary: String
  /// Why that matters, in one or two sentences for a product manager.
  public let why: String
  /// What to do about it.
  public let remedy: String
  /// Thresholds that configuration may set.
  public let options: [Option]

  /// A threshold.
  public struct Option: Sendable {
    /// Its name in the configuration.
    public let name: StaticString
    /// Its value unless configuration says otherwise.
    public let standard: Int
    /// What it is, with its unit, as a sentence.
    public let summary: String

    /// A threshold by its name.
    public init(_ name: StaticString, _ standard: Int, _ summary: String) {
      self.name = name
      self.standard = standard
      self.summary = summary
    }
  }

  /// Describes a rule.
  public init(
    _ name: String, _ changeClass: ChangeClass, watches: [String] = [], summary: String, why: String,
    remedy: String, options: [Option] = []
  ) {
    self.name = name
    self.changeClass = changeClass
    self.watches = watches
    self.summary = summary
    self.why = why
    self.remedy = remedy
    self.options = options
  }

  /// The part of the name before the slash.
  public var area: String { String(name.prefix { $0 != "/" }) }
}

/// What a rule makes of a change.
public struct Judgement: Sendable {
  /// How much it matters.
  public var changeClass: ChangeClass
  /// Why it matters so much.
  public var reasons: [ChangeReason]
  /// The whole change as a sentence without its full stop, where the change of the field alone does not say it.
  public var words: String?
  /// The positions, in `context.changes`, of changes that are part of this one.
  public var covers: [Int]

  /// A class with its reasons.
  public init(
    _ changeClass: ChangeClass, _ reasons: ChangeReason..., words: String? = nil, covers: [Int] = []
  ) {
    self.changeClass = changeClass
    self.reasons = reasons
    self.words = words
    self.covers = covers
  }
}
