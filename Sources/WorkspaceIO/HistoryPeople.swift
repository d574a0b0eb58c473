internal import ChangeHistory
internal import CivilDates
internal import GitStore

/// Who made what landed with a step, by the names of the mailmap; each signature is read once.
struct HistoryPeople {
  private let mailmap: Mailmap
  private var known: [SignedName: Contributor] = [:]

  init(_ mailmap: Mailmap) { self.mailmap = mailmap }

  private mutating func contributor(_ signed: SignedName) -> Contributor {
    if let contributor = known[signed] { return contributor }
    let text = signed.text
    let proper = mailmap.resolve(name: text.name, email: text.email)
    let contributor = Contributor(name: proper.name, email: proper.email)
    known[signed] = contributor
    return contributor
  }

  /// The step as it is referred to, with those who made the commits that it brought in.
  mutating func reference(of step: CommitFacts, bringing commits: [CommitFacts], day: Day) -> StepReference {
    let author = contributor(step.author)
    guard step.parents.count > 1 else {
      let committer = contributor(step.committer)
      return StepReference(
        commit: step.id.description, day: day, authors: [author],
        merger: committer.email == author.email || committer.isBot ? nil : committer)
    }
    // By time and name, so that the order of the walk never shows.
    var authors: [Contributor] = []
    for commit in commits.sorted(by: { ($0.authorTime, $0.id) < ($1.authorTime, $1.id) })
    where commit.parents.count < 2 {
      let who = contributor(commit.author)
      if !authors.contains(who) { authors.append(who) }
    }
    return StepReference(
      commit: step.id.description, day: day, authors: authors.isEmpty ? [author] : authors, merger: author)
  }
}
