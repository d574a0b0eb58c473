public import CivilDates
public import Diffing
public import JSONSyntax
public import SchemaChecking
internal import Workspaces

/// What a rule knows beside the change that it judges.
public struct ChangeContext: Sendable {
  /// The definition before; nil where it is new.
  public let before: DefinitionVersion?
  /// The definition after; nil where it went.
  public let after: DefinitionVersion?
  /// What the schema says of the kind.
  public let shape: Shape?
  /// All changes of the definition, in the order of its schema.
  public let changes: [Change]
  /// The position of the judged change among them.
  public internal(set) var position: Int
  /// What the comparison knows: the day of the change, the fiscal year.
  public let context: DiffContext
  /// What else there was before.
  public let base: any Surroundings
  /// What else there is after.
  public let head: any Surroundings
  let settings: [ChangeSetting]

  /// Whether nothing is known beside the definition, as in walks over history: nobody can be said to rely on it, nor
  /// nobody.
  public var isAlone: Bool { head is NoSurroundings }

  /// The day on which the change is made, where it is known.
  public var day: Day? { context.day }

  /// The number that configuration sets for an option of a rule, or its standard.
  public func number(_ option: StaticString, of rule: ChangeRuleMetadata) -> Int {
    settings.number(option, of: rule)
  }

  /// What a text means as a date, month, quarter, half or year.
  public func when(_ value: JSONValue?) -> When? {
    value?.content.flatMap { When($0, fiscalYearStart: context.fiscalYearStart) }
  }

  /// A field of the definition before, as text.
  public func was(_ field: StaticString) -> String? { before?.root[field]?.string }

  /// A field of the definition after, as text.
  public func text(_ field: StaticString) -> String? { after?.root[field]?.string }

  /// Whether the definition before has one of `values` in `field`.
  public func was(_ field: StaticString, oneOf values: String...) -> Bool {
    was(field).map(values.contains) ?? false
  }

  /// Whether the definition after has one of `values` in `field`.
  public func text(_ field: StaticString, oneOf values: String...) -> Bool {
    text(field).map(values.contains) ?? false
  }

  /// Where the definition stood in its lifecycle before.
  public var stageBefore: LifeStage { LifeStage(before?.root, shape) }

  /// Where the definition stands in its lifecycle after.
  public var stageAfter: LifeStage { LifeStage(after?.root, shape) }

  /// The positions of the definition's changes whose fields begin with `path`, `*` being any item.
  public func positions(at path: String...) -> [Int] {
    let pattern = path.map { $0 == "*" ? nil : $0 }
    return changes.indices.filter { FieldPattern.matches(pattern, changes[$0].fields) }
  }
}

/// What a rule knows that looks at all changes together.
public struct ChangeSetContext: Sendable {
  /// The changes, already judged, by kind and id.
  public let changes: [Change]
  /// What there was before.
  public let base: any Surroundings
  /// What there is after.
  public let head: any Surroundings
  /// What the comparison knows: the day of the change, the fiscal year.
  public let context: DiffContext
  let library: SchemaLibrary
  let settings: [ChangeSetting]

  /// The number that configuration sets for an option of a rule, or its standard.
  public func number(_ option: StaticString, of rule: ChangeRuleMetadata) -> Int {
    settings.number(option, of: rule)
  }

  /// Where a definition stands in its lifecycle.
  public func stage(of version: DefinitionVersion) -> LifeStage {
    LifeStage(version.root, library.shape(of: version.kind))
  }

  /// A change of `referrer`, in which nothing was edited, that follows from `cause`.
  public func affected(
    _ referrer: Referrer, by cause: Change, _ rule: ChangeRuleMetadata, _ changeClass: ChangeClass,
    reasons: ChangeReason..., words: String
  ) -> Change {
    affected(
      referrer.version,
      cause: Change.Cause(
        subject: cause.subject, fields: cause.fields, rule: cause.rule, via: referrer.pointer),
      rule, changeClass, reasons: reasons, words: words)
  }

  /// A change of a definition in which nothing was edited.
  public func affected(
    _ version: DefinitionVersion, cause: Change.Cause?, _ rule: ChangeRuleMetadata,
    _ changeClass: ChangeClass, reasons: [ChangeReason], words: String
  ) -> Change {
    var change = Change(
      .definitionAffected, of: version.subject(library.shape(of: version.kind)), before: version.root,
      after: version.root, pathBefore: version.path, pathAfter: version.path)
    change.judgedBy = rule.name
    change.weight = changeClass
    change.reasons = reasons
    change.words = words
    change.cause = cause
    return change
  }
}

extension [ChangeSetting] {
  /// The number for an option of a rule, small enough to be reckoned with.
  fileprivate func number(_ option: StaticString, of rule: ChangeRuleMetadata) -> Int {
    let standard = rule.options.first { "\($0.name)" == "\(option)" }?.standard ?? 0
    let number = reduce(standard) { value, setting in
      setting.selector == rule.name ? setting.options?[option]?.integer ?? value : value
    }
    return Swift.min(Swift.max(number, -1_000_000), 1_000_000)
  }
}
