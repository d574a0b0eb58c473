internal import ChangeRules
public import CivilDates
internal import Diffing
internal import JSONSyntax
public import SchemaChecking
public import Workspaces

/// What a history comes to, step by step: the ledger of promises, and of one period who did what.
///
/// Trees and versions are looked at and let go: what is kept is small.
public struct HistoryFold: Sendable {
  /// Every promise that was ever made.
  public private(set) var ledger = PromiseLedger()
  /// What happened in the period.
  public private(set) var period = PeriodRecord()
  /// How many changes all steps made.
  public private(set) var changeCount = 0

  /// When what ended.
  public private(set) var endings = Endings()
  /// The names of what went.
  public private(set) var retired = RetiredNames()
  private var changedOn: [String: Day] = [:]
  private let fiscalYearStart: Int
  private let judge: ChangeJudge
  private let shape: @Sendable (String) -> Shape?

  /// A history without steps; `shape` gives the shape of a kind.
  public init(_ configuration: Configuration, shape: @escaping @Sendable (String) -> Shape?) {
    fiscalYearStart = configuration.fiscalYearStart
    judge = ChangeJudge(configuration.changeRules)
    self.shape = shape
  }

  /// The day on which a change of the meaning of `kind:id` landed last; nil where no step made one.
  public func lastChange(of definition: String) -> Day? { changedOn[definition] }

  /// Takes the next step; `inPeriod` says whether it belongs to the period that is told of.
  public mutating func take(_ step: LandedStep, inPeriod: Bool) {
    let context = DiffContext(fiscalYearStart: fiscalYearStart, day: step.reference.day)
    var count = 0
    for pair in step.pairs {
      guard let kind = (pair.after ?? pair.before)?.kind else { continue }
      let shape = shape(kind)
      let found = DefinitionDiff.changes(
        before: pair.before, after: pair.after, shape: shape, context: context)
      if found.isEmpty { continue }
      var judged = judge.judge(found, before: pair.before, after: pair.after, shape: shape, context)
      if pair.before == nil && !pair.followsUnreadable || pair.after == nil {
        retired.take(pair, step.reference.day, &judged)
      }
      for change in judged.flatMap({ [$0] + $0.parts }) {
        endings.take(change, step.reference.day)
        endings.take(newborn: change, shape, step.reference.day)
        take(change, step.reference, inPeriod: inPeriod && !(pair.followsUnreadable && pair.before == nil))
        guard change.idiom != .definitionMoved else { continue }
        count += 1
        changedOn[change.subject.name] = step.reference.day
      }
    }
    changeCount += count
    guard inPeriod else { return }
    period.take(step, changes: count)
  }

  private mutating func take(_ change: Change, _ step: StepReference, inPeriod: Bool) {
    if change.idiom == .definitionRenamed, let previous = change.facts.previous {
      ledger.rename(previous.name, to: change.subject.name)
      period.rename(previous.name, to: change.subject.name)
    }
    let start = fiscalYearStart
    ledger.take(change, step) { When($0.utf8, fiscalYearStart: start)?.last }
    if inPeriod { period.take(change, step) }
  }
}
