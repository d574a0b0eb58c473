public import CivilDates

extension InitiativeFacts {
  /// The day on which work under way is said to have begun; nil for other work, and where no day up to `last` is stated.
  public func begun(by last: Day) -> Day? {
    guard stage == .running, let start, start.precision == .day, start.first <= last else { return nil }
    return start.first
  }
}
