/// Tells which commits landed with each step of a first-parent chain.
///
/// A commit lands once, with the first step that reaches it. The steps are taken from the oldest on, so that every
/// commit is read once in all, and the result is right whatever the committers' clocks said.
public struct LandingWalk {
  private var landed: Set<ObjectID> = []

  /// A walk that has met no step yet.
  public init() {}

  /// Takes a commit as landed without looking at what it reaches: where the history that can be read begins.
  public mutating func begin(with id: ObjectID) { landed.insert(id) }

  /// Takes the next step, and tells the commits that landed with it, itself aside, in no particular order.
  public mutating func land(
    _ step: CommitFacts, in repository: borrowing Repository, each: (CommitFacts) -> Void = { _ in }
  ) throws(GitError) {
    landed.insert(step.id)
    var waiting = step.parents
    while let id = waiting.popLast() {
      guard landed.insert(id).inserted else { continue }
      let commit = try repository.readFacts(id)
      each(commit)
      waiting += commit.parents
    }
  }
}
