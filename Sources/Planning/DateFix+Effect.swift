extension DateFix {
  /// What a fix does to the date that it was tried for.
  public enum Effect: Sendable, Equatable {
    /// The date comes earlier.
    case earlier
    /// Nothing moves at all.
    case nothing
    /// The date stays, and others move or have no dates any more.
    case othersOnly
    /// The date comes later.
    case later
    /// There is no date any more.
    case noDate
  }

  /// What it does to the date that it was tried for.
  public var effect: Effect {
    if end == nil { return .noDate }
    if gain != 0 { return gain > 0 ? .earlier : .later }
    return moves.isEmpty && lost.isEmpty ? .nothing : .othersOnly
  }
}
