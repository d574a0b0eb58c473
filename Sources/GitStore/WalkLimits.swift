/// The bounds of a walk over directories, which end it early in a repository made to be endless.
public struct WalkLimits: Hashable, Sendable {
  /// How many entries may be looked at.
  public var entries: Int
  /// How many directories may stand in one another.
  public var depth: Int

  /// Makes bounds; those that are not given fit every honest repository.
  public init(entries: Int = 1_000_000, depth: Int = 64) {
    self.entries = entries
    self.depth = depth
  }

  /// What there can be too much of.
  public enum Kind: Hashable, Sendable {
    /// Entries in all.
    case entries
    /// Directories in one another.
    case depth

    var noun: String {
      switch self {
      case .entries: "entries"
      case .depth: "levels"
      }
    }
  }
}
