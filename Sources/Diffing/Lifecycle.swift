internal import JSONSyntax

/// The states of a lifecycle and what a step between two of them is.
struct Lifecycle {
  private let order: [String]
  private let final: [String]
  private let paused: [String]

  init(_ annotation: (order: [String], final: [String], paused: [String])) {
    order = annotation.order
    final = annotation.final
    paused = annotation.paused
  }

  /// Gives a change of the state its rule, weight and facts.
  func classify(_ change: inout Change) {
    guard let new = change.after?.string else { return }
    guard isKnown(new) else {
      change.weight = max(change.weight, .risky)
      change.reasons.append(.unknownState)
      return
    }
    guard let old = change.before?.string else { return }
    guard isKnown(old) else {
      change.reasons.append(.unknownState)
      return
    }
    change.facts.isFinal = final.contains(new)
    let (from, to) = (order.firstIndex(of: old), order.firstIndex(of: new))
    if paused.contains(new) {
      change.idiom = .lifecyclePaused
    } else if let to, final.contains(old), !final.contains(new) || (from ?? -1) > to {
      reopen(&change)
    } else if to == nil {
      change.idiom = .lifecycleEnded
      change.weight = max(change.weight, .risky)
    } else if paused.contains(old) {
      change.idiom = .lifecycleResumed
    } else if let from, let to {
      if to < from { return reopen(&change) }
      change.idiom = to == from + 1 ? .lifecycleAdvanced : .lifecycleSkipped
      change.facts.skipped = Array(order[(from + 1)..<to])
    } else {
      reopen(&change)
    }
  }

  private func reopen(_ change: inout Change) {
    change.idiom = .lifecycleReopened
    change.weight = max(change.weight, .risky)
  }

  private func isKnown(_ state: String) -> Bool {
    order.contains(state) || final.contains(state) || paused.contains(state)
  }
}
