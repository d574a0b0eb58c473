public import Diffing
internal import JSONSyntax

/// Tells that promised work becomes less.
public struct InitiativeScopeShrank: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/scope-shrank", .notable,
    watches: ["initiative/milestones/*", "initiative/work", "initiative/milestones/*/status"],
    summary: "An initiative that others rely on loses milestones, work or teams.",
    why:
      "A smaller promise may be the right answer to a late date, but whoever waits for the part that goes has to know.",
    remedy: "Say in `decisions` what is left out, and tell those who counted on it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A milestone without a date goes", before: checkout,
      change: #"{"milestones": [{"id": "beta", "target": "2026-02-28"}]}"#,
      as: .notable),
    .found(
      "A milestone is dropped", before: checkout,
      change:
        #"{"milestones": [{"id": "beta", "target": "2026-02-28", "status": "dropped"}, {"id": "tablets"}]}"#,
      as: .risky),
    .found(
      "Half the work", before: checkout, change: #"{"work": [{"team": "growth", "effort": 2}]}"#, as: .notable
    ),
    .found("A team is out of it", before: checkout, change: #"{"work": null}"#, as: .notable),
    .found(
      "Nobody relies on an idea", before: checkout.replacing("committed", with: "idea"),
      change: #"{"work": null}"#, as: .routine),
    .left("More work", before: checkout, change: #"{"work": [{"team": "growth", "effort": 5}]}"#),
    .left(
      "It is cancelled, and the work with it", before: checkout,
      change: #"{"status": "cancelled", "work": null}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "milestones": [{"id": "beta", "target": "2026-02-28"}, {"id": "tablets"}],
     "work": [{"team": "growth", "effort": 4}]}
    """#

  /// Looks at what went, what was dropped, and at efforts that fell.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard !change.reasons.contains(.endedWithIt), context.stageBefore != .ended, context.stageAfter != .ended
    else { return nil }
    var isPromise = false
    switch change.idiom {
    case .itemRemoved where change.fields.count == 2:
      // What was finished, or had a date, is told by others.
      guard change.facts.promises.isEmpty, change.before?["status"]?.string != "done",
        change.before?["status"]?.string != "dropped", change.before?["completed"] == nil
      else { return nil }
    case .fieldChanged where change.fields.last?.token == "effort":
      guard let old = EffortSize.likely(change.before), let new = EffortSize.likely(change.after), new < old
      else { return nil }
    case _ where change.fields.count == 3 && change.after?.string == "dropped":
      let milestone = (context.before?.root).item("milestones", "id", change.fields[1].token)
      guard milestone?["status"]?.string != "done", milestone?["completed"] == nil else { return nil }
      isPromise = milestone?["target"] != nil
    default: return nil
    }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    return isPromise
      ? Judgement(.risky, ChangeReason("promise-dropped", "its date was one that others rely on"))
      : Judgement(.notable)
  }
}
