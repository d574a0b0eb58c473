public import Diagnostics

/// Every rule that there is: one sorted list, which a test holds against the files.
public enum RuleCatalog {
  /// The rules that look at definitions together.
  public static let rules: [any Rule.Type] = [
    DuplicateItemKey.self,
    DuplicateTitle.self,
    IDFileMismatch.self,
    Orphan.self,
    Placeholder.self,
    ReviewOverdue.self,
    SchemaPath.self,
    CommittedWithoutEvidence.self,
    InitiativeDatesOutOfOrder.self,
    DependencyAfterDependent.self,
    DependencyCycle.self,
    DependsOnDead.self,
    EvidenceRefuted.self,
    LaunchedWithOpenParts.self,
    LowConfidenceCommitment.self,
    MilestoneOrder.self,
    NoObjective.self,
    ObjectiveOfOtherPlan.self,
    OutsidePlan.self,
    OwnerOverloaded.self,
    ReplacesLiving.self,
    SelfApproval.self,
    SupersedesOneSided.self,
    TargetInFreeze.self,
    TargetPassed.self,
    TeamDisbanded.self,
    InactivePerson.self,
    HandleSpelling.self,
    UnknownPerson.self,
    ClosedWithOpenWork.self,
    NotClosed.self,
    ObjectiveAfterPeriod.self,
    ObjectiveAgainstDirection.self,
    ObjectiveMetricDead.self,
    ObjectiveUnserved.self,
    PeriodReversed.self,
    DuplicateID.self,
    FormerlyInUse.self,
    UnknownLocal.self,
    UnknownPart.self,
    UnresolvedReference.self,
    TeamDatesOutOfOrder.self,
    DisbandedOwns.self,
    HierarchyCycle.self,
    LeadNotMember.self,
    NoMembers.self,
    ParentDisbanded.self,
    PersonOverallocated.self,
    VacancyOld.self,
  ]

  /// The metadata of every rule, by name.
  public static let all: [RuleMetadata] =
    (rules.map { $0.metadata } + JSONRules.all + TextRules.all + SchemaRules.all + FileRules.all
    + WaiverRules.all)
    .sorted { $0.name < $1.name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The metadata of the rule named `name`.
  public static func metadata(of name: String) -> RuleMetadata? { byName[name] }

  /// The examples of the rule named `name`; rules that schemas and the parser carry have none of their own.
  public static func examples(of name: String) -> [RuleExample] {
    rules.first { $0.metadata.name == name }?.examples ?? []
  }
}
