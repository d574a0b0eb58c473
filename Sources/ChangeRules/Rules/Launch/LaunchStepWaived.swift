public import Diffing
internal import JSONSyntax

/// Tells that a step of a launch is left out on purpose.
public struct LaunchStepWaived: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "launch/step-waived", .risky, watches: ["launch/checklist"],
    summary: "A step of a launch's checklist is waived, or taken from the list without being done.",
    why: "Each step has somebody behind it who counts on it; what is left out shows when the customers call.",
    remedy: "Agree it with whoever needs the step, and say in the commit why it is left out.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Waived", before: launch, change: #"{"checklist": [{"step": "brief-support", "status": "waived"}]}"#,
      as: .risky),
    .found("Taken from the list", before: launch, change: #"{"checklist": null}"#, as: .risky),
    .found(
      "The process does not demand it", before: launch,
      change: #"{"checklist": [{"step": "brief-support", "status": "waived"}]}"#, alongside: [process],
      as: .notable),
    .left("Done", before: launch, change: #"{"checklist": [{"step": "brief-support", "status": "done"}]}"#),
    .left(
      "It was done before it went from the list", before: launch.replacing("open", with: "done"),
      change: #"{"checklist": null}"#),
    .left("The launch is cancelled", before: launch, change: #"{"status": "cancelled", "checklist": null}"#),
  ]

  private static let launch = #"""
    {"kind": "launch", "id": "go", "title": "Checkout for everyone", "status": "planned", "initiative": "checkout",
     "date": "2026-03-01", "tier": 2, "process": "minor",
     "checklist": [{"step": "brief-support", "status": "open"}]}
    """#
  private static let process = #"""
    {"kind": "process", "id": "minor", "title": "Minor launch", "purpose": "Quiet launches.", "status": "adopted",
     "steps": [{"id": "brief-support", "title": "Brief support", "accountable": "pm", "optional": true}]}
    """#

  /// Looks at steps that were neither done nor are to be done.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isComing, context.stageAfter != .ended, change.fields.count > 1 else { return nil }
    let step = change.fields[1].token
    let old = (context.before?.root).item("checklist", "step", step)
    let new = (context.after?.root).item("checklist", "step", step)
    let isOpen = old.map { !["done", "waived"].contains($0["status"]?.string) } ?? true
    let isWaived =
      new?["status"]?.string == "waived" && (change.fields.count == 2 || change.fields[2].token == "status")
    guard isOpen, isWaived || change.idiom == .itemRemoved && change.fields.count == 2 else { return nil }
    let rule = process(of: context).items("steps").first { $0["id"]?.string == step }
    if rule?["optional"]?.bool == true {
      return Judgement(.notable, ChangeReason("optional-step", "its process does not demand it"))
    }
    if rule?["gate"] != nil {
      return Judgement(.risky, ChangeReason("gate-waived", "the step is a gate of its process"))
    }
    return Judgement(.risky)
  }

  private static func process(of context: ChangeContext) -> JSONValue? {
    context.after?.root["process"]?.string.flatMap { context.head.definition("process:\($0)")?.root }
  }
}
