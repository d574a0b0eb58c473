public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags published studies that fell short of their participants and do not say so.
public struct StudySegmentUnfilled: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/segment-unfilled", .warning,
    summary:
      "A published study has a segment with fewer participants than planned, and states no limitations.",
    why: "Readers take the findings for as broad as they were planned.",
    remedy: "Say in `limitations` what the missing participants mean for the findings.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Three of eight, and not a word about it",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published", "participants": [{"segment": "Guests",
       "target": 8, "completed": ⟦3⟧}]}
      """#),
    .good(
      "Said openly",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published", "limitations": "Too few guests.",
       "participants": [{"segment": "Guests", "target": 8, "completed": 3}]}
      """#),
  ]

  /// Looks at the participants of published studies without limitations.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, study) in context.all("study")
    where study.has("status", "published") && study["limitations"] == nil {
      for item in study.items("participants") {
        guard let target = item["target"]?.integer, let value = item["completed"],
          let completed = value.integer,
          completed < target
        else { continue }
        report.report(.unfilled(item, completed, target), at: value, in: study)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func unfilled(_ item: JSONValue, _ completed: Int, _ target: Int) -> Self {
    Self(
      "\(completed) of \(target) took part from '\(item.string("segment") ?? "")', and no limitation says so")
  }
}
