internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// Moves of dates in words.
enum DateWords {
  /// `Target date slipped 5 weeks (2024-01-10 → 2024-02-14)`, with what makes it worse.
  static func move(_ change: Change, _ field: String) -> String {
    let dates =
      "\(ValueWords.cut(change.before?.string ?? "")) → \(ValueWords.cut(change.after?.string ?? ""))"
    let values = "(\(dates)\(ChangeWords.companion(change)))"
    let size = DayDistance.words(change.facts.days ?? 0)
    switch change.idiom {
    case .promiseSlipped: return "\(field) slipped \(size) \(values)" + remark(change)
    case .promisePulledIn: return "\(field) pulled in by \(size) \(values)"
    case .dateLater: return "\(field) moved \(size) later \(values)" + remark(change)
    case .dateEarlier: return "\(field) moved \(size) earlier \(values)"
    default: return "\(field) \((change.facts.days ?? 0) == 0 ? "reworded" : "made more exact") \(values)"
    }
  }

  private static func remark(_ change: Change) -> String {
    guard let notice = change.facts.notice else { return "" }
    if change.reasons.contains(.oldDatePassed) {
      return notice < -1
        ? ", \(DayDistance.words(notice)) after the old date had passed" : ", after the old date had passed"
    }
    guard change.reasons.contains(.shortNotice) else { return "" }
    return notice == 0 ? ", on the very day" : ", \(DayDistance.words(notice)) before the old date"
  }

  /// What a new definition promises: `, target date 2026-Q2`, or `, promising Beta by 2026-03-31`.
  static func ofNew(_ promises: [ChangeFacts.Promise]) -> String {
    if promises.isEmpty { return "" }
    if promises.count == 1, let first = promises.first, !first.fields.contains(where: \.isItem) {
      return ", \(FieldPhrase.lowered(first.fields.last?.label ?? "")) \(ValueWords.cut(first.text))"
    }
    return ", promising \(Self.promises(promises))"
  }

  /// `Beta by 2024-04-17 and Stable by 2024-08-13`; `depth` steps of the way are known to the reader.
  static func promises(_ promises: [ChangeFacts.Promise], insideOf depth: Int = 0) -> String {
    let shown = promises.prefix(4).map { promise in
      let inner = Array(promise.fields.dropFirst(depth))
      if depth > 0, inner.count <= 1 {
        return "\(FieldPhrase.lowered(inner.last?.label ?? "by")) \(ValueWords.cut(promise.text))"
      }
      let owner = inner.last { $0.isItem }?.label ?? inner.last.map { FieldPhrase.lowered($0.label) } ?? ""
      return "\(ValueWords.cut(owner)) by \(ValueWords.cut(promise.text))"
    }
    let rest = promises.count - shown.count
    return Counting.list(shown + (rest > 0 ? ["\(rest) more"] : []))
  }
}

/// Steps of a lifecycle in words.
enum LifecycleWords {
  /// `Status went from Committed to In progress`.
  static func step(_ change: Change, _ field: String) -> String {
    let (old, new) = (state(change.before), state(change.after))
    switch change.idiom {
    case .lifecycleReopened: return "\(field) went from \(old) back to \(new)"
    case .lifecycleResumed: return "\(field) went from \(old) to \(new) again"
    case .lifecycleSkipped:
      let skipped = change.facts.skipped.map { FieldLabels.humanised($0) }
      return "\(field) went from \(old) to \(new), skipping \(Counting.list(skipped))"
    default: return "\(field) went from \(old) to \(new)"
    }
  }

  private static func state(_ value: JSONValue?) -> String {
    value?.string.map { FieldLabels.humanised(ValueWords.cut($0)) } ?? "nothing"
  }
}
