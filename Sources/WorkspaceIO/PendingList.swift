internal import ChangeHistory
internal import Diagnostics
internal import Diffing
internal import Workspaces

/// The outcomes of steps, newest first, on their way to whoever they are told to.
struct PendingList<Told: Sendable> {
  private let limit: Int?
  /// Batches that came before those in front of them.
  private var early: [Int: [StepOutcome<Told>]] = [:]
  private var nextBatch = 0
  /// What waits for what was before it.
  private var waiting: [StepOutcome<Told>] = []
  /// How many steps have been told, and how many more are sure to be.
  private var sure = 0
  private var told = 0
  /// Whether one more than the limit allows is there.
  private(set) var isLimited = false
  /// How many steps changed nothing but the format.
  private(set) var formatSteps = 0

  init(limit: Int?) { self.limit = limit }

  /// Whether the steps to come can only tell what was before.
  var isFull: Bool { limit.map { sure > $0 } ?? false }

  /// Whether no further step is needed.
  var isComplete: Bool { isFull && waiting.isEmpty }

  /// Takes a batch, and tells what is known of the steps that are next.
  mutating func take(_ outcomes: [StepOutcome<Told>], at index: Int, _ each: (Told) -> Void) {
    early[index] = outcomes
    while let batch = early.removeValue(forKey: nextBatch) {
      nextBatch += 1
      for outcome in batch {
        if outcome.told != nil { sure += 1 }
        if waiting.isEmpty, case .none = outcome.rest {
          tell(outcome, each)
        } else {
          waiting.append(outcome)
        }
      }
    }
  }

  /// Tells what has waited, now that everything before is known.
  mutating func finish(_ telling: StepTelling<Told>, _ each: (Told) -> Void) {
    var broken: [RepositoryPath: DefinitionVersion?] = [:]
    var retired = RetiredNames()
    for position in waiting.indices.reversed() {
      let outcome = waiting[position]
      var changes: StepChanges?
      switch outcome.rest {
      case .none:
        if let passing = outcome.passing { retired.take(passing) }
      case .newcomers(let landed, var found):
        if retired.take(landed, judging: &found) { changes = found }
      case .files(let files):
        let landed = files.step(outcome.reference, &broken)
        if outcome.inPeriod {
          var found = telling.judge.changes(of: landed)
          retired.take(landed, judging: &found)
          changes = found
        } else {
          retired.take(landed)
        }
      }
      broken.merge(outcome.broken) { $1 }
      waiting[position].rest = .none
      guard let changes else { continue }
      waiting[position].isFormatOnly = changes.isFormatOnly
      let wanted = telling.filter.wanted(of: changes)
      if !wanted.isEmpty { waiting[position].told = telling.tell(wanted, outcome.reference) }
    }
    for outcome in waiting { tell(outcome, each) }
    waiting = []
  }

  private mutating func tell(_ outcome: StepOutcome<Told>, _ each: (Told) -> Void) {
    guard !isLimited else { return }
    guard let what = outcome.told else {
      if outcome.isFormatOnly { formatSteps += 1 }
      return
    }
    if let limit, told >= limit {
      isLimited = true
      return
    }
    told += 1
    each(what)
  }
}
