public import CivilDates

/// The promises of which it can be known what came, and how.
public struct JudgedPromises: Sendable {
  /// Promises of which nothing tells what came of them.
  public struct Untold: Sendable {
    /// What they are promises of.
    public let family: ReferenceClass.Family
    /// How many there are.
    public let count: Int
  }

  /// The promises.
  public let promises: [PromiseHistory]
  /// How it is known what came.
  public let rule: OutcomeRule
  /// What is left out: where ends are recorded, the kinds of promise that never had one, such as the targets of
  /// metrics, which no lifecycle ends.
  public let untold: [Untold]

  /// What can be judged of `all` by what was known at the end of `day`.
  public init(_ all: [PromiseHistory], through day: Day) {
    rule = OutcomeRule(suiting: all, through: day)
    guard rule == .recorded else {
      promises = all
      untold = []
      return
    }
    var ends: Set<ReferenceClass.Family> = []
    for promise in all where promise.ending(through: day) != nil { ends.insert(promise.family) }
    promises = all.filter { ends.contains($0.family) }
    untold = Dictionary(grouping: all.filter { !ends.contains($0.family) }, by: \.family)
      .map { Untold(family: $0.key, count: $0.value.count) }
      .sorted { ($0.family.kind, $0.family.part ?? "") < ($1.family.kind, $1.family.part ?? "") }
  }
}
