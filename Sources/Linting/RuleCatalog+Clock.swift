internal import Diagnostics

extension RuleCatalog {
  /// The rules whose findings come and go with the day alone, though no file changes.
  ///
  /// A test runs every rule's examples on other days and compares.
  public static let clocked: [any Rule.Type] = rules.filter { clockedNames.contains($0.metadata.name) }

  private static let clockedNames: Set<String> = [
    "definition/review-overdue", "experiment/cleanup-overdue", "experiment/exclusion-oversubscribed",
    "experiment/overdue", "experiment/ship-not-propagated", "experiment/start-passed",
    "initiative/begun-before-start", "initiative/progress-in-future", "initiative/target-in-freeze",
    "initiative/target-passed", "insight/unused",
    "launch/audience-not-briefed", "launch/checklist-step-missing", "launch/date-passed",
    "launch/item-overdue", "launch/success-unmeasured", "metric/baseline-stale",
    "metric/observation-in-future", "metric/target-missed", "person/inactive", "plan/not-closed",
    "process/adoption-stalled", "process/feedback-open", "study/overdue", "study/retention-passed",
    "team/lead-not-member", "team/no-members", "team/vacancy-old", "tool/contract-lapsed",
    "tool/notice-missed", "tool/notice-near", "tool/retirement-overdue", "tool/single-provisioner",
    "tool/switch-off-near", "tool/trial-overdue", "tool/vetting-expired",
  ]
}
