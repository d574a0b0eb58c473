public import Diffing
internal import JSONSyntax

/// Tells of launches under way whose process changed under them.
public struct LaunchProcessEdited: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/process-edited", .risky,
    summary:
      "The process that a launch under way follows changed in a way that concerns it; the launch itself was not edited.",
    why:
      "Its checklist was made by the old process: a step is late that nobody knew of, or a gate was passed by another rule.",
    remedy:
      "Decide whether the launch follows the old or the new process, and write the steps into its checklist.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A step that was due last week", before: process,
      change: #"""
        {"steps": [{"id": "go", "title": "Go", "accountable": "pm"},
          {"id": "video", "title": "Record a video", "accountable": "designer", "due": "T-28"}]}
        """#,
      alongside: [launch], as: .risky),
    .left(
      "There is time", before: process,
      change: #"""
        {"steps": [{"id": "go", "title": "Go", "accountable": "pm"},
          {"id": "video", "title": "Record a video", "accountable": "designer", "due": "T-2"}]}
        """#,
      alongside: [launch]),
  ]

  private static let process = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}]}
    """#

  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching"}
    """#

  /// Goes from processes to the launches that follow them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    var told: Set<String> = []
    return set.changes.filter { $0.subject.kind == "process" && $0.weight >= .risky }.flatMap {
      cause -> [Change] in
      guard let process = set.head.definition(cause.subject.name) else { return [] }
      let launches = LaunchesUnderWay(of: process, in: set.head, set.context)
      return concerned(cause, process, launches).compactMap { launch in
        guard LiveUses.existed(launch, set), told.insert("\(process.name) \(launch.name)").inserted else {
          return nil
        }
        return set.affected(
          launch,
          cause: Change.Cause(
            subject: cause.subject, fields: cause.fields, rule: cause.rule, via: "/process"), metadata,
          .risky,
          reasons: cause.reasons,
          words: "Its process “\(cause.subject.title)” (\(cause.subject.id)) changed while it is under way")
      }
    }
  }

  /// The launches that a change of their process concerns.
  private static func concerned(_ cause: Change, _ process: DefinitionVersion, _ launches: LaunchesUnderWay)
    -> [DefinitionVersion]
  {
    let step = cause.fields.count > 1 ? cause.fields[1].token : ""
    let due = (process.root.item("steps", "id", step) ?? cause.before)?["due"]
    switch cause.rule {
    case ProcessStepAdded.metadata.name: return launches.late(step, due: due)
    case ProcessDueMoved.metadata.name: return launches.open(step) + launches.late(step, due: due)
    case ProcessStepRemoved.metadata.name: return launches.open(step)
    case ProcessGateRemoved.metadata.name, ProcessGateAdded.metadata.name:
      return launches.past(step, due: due)
    case ProcessWithdrawn.metadata.name: return launches.all
    default: return []
    }
  }
}
