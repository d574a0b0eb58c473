internal import ChangeRules
internal import CivilDates
public import Diffing
public import SchemaChecking
public import Workspaces

/// What one landed step changed, compared and classified.
public struct StepChanges: Sendable {
  /// What the step did to one definition.
  public struct Definition: Sendable {
    /// The definition, as it is called after the step.
    public let subject: Change.Subject
    /// What changed in it.
    public internal(set) var changes: [Change]
    /// Whether versions that cannot be read lie between what was before and what is after.
    public let followsUnreadable: Bool
    /// The position of its two versions among the step's.
    let pair: Int
  }

  /// The step.
  public let step: LifeStep
  /// The definitions that it changed, in the order of their files.
  public internal(set) var definitions: [Definition]
  /// The versions of files that it brought and that cannot be read.
  public let unreadable: [UnreadableVersion]
  /// Whether it touched definition files and changed nothing of what they say.
  public let isFormatOnly: Bool

  /// Whether there is nothing to tell.
  public var isEmpty: Bool { definitions.isEmpty && unreadable.isEmpty }
}

/// Which changes are wanted.
public struct ChangeFilter: Sendable {
  /// The least class; nil for all.
  public let least: ChangeClass?
  /// The kind of definition; nil for all.
  public let kind: String?

  /// Changes of at least a class, of the definitions of a kind.
  public init(least: ChangeClass? = nil, kind: String? = nil) {
    self.least = least
    self.kind = kind
  }

  /// What is wanted of a step.
  ///
  /// Nobody knows the kind of what cannot be read: it is left out by class alone.
  public func wanted(of step: StepChanges) -> StepChanges {
    guard least != nil || kind != nil else { return step }
    let definitions = step.definitions.compactMap { definition -> StepChanges.Definition? in
      guard kind == nil || definition.subject.kind == kind else { return nil }
      var definition = definition
      if let least { definition.changes.removeAll { $0.weight < least } }
      return definition.changes.isEmpty ? nil : definition
    }
    return StepChanges(
      step: step.step, definitions: definitions,
      unreadable: least ?? .routine <= .notable ? step.unreadable : [], isFormatOnly: step.isFormatOnly)
  }
}

/// Compares and classifies what landed steps changed, each by itself: what only the steps before can tell is added by
/// `RetiredNames`.
public struct StepJudge: Sendable {
  private let fiscalYearStart: Int
  private let judge: ChangeJudge
  private let shape: @Sendable (String) -> Shape?

  /// A judge by a configuration; `shape` gives the shape of a kind.
  public init(_ configuration: Configuration, shape: @escaping @Sendable (String) -> Shape?) {
    fiscalYearStart = configuration.fiscalYearStart
    judge = ChangeJudge(configuration.changeRules)
    self.shape = shape
  }

  /// What a step changed, as the logs of its definitions tell it.
  ///
  /// What goes on under another id, or in another's place, is told once, as the definition that came.
  public func changes(of landed: LandedStep) -> StepChanges {
    let step = LifeStep(commit: landed.reference.commit, day: landed.reference.day)
    let context = DiffContext(fiscalYearStart: fiscalYearStart, day: step.day)
    let kinship = kinship(in: landed)
    var definitions: [StepChanges.Definition] = []
    for (position, pair) in landed.pairs.enumerated() {
      guard let version = pair.after ?? pair.before else { continue }
      if pair.after == nil, kinship?.heir(of: version.name) != nil { continue }
      let shape = shape(version.kind)
      let kin = pair.before == nil && !pair.followsUnreadable ? kinship?.origin(of: version.name) : nil
      let event = LifeEvent(
        step, .changed(before: pair.before, after: pair.after), kin: kin,
        followsUnreadable: pair.followsUnreadable)
      let changes = LifeChanges.changes(of: event, shape: shape, context: context, judge: judge)
      guard let subject = changes.first?.subject else { continue }
      definitions.append(
        StepChanges.Definition(
          subject: subject, changes: changes, followsUnreadable: pair.followsUnreadable, pair: position))
    }
    return StepChanges(
      step: step, definitions: definitions, unreadable: landed.unreadable,
      isFormatOnly: definitions.isEmpty && landed.unreadable.isEmpty && !landed.pairs.isEmpty)
  }

  private func kinship(in landed: LandedStep) -> Kinship? {
    let went = landed.pairs.compactMap { $0.after == nil ? $0.before : nil }
    guard !went.isEmpty else { return nil }
    let came = landed.pairs.compactMap { $0.before == nil && !$0.followsUnreadable ? $0.after : nil }
    guard !came.isEmpty else { return nil }
    return Kinship(went: went, came: came, shape: shape)
  }
}

extension RetiredNames {
  /// Notes what a step took away or brought back, and judges what it brought by what went before; whether there was
  /// anything to judge.
  @discardableResult
  public mutating func take(_ landed: LandedStep, judging step: inout StepChanges) -> Bool {
    var (next, hasJudged) = (0, false)
    for (position, pair) in landed.pairs.enumerated() where pair.before == nil || pair.after == nil {
      guard !(pair.followsUnreadable && pair.before == nil) else { continue }
      while next < step.definitions.count, step.definitions[next].pair < position { next += 1 }
      if next < step.definitions.count, step.definitions[next].pair == position {
        if take(pair, landed.reference.day, &step.definitions[next].changes) { hasJudged = true }
      } else {
        var none: [Change] = []
        take(pair, landed.reference.day, &none)
      }
    }
    return hasJudged
  }
}
