internal import JSONSyntax
internal import Workspaces

/// A place where work that is going on relies on a tool.
struct ToolUse {
  /// The tool.
  let tool: Definition
  /// What relies on it.
  let definition: Definition
  /// Where it says so.
  let value: JSONValue
}

extension LintContext {
  /// What followed processes, used tools, studies that are not over and, `withMetrics`, metrics rely on.
  func currentToolUses(withMetrics: Bool = false) -> [ToolUse] {
    var uses: [ToolUse] = []
    func add(_ value: JSONValue?, in definition: Definition) {
      guard let value, let tool = target(value, "tool") else { return }
      uses.append(ToolUse(tool: tool, definition: definition, value: value))
    }
    for (_, process) in all("process") where process.has("status", oneOf: "trial", "adopted") {
      for step in process.items("steps") {
        for value in step.items("tools") { add(value, in: process) }
      }
    }
    for (_, tool) in all("tool") where tool.has("status", oneOf: "trial", "adopted") {
      for item in tool.items("integrations") { add(item["tool"], in: tool) }
    }
    for (_, study) in all("study") where !study.has("status", oneOf: "published", "cancelled") {
      for value in study.items("tools") { add(value, in: study) }
    }
    guard withMetrics else { return uses }
    for (_, metric) in all("metric") where !metric.isFading { add(metric["source"], in: metric) }
    return uses
  }
}
