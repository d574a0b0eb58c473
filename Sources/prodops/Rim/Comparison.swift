import ChangeHistory
import ChangeRules
import CivilDates
import Diffing
import Reporting
import Workspaces

/// Two states of a repository, and how what differs between them is judged: alike in `diff` and in reports.
///
/// The configuration of the state before judges, and everything counts as done on one day: `--as-of`, else the day on
/// which the commit of the state after was made, else the current one.
struct Comparison {
  let before: Snapshot
  let after: Snapshot
  /// The day on which what differs counts as done.
  let day: Day
  private let judge: ChangeJudge

  init(_ before: Snapshot, _ after: Snapshot, on day: Day) {
    (self.before, self.after, self.day) = (before, after, day)
    judge = ChangeJudge(before.configuration.changeRules)
  }

  /// What differs, and what follows from it; how often promises slipped weighs where `promises` tell.
  func changes(promises: PromiseLedger? = nil) -> ChangeSet {
    var context = DiffContext(fiscalYearStart: before.configuration.fiscalYearStart, day: day)
    if let promises { context.slips = { promises.record($0, $1)?.slips ?? 0 } }
    return judge.changes(between: before, and: after, context)
  }

  /// Adds what history knows of the ids that are new.
  func judgeNewNames(by retired: RetiredNames, in changes: inout ChangeSet) {
    changes.replaceChanges(retired.judged(changes.changes, after: SnapshotSurroundings(after).definition))
  }

  /// Takes away how early each change was told: judged on the last day of a period, that is true of none of its steps,
  /// which alone can tell.
  func forgetNotices(in changes: inout ChangeSet) {
    changes.replaceChanges(
      changes.changes.map { change in
        var change = change
        change.facts.notice = nil
        for part in change.parts.indices { change.parts[part].facts.notice = nil }
        return change
      })
  }

  /// Adds what the passing of days did.
  func add(_ events: [Change], to changes: inout ChangeSet) { judge.add(events, to: &changes) }
}
