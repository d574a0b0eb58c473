internal import Diffing
internal import JSONSyntax

/// What follows from a tool that is deprecated or retired.
enum WithdrawnTool {
  /// The live definitions of a kind that work with withdrawn tools, each once for each tool.
  static func affected(_ set: ChangeSetContext, _ kind: String, _ rule: ChangeRuleMetadata) -> [Change] {
    set.changes.filter { $0.rule == ToolWithdrawn.metadata.name }.flatMap { cause in
      ToolUses.referrers(of: cause.subject.name, in: set.head).filter {
        $0.version.kind == kind && LiveUses.existed($0.version, set)
      }.map {
        user in
        let tool = set.head.definition(cause.subject.name)?.root
        let isOff = tool?["status"]?.string == "retired"
        let successor = tool?["replacedBy"]?.string
        let day = isOff ? nil : tool?["retirement"]?["off"]?.string
        let reason =
          successor.map { ChangeReason("successor-named", "\($0) takes its place") }
          ?? ChangeReason("no-path", "no successor is named")
        return set.affected(
          user, by: cause, rule, isOff ? .breaking : .risky, reasons: reason,
          words: "“\(cause.subject.title)” (\(cause.subject.id)), which it relies on, is "
            + (isOff ? "retired" : "deprecated") + (day.map { " and goes on \($0)" } ?? ""))
      }
    }
  }
}
