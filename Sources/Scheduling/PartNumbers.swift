/// The numbers of all parts of a problem, those of the first activity first.
///
/// Orders name parts by these numbers. An activity without parts has one number too, that of a part of no work: where
/// every activity has at most one part, parts are numbered as activities are.
public struct PartNumbers: Sendable, Equatable {
  /// For each activity its first number, and at the end how many there are.
  private let first: [Int]
  private let owners: [Int]

  /// The numbers of the parts of `problem`.
  public init(_ problem: SchedulingProblem) {
    var first = [0]
    first.reserveCapacity(problem.activities.count + 1)
    var owners: [Int] = []
    for (position, activity) in problem.activities.enumerated() {
      owners += repeatElement(position, count: max(activity.parts.count, 1))
      first.append(owners.count)
    }
    self.first = first
    self.owners = owners
  }

  /// How many numbers there are.
  public var count: Int { owners.count }

  /// The numbers of an activity's parts; none where there is no such activity.
  public func parts(of activity: Int) -> Range<Int> {
    guard activity >= 0, activity < first.count - 1 else { return 0..<0 }
    return first[activity]..<first[activity + 1]
  }

  /// The numbers of the parts of activities, one activity after the other.
  public func parts(of activities: some Sequence<Int>) -> [Int] { activities.flatMap { parts(of: $0) } }

  /// The activity that a part belongs to.
  public func activity(of part: Int) -> Int { owners[part] }

  /// Where a part stands in its activity, from 0.
  public func place(of part: Int) -> Int { part - first[owners[part]] }

  /// The number of the part at a place of an activity; nil where there is none.
  public func part(_ place: Int, of activity: Int) -> Int? {
    let parts = parts(of: activity)
    return (0..<parts.count).contains(place) ? parts.lowerBound + place : nil
  }
}
