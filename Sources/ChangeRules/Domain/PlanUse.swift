internal import Diffing
internal import JSONSyntax

extension ChangeContext {
  /// The judgement of a change that concerns nobody now: a draft's is routine, that of a plan that is closed is
  /// notable, since it changes what was agreed.
  var recordOrDraft: Judgement? {
    switch stageBefore {
    case .first: Judgement(.routine, .notCommitted)
    case .ended:
      Judgement(.notable, ChangeReason("already-ended", "the plan is closed: this changes the record"))
    default: nil
    }
  }

  /// The promised work that serves an objective of the plan, by name.
  func served(by objective: String) -> [String] {
    guard let plan = after, plan.kind == "plan" else { return [] }
    return head.referrers(of: plan.name).compactMap { referrer in
      guard referrer.version.kind == "initiative", referrer.field == "objectives",
        ["committed", "in-progress"].contains(referrer.version.root["status"]?.string),
        referrer.pointer.hasSuffix("~1\(objective)")
      else { return nil }
      return referrer.version.name
    }
  }
}
