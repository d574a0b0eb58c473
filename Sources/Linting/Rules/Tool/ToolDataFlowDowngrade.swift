public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags integrations by which data flows to a tool that is not meant for it.
public struct ToolDataFlowDowngrade: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "tool/data-flow-downgrade", .warning,
    summary: "An integration sends data to a tool with a lower classification.",
    why:
      "Personal data lands where nobody expects it, is not deleted with the rest, and everybody can "
      + "read it.",
    remedy: "Send only what the other tool may hold, or classify that tool as what it now is.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Personal data goes to an internal tool",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "data": {"classification": "personal"}, "integrations": [{"tool": ⟦"wiki"⟧,
       "direction": "out"}]}
      """#,
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "adopted",
       "data": {"classification": "internal"}}
      """#),
    .good(
      "Data comes from there only",
      #"""
      {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys",
       "status": "adopted", "data": {"classification": "personal"}, "integrations": [{"tool": "wiki",
       "direction": "in"}]}
      """#,
      #"""
      {"kind": "tool", "id": "wiki", "title": "Wiki", "category": "Surveys", "status": "adopted",
       "data": {"classification": "internal"}}
      """#),
  ]

  /// Compares the classifications at both ends of integrations between tools in use.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, tool) in context.all("tool") where !tool.has("status", "retired") {
      guard let own = rank(tool) else { continue }
      for item in tool.items("integrations") {
        guard let value = item["tool"], let other = context.target(value, "tool"),
          !other.has("status", "retired"),
          let theirs = rank(other)
        else { continue }
        if own > theirs, item.has("direction", oneOf: "out", "both") {
          report.report(.downgrade(from: tool, to: other), at: value, in: tool)
        } else if theirs > own, item.has("direction", oneOf: "in", "both") {
          report.report(.downgrade(from: other, to: tool), at: value, in: tool)
        }
      }
    }
  }

  /// How much care a tool's data needs.
  private static func rank(_ tool: Definition) -> Int? {
    guard let data = tool["data"] else { return nil }
    if data.has("classification", oneOf: "public") { return 0 }
    if data.has("classification", oneOf: "internal") { return 1 }
    if data.has("classification", oneOf: "confidential") { return 2 }
    return data.has("classification", oneOf: "personal") ? 3 : nil
  }
}

extension RuleMessage {
  fileprivate static func downgrade(from source: Definition, to target: Definition) -> Self {
    let from = source["data"]?.string("classification") ?? ""
    let to = target["data"]?.string("classification") ?? ""
    return Self("data flows from \(source.title), which is \(from), to \(target.title), which is only \(to)")
  }
}
