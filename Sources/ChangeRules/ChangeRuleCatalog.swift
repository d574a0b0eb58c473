/// Every change rule.
public enum ChangeRuleCatalog {
  /// The rules that judge, sorted by name; a test compares the list with the files.
  public static let rules: [any ChangeRule.Type] = [
    ApproverRemoved.self,
    ExperimentMetricRedefined.self,
    ExperimentReweighted.self,
    InitiativeCommitmentWithdrawn.self,
    InitiativeConfidenceFell.self,
    InitiativeDateDropped.self,
    InitiativeDependencySlipped.self,
    InitiativeDependencyTooLate.self,
    InitiativeEvidenceRemoved.self,
    InitiativeLaunched.self,
    InitiativeObjectiveDropped.self,
    InitiativeOrderCorrected.self,
    InitiativePulledIn.self,
    InitiativeRemainingGrew.self,
    InitiativeReopened.self,
    InitiativeRiskGrew.self,
    InitiativeScopeGrew.self,
    InitiativeScopeShrank.self,
    InitiativeSlipped.self,
    InitiativeSlippedAfterDate.self,
    InitiativeStartMoved.self,
    InitiativeStopped.self,
    LaunchApprovalWithdrawn.self,
    LaunchAudienceAddedLate.self,
    LaunchAudienceRemoved.self,
    LaunchBriefingMoved.self,
    LaunchCancelled.self,
    LaunchChecklistOutdated.self,
    LaunchHeld.self,
    LaunchInitiativeSlipped.self,
    LaunchInitiativeSwapped.self,
    LaunchProcessChanged.self,
    LaunchPulledIn.self,
    LaunchRolledBack.self,
    LaunchSlipped.self,
    LaunchStepWaived.self,
    LaunchSuccessChanged.self,
    LaunchTierLowered.self,
    LaunchTierRaised.self,
    MetricRedefined.self,
    OwnerHandedOver.self,
    OwnerRemoved.self,
    TeamHandedOver.self,
    PlanBaselineEdited.self,
    PlanBudgetMoved.self,
    PlanClosed.self,
    PlanGoalMoved.self,
    PlanGoalPulledIn.self,
    PlanGoalSlipped.self,
    PlanGoalSwapped.self,
    PlanObjectiveRemoved.self,
    PlanPeriodMoved.self,
    SuccessionOneSided.self,
    SuccessionWithdrawn.self,
    ToolCostRose.self,
    WaiverAdded.self,
    WaiverExtended.self,
    WaiverWithdrawn.self,
  ]

  /// What there is to know about every name that a change can have, sorted by it.
  public static let all: [ChangeRuleMetadata] =
    (rules.map { $0.metadata } + IdiomRules.all).sorted { $0.name < $1.name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// What there is to know about the rule called `name`.
  public static func metadata(of name: String) -> ChangeRuleMetadata? { byName[name] }

  /// The rule called `name`, where it is one that judges.
  public static func rule(_ name: String) -> (any ChangeRule.Type)? {
    rules.first { $0.metadata.name == name }
  }

  /// The examples of the rule called `name`; idioms have none of their own.
  public static func examples(of name: String) -> [ChangeExample] { rule(name)?.examples ?? [] }
}
