public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags tools that hold confidential or personal data and were not vetted for it.
public struct ToolUnvettedData: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/unvetted-data", .warning,
    summary:
      "A tool that people work with holds confidential data without a passed security vetting, or "
      + "personal data without a passed privacy vetting.",
    why: "Customers and the law hold us to account for where their data lies, whether we looked or not.",
    remedy: "Have it vetted and write the result into `vetting`; until then keep such data out of it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Personal data, never vetted for privacy",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "data": {"classification": ⟦"personal"⟧}, "vetting": [{"topic": "security",
       "status": "passed", "on": "2025-06-01", "by": "@dana"}]}
      """#),
    .good(
      "Both passed",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "data": {"classification": "personal"}, "vetting": [{"topic": "security",
       "status": "passed", "on": "2025-06-01", "by": "@dana"}, {"topic": "privacy", "status": "passed",
       "on": "2025-06-01", "by": "@dana"}]}
      """#),
  ]

  /// Holds the data of tools in use against their vettings.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where tool.has("status", oneOf: "trial", "adopted", "deprecated") {
      guard let value = tool["data"]?["classification"] else { continue }
      let isPersonal = value.isString("personal")
      guard isPersonal || value.isString("confidential") else { continue }
      let passed = tool.items("vetting").filter { $0.has("status", oneOf: "passed") }
      var missing: [String] = []
      if !passed.contains(where: { $0.has("topic", oneOf: "security") }) { missing.append("security") }
      if isPersonal, !passed.contains(where: { $0.has("topic", oneOf: "privacy") }) {
        missing.append("privacy")
      }
      if !missing.isEmpty { report.report(.unvetted(tool, value, missing), at: value, in: tool) }
    }
  }
}

extension RuleMessage {
  fileprivate static func unvetted(_ tool: Definition, _ data: JSONValue, _ topics: [String]) -> Self {
    Self(
      "\(tool.title) holds \(data.string ?? "such") data and has passed no vetting for "
        + "\(Wording.list(topics))"
    )
  }
}
