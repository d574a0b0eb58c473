public import CivilDates
public import Diagnostics
internal import JSONSyntax
public import Workspaces

/// A rule of the linter: stateless, documented, with examples that are its tests.
///
/// A rule looks at a whole snapshot, so that it can hold definitions against each other; it never reads a clock,
/// a file or the environment.
public protocol Rule: Sendable {
  /// What there is to know about it.
  static var metadata: RuleMetadata { get }
  /// Definitions that it finds something in, and definitions that it does not.
  static var examples: [RuleExample] { get }
  /// Tells `report` of everything that the rule finds.
  static func check(_ context: LintContext, _ report: inout Reporter)
}

/// What a rule looks at.
public final class LintContext: Sendable {
  /// The tree.
  public let snapshot: Snapshot
  /// The day that counts as today.
  public let asOf: Day
  /// What relations the tree has, worked out once for all rules.
  public let relations: Relations
  /// Where definitions stand in their lifecycles.
  public let lifecycles: Lifecycles
  /// Who is named where.
  public let people: PersonIndex

  /// Looks at `snapshot` as of a day; what rules share is worked out beside each other.
  init(_ snapshot: Snapshot, asOf: Day) async {
    self.snapshot = snapshot
    self.asOf = asOf
    relations = Relations(snapshot)
    async let people = PersonIndex(snapshot)
    lifecycles = Lifecycles(snapshot)
    self.people = await people
  }

  /// The number that configuration sets for `option` of a rule, or `standard`.
  public func number(_ option: StaticString, of rule: RuleMetadata, standard: Int) -> Int {
    snapshot.configuration.rules.reduce(standard) { value, setting in
      setting.selector == rule.name ? setting.options?[option]?.integer ?? value : value
    }
  }
}
