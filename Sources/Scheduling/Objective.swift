/// What a schedule is worth, the most important first: less is better.
public struct Objective: Sendable, Hashable, Comparable {
  /// How many activities have no place.
  public var unplaced = 0
  /// The days of lateness, each activity's by its weight.
  public var lateness = 0
  /// The day after the last one on which anything is done.
  public var makespan = 0
  /// The days by which starts differ from the committed schedule, each activity's by its weight.
  public var moves = 0

  /// Nothing placed, nothing late, nothing moved.
  public init() {}

  /// Whether the left one is better.
  public static func < (left: Self, right: Self) -> Bool {
    (left.unplaced, left.lateness, left.makespan, left.moves)
      < (right.unplaced, right.lateness, right.makespan, right.moves)
  }
}
