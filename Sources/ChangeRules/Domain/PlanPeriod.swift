internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// The days that a plan covers.
struct PlanPeriod {
  let first: Day
  let last: Day

  /// The period of a version of the plan; nil where it says none.
  init?(_ version: DefinitionVersion?, _ context: ChangeContext) {
    let period = version?.root["period"]
    if let when = context.when(period) {
      (first, last) = (when.first, when.last)
    } else if let from = context.when(period?["from"]), let to = context.when(period?["to"]) {
      (first, last) = (from.first, to.last)
    } else {
      return nil
    }
  }
}
