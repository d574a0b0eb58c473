internal import CivilDates
internal import Diffing

/// A date that moved, whether it is a plain day or vaguer.
struct DateMove {
  let old: When
  let new: When
  /// How many days were left of the old date; nil where today is not known.
  let notice: Int?

  /// The move that a change is; nil where a side has no date or both mean the same.
  init?(_ change: Change, _ context: ChangeContext) {
    guard let old = context.when(change.before), let new = context.when(change.after), old.last != new.last
    else { return nil }
    self.old = old
    self.new = new
    notice = context.day.map { $0.days(until: old.last) }
  }

  /// Whether it is later than before.
  var isLater: Bool { new.last > old.last }
  /// Whether the old date had gone by.
  var isAfterwards: Bool { (notice ?? 0) < 0 }
}
