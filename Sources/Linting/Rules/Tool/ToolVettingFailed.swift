public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that are used although a vetting failed.
public struct ToolVettingFailed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/vetting-failed", .error,
    summary: "A tool in use failed its security, privacy or legal vetting.",
    why: "Somebody looked, said no, and it is used all the same.",
    remedy: "Stop using it, or have it vetted again after the vendor has changed what was wrong.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Adopted against the lawyers' word",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "vetting": [{"topic": "legal", "status": ⟦"failed"⟧, "on": "2025-12-01",
       "by": "@dana"}]}
      """#),
    .good(
      "Put on hold",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "on-hold", "vetting": [{"topic": "legal", "status": "failed", "on": "2025-12-01",
       "by": "@dana"}]}
      """#),
  ]

  /// Looks at the vettings of tools that are tried or adopted.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "trial", "adopted") {
      for item in tool.items("vetting") {
        guard let value = item["status"], value.isString("failed") else { continue }
        report.report(.failed(tool, item), at: value, in: tool)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func failed(_ tool: Definition, _ item: JSONValue) -> Self {
    Self(
      "\(tool.title) (\(tool.status)) failed its \(item.string("topic") ?? "") vetting on "
        + "\(item.string("on") ?? "")"
    )
  }
}
