internal import ChangeHistory
internal import CivilDates
internal import GitStore

/// Which commits a history is told from, in which order.
struct HistoryCourse {
  /// Commits that follow one another.
  struct Run {
    /// The commits, the newest first.
    var commits: ArraySlice<CommitFacts>
    /// The root tree that the oldest is compared with; nil where it is the first of all.
    let origin: ObjectID?
    let inPeriod: Bool
    /// Whether what landed here has landed for the period too.
    let isShared: Bool
  }

  /// The runs, the oldest first.
  private(set) var runs: [Run] = []
  /// The commits that are the state from which runs begin, since what was before them cannot be read.
  private(set) var states: [CommitFacts] = []
  private var end = ChainEnd.reachedRoot

  /// Sets out the steps up to the tip of `chain`; those after `base` are the period.
  ///
  /// Where `base` stands on another branch, the period begins where the two first-parent chains join, and what its
  /// branch did since then comes before the period.
  init(
    _ chain: FirstParentChain, after base: ObjectID?, limit: Int, _ repository: borrowing Repository
  ) throws(GitError) {
    guard let base else {
      append(chain, inPeriod: true)
      return
    }
    var (joined, own) = (chain.from(base), ArraySlice<CommitFacts>())
    if joined.commits.isEmpty {
      let other = try repository.firstParentChain(from: base, limit: limit)
      guard let position = chain.junction(in: other) else {
        append(other, inPeriod: false)
        append(chain, inPeriod: true)
        return
      }
      joined = chain.from(other.commits[position].id)
      own = other.commits[..<position]
    }
    guard let tree = joined.commits.first?.tree else { return }
    append(joined, inPeriod: false)
    runs.append(Run(commits: own, origin: tree, inPeriod: false, isShared: false))
    let period = chain.commits[..<joined.commits.startIndex]
    runs.append(Run(commits: period, origin: tree, inPeriod: true, isShared: true))
  }

  /// A chain from where it can be read.
  private mutating func append(_ chain: FirstParentChain, inPeriod: Bool) {
    var (commits, origin) = (chain.commits, ObjectID?.none)
    if states.isEmpty, runs.isEmpty { end = chain.end }
    if chain.end != .reachedRoot, let oldest = commits.popLast() {
      origin = oldest.tree
      states.append(oldest)
    }
    runs.append(Run(commits: commits, origin: origin, inPeriod: inPeriod, isShared: true))
  }

  /// Whether the period brings in commits of others, whose landing has to be told.
  var hasMerges: Bool { runs.contains { $0.inPeriod && $0.commits.contains { $0.parents.count > 1 } } }

  /// Why the history begins where it does.
  func start(_ clock: ZoneClock) -> HistoryStart {
    guard end != .reachedRoot, let day = states.first.map({ clock.day(of: $0.time) }) else { return .root }
    if case .missing = end { return .missing(day) }
    return .shallow(day)
  }
}

extension FirstParentChain {
  /// The position, in another chain, of the newest commit that stands on both; nil where they share none.
  func junction(in other: FirstParentChain) -> Int? {
    let known = Set(commits.lazy.map(\.id))
    return other.commits.firstIndex { known.contains($0.id) }
  }

  /// Where a commit stands beside the chain; nil where it is one of its steps.
  func branch(
    of commit: ObjectID, limit: Int, _ clock: ZoneClock, _ repository: borrowing Repository
  ) throws(GitError) -> BaseBranch? {
    if from(commit).commits.first != nil { return nil }
    let other = try repository.firstParentChain(from: commit, limit: limit)
    guard let position = junction(in: other) else { return .unrelated }
    let left = other.commits[position]
    return .left(at: left.id.description, clock.day(of: left.time))
  }
}
