internal import Diagnostics
internal import Diffing

extension ChangeContext {
  /// What a rule makes of a slip, weighed by how often the promise has moved later, where that is known.
  ///
  /// The rule has the option `slips`. Where nobody counts on the date, `counts` is false: how often it moved is told
  /// and weighs nothing.
  func counted(_ judgement: Judgement, by rule: ChangeRuleMetadata, counts: Bool = true) -> Judgement {
    let change = changes[position]
    guard let slips = context.slips?(change.subject.name, change.pointer), slips > 1 else { return judgement }
    var judgement = judgement
    judgement.reasons.append(
      ChangeReason("slipped-before", "it is the \(Enumeration.ordinal(slips)) time that it moves later"))
    if counts, slips >= number("slips", of: rule) {
      judgement.changeClass = max(judgement.changeClass, .risky)
    }
    return judgement
  }

  /// The change at hand, which no rule judges, weighed likewise: the promises of a repository's own kinds.
  func countedByDefault() -> Change {
    var change = changes[position]
    guard change.idiom == .promiseSlipped, change.weight >= .notable,
      let rule = ChangeRuleCatalog.metadata(of: change.rule)
    else { return change }
    let judgement = counted(Judgement(change.weight), by: rule)
    change.weight = judgement.changeClass
    change.reasons += judgement.reasons
    return change
  }
}

extension ChangeRuleMetadata.Option {
  /// From which time on a promise that moves later is risky however early it is told.
  static let slips = Self(
    "slips", 2,
    "How often a date has moved later, this time included, from which a slip is risky. Only `report`, `brief` and `log` read the history and know it; `diff` does not weigh it."
  )
}
