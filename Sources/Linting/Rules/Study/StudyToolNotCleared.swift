public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags studies that put people's words into a tool that is not meant for personal data.
public struct StudyToolNotCleared: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/tool-not-cleared", .warning,
    summary: "A study with participants uses a tool that is not classified for personal data.",
    why:
      "A recording of a customer's voice is personal data; a tool that was not vetted for it must not "
      + "hold it.",
    remedy: "Use a tool that is cleared for personal data, or have this one vetted and classify it so.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Interviews in the wiki",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "fielding", "tools": [⟦"wiki"⟧]}
      """#,
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "adopted",
       "data": {"classification": "internal"}}
      """#),
    .good(
      "In a tool for personal data",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "fielding", "tools": ["recorder"]}
      """#,
      #"""
      {"kind": "tool", "id": "recorder", "title": "Recorder", "category": "Surveys", "status": "adopted",
       "data": {"classification": "personal"}}
      """#),
  ]

  /// Looks at the tools of studies that are not over, apart from those at a desk.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, study) in context.all("study")
    where !study.has("status", oneOf: "published", "cancelled") && !study.has("method", "desk") {
      for value in study.items("tools") {
        guard let tool = context.target(value, "tool"), let data = tool["data"],
          !data.has("classification", oneOf: "personal")
        else { continue }
        report.report(.notCleared(tool, data.string("classification") ?? ""), at: value, in: study)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func notCleared(_ tool: Definition, _ classification: String) -> Self {
    Self("participants' data goes into \(tool.title), which is only cleared for \(classification) data")
  }
}
