internal import ChangeHistory
internal import CivilDates
internal import GitStore

/// Who made what landed with each step.
struct HistoryPeople {
  /// One commit of the chain: what is needed of it until its turn comes.
  struct Link {
    let id: ObjectID
    let tree: ObjectID
    let time: Int64
    let isMerge: Bool
    let author: (name: String, email: String)
    let committer: (name: String, email: String)

    init(_ commit: Commit) {
      id = commit.id
      tree = commit.tree
      time = commit.committer.time
      isMerge = commit.parents.count > 1
      author = (commit.author.name, commit.author.email)
      committer = (commit.committer.name, commit.committer.email)
    }
  }

  private var mailmap = Mailmap()
  private var authors: [ObjectID: [Contributor]] = [:]
  private let isKnown: Bool

  /// Nobody is known.
  init() { isKnown = false }

  /// Finds the authors of every commit that landed after `base`.
  init(_ chain: [Link], base: ObjectID?, tip: ObjectID, _ repository: borrowing Repository) throws(GitError) {
    isKnown = true
    mailmap = try repository.mailmap()
    let merges = Set(chain.lazy.filter(\.isMerge).map(\.id))
    guard !merges.isEmpty else { return }
    let landings = try repository.landings(from: tip, notFrom: base)
    // By time and name, so that the order of a dictionary never shows.
    var found: [ObjectID: [(time: Int64, id: ObjectID, who: Contributor)]] = [:]
    for (id, step) in landings where id != step && merges.contains(step) {
      let commit = try repository.readCommit(id)
      guard commit.parents.count < 2 else { continue }
      let who = contributor((commit.author.name, commit.author.email))
      found[step, default: []].append((commit.author.time, id, who))
    }
    for (step, commits) in found {
      var names: [Contributor] = []
      for commit in commits.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
      where !names.contains(commit.who) {
        names.append(commit.who)
      }
      authors[step] = names
    }
  }

  private func contributor(_ signature: (name: String, email: String)) -> Contributor {
    let proper = mailmap.resolve(name: signature.name, email: signature.email)
    return Contributor(name: proper.name, email: proper.email)
  }

  /// The step as it is referred to.
  func reference(of link: Link, day: Day) -> StepReference {
    guard isKnown else {
      return StepReference(commit: link.id.description, day: day, authors: [], merger: nil)
    }
    let author = contributor(link.author)
    guard link.isMerge else {
      let committer = contributor(link.committer)
      return StepReference(
        commit: link.id.description, day: day, authors: [author],
        merger: committer.email == author.email || committer.isBot ? nil : committer)
    }
    return StepReference(
      commit: link.id.description, day: day, authors: authors[link.id] ?? [author], merger: author)
  }
}
