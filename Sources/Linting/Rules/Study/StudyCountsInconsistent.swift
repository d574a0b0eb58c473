public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags studies that more people finished than were recruited.
public struct StudyCountsInconsistent: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/counts-inconsistent", .error,
    summary: "More participants completed a study than were recruited for it.",
    why: "One of the numbers is wrong, and how far the findings reach is read from them.",
    remedy: "Count again.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Nine of eight",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "planned", "participants": [{"segment": "Guests",
       "target": 8, "recruited": 8, "completed": ⟦9⟧}]}
      """#),
    .good(
      "Eight of nine",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "planned", "participants": [{"segment": "Guests",
       "target": 8, "recruited": 9, "completed": 8}]}
      """#),
  ]

  /// Compares the numbers of participants of every segment.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, study) in context.all("study") {
      for item in study.items("participants") {
        guard let recruited = item["recruited"]?.integer, let value = item["completed"],
          let completed = value.integer,
          completed > recruited
        else { continue }
        report.report(.moreThanRecruited(item, completed, recruited), at: value, in: study)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func moreThanRecruited(_ item: JSONValue, _ completed: Int, _ recruited: Int) -> Self {
    Self(
      "\(completed) of '\(item.string("segment") ?? "")' completed the study, and \(recruited) were recruited"
    )
  }
}
