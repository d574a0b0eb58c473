public import CivilDates

extension InitiativeFacts {
  /// The day on which work under way is said to have begun; nil for other work, and where no day up to `last` is stated.
  public func begun(by last: Day) -> Day? {
    guard stage == .running, let start, start.precision == .day, start.first <= last else { return nil }
    return start.first
  }

  /// What work under way says of days that have not come yet; what is stated for them counts from `today` on.
  func remarksAhead(of today: Day) -> [PlanModel.Remark] {
    guard stage == .running else { return [] }
    var remarks: [PlanModel.Remark] = []
    if let start, start.first > today { remarks.append(.startAhead(initiative: id, start: start.first)) }
    if let progress, progress.asOf > today {
      remarks.append(.progressAhead(initiative: id, asOf: progress.asOf))
    }
    return remarks
  }
}
