internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a tool was vetted, or that its vetting lasts longer.
public struct ToolVettingRenewed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/vetting-renewed", .notable,
    watches: ["tool/vetting", "tool/vetting/*/status", "tool/vetting/*/until", "tool/vetting/*/on"],
    summary: "A tool passes a vetting, or a vetting holds for longer.",
    why:
      "An end that moves without a new look is a promise that nobody checked.",
    remedy: "Change `on` only together with a real look at the product, and `until` only together with `on`.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Looked at again", before: vetted,
      change: #"""
        {"vetting": [{"topic": "privacy", "status": "passed", "on": "2026-01-10", "by": "@dana",
         "until": "2027-01-10"}]}
        """#,
      as: .notable),
    .found(
      "A year longer without a look", before: vetted,
      change: #"""
        {"vetting": [{"topic": "privacy", "status": "passed", "on": "2025-06-01", "by": "@dana",
         "until": "2027-06-01"}]}
        """#,
      as: .risky),
    .left("Lost", before: vetted, change: #"{"vetting": null}"#),
  ]

  private static let vetted = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "data": {"classification": "personal"}, "vetting": [{"topic": "privacy", "status": "passed",
     "on": "2025-06-01", "by": "@dana", "until": "2026-06-01"}]}
    """#

  /// Tells a new look from a longer validity.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count >= 2, context.stageBefore != .ended, context.stageBefore != .first else {
      return nil
    }
    let topic = change.fields[1].token
    let (old, new) = (
      context.before?.root.item("vetting", "topic", topic),
      context.after?.root.item("vetting", "topic", topic)
    )
    guard new?["status"]?.string == "passed" else {
      return new?["status"]?.string == "failed" ? nil : new == nil ? nil : Judgement(.notable)
    }
    let covered = context.positions(at: "vetting", topic)
    let isNewLook = old?["status"]?.string != "passed" || isLater(old?["on"], new?["on"], context)
    let isLonger =
      old?["until"] != nil && (new?["until"] == nil || isLater(old?["until"], new?["until"], context))
    if isLonger, !isNewLook {
      return Judgement(
        .risky, ChangeReason("no-new-look", "the day of the vetting stayed the same"), covers: covered)
    }
    guard isNewLook else { return nil }
    let until = new?["until"]?.string.map { ", valid until \($0)" } ?? ""
    return Judgement(.notable, words: "Passed the vetting for \(topic)\(until)", covers: covered)
  }

  private static func isLater(_ old: JSONValue?, _ new: JSONValue?, _ context: ChangeContext) -> Bool {
    guard let new = context.when(new) else { return false }
    return context.when(old).map { $0.last < new.last } ?? true
  }
}
