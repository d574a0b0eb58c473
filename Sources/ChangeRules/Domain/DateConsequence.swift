internal import Diffing
internal import JSONSyntax

/// What follows from dates that leave no room for those of others.
enum DateConsequence {
  /// The definitions of `kind` whose dates no longer hold, each once, with the change that it follows from.
  static func all(in set: ChangeSetContext, of kind: String) -> [(cause: Change, referrer: Referrer)] {
    let reason = ChangeReason("leaves-no-room")
    var seen: Set<String> = []
    var told: Set<String> = []
    var found: [(cause: Change, referrer: Referrer)] = []
    for cause in set.changes where cause.reasons.contains(reason) && cause.subject.kind == "initiative" {
      guard seen.insert(cause.subject.name).inserted else { continue }
      let broken = Misfit.broken(
        by: set.base.definition(cause.subject.name), set.head.definition(cause.subject.name), base: set.base,
        head: set.head, fiscalYearStart: set.context.fiscalYearStart)
      for (referrer, _) in broken where referrer.version.kind == kind {
        if told.insert("\(cause.subject.name) \(referrer.version.name)").inserted {
          found.append((cause, referrer))
        }
      }
    }
    return found
  }
}
