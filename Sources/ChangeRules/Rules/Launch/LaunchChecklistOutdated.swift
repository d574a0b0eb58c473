public import Diffing
internal import JSONSyntax

/// Tells of coming launches whose process was edited.
public struct LaunchChecklistOutdated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/checklist-outdated", .notable,
    summary:
      "The process that a coming launch follows demands other steps; the launch itself was not edited.",
    why: "A checklist that was copied when the launch was planned does not know of the new steps.",
    remedy: "Add the new steps to the launch's checklist, or waive them with a word why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A step more in its process", before: process, change: steps, alongside: [launch], as: .notable),
    .left(
      "The launch is out", before: process, change: steps,
      alongside: [launch.replacing("planned", with: "done")]),
    .left(
      "The launch has it already", before: process, change: steps,
      alongside: [
        launch.replacing(
          #""tier": 2"#, with: #""tier": 2, "checklist": [{"step": "brief", "status": "open"}]"#)
      ]),
  ]

  private static let process = #"""
    {"kind": "process", "id": "major", "title": "Major launch", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "note", "title": "Write", "accountable": "pm"}]}
    """#
  private static let steps = #"""
    {"steps": [{"id": "note", "title": "Write", "accountable": "pm"},
     {"id": "brief", "title": "Brief support", "accountable": "pm"}]}
    """#
  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "process": "major"}
    """#

  /// Goes from processes whose steps changed to the launches that follow them.
  public static func derive(_ set: ChangeSetContext) -> [Change] {
    var seen: Set<String> = []
    var found: [Change] = []
    for cause in set.changes where cause.subject.kind == "process" && cause.fields.first?.token == "steps" {
      guard cause.fields.count == 2, seen.insert(cause.subject.name).inserted else { continue }
      func steps(_ process: DefinitionVersion?) -> [String] {
        (process?.root).items("steps").compactMap { $0["optional"]?.bool == true ? nil : $0["id"]?.string }
      }
      let delta = StepDelta(
        steps(set.base.definition(cause.subject.name)), steps(set.head.definition(cause.subject.name)))
      for referrer in set.head.referrers(of: cause.subject.name) where referrer.field == "process" {
        let root: JSONValue? = referrer.version.root
        guard referrer.version.kind == "launch",
          ["planned", "go", "held"].contains(root?["status"]?.string)
        else { continue }
        let listed = Set(root.items("checklist").compactMap { $0["step"]?.string })
        let missing = delta.added.filter { !listed.contains($0) }
        if missing.isEmpty { continue }
        found.append(
          set.affected(
            referrer, by: cause, metadata, .notable,
            words: "Its process “\(cause.subject.title)” (\(cause.subject.id)) now demands "
              + Clause.list(missing)))
      }
    }
    return found
  }
}
