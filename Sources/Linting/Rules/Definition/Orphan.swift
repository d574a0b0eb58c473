public import Diagnostics
internal import Workspaces

/// Flags a definition that nothing is connected with.
public struct Orphan: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/orphan", .info,
    summary: "A living definition that refers to nothing and that nothing refers to.",
    why:
      "What is connected with nothing appears in no plan, no schedule and no report but the list of its kind.",
    remedy: "Connect it with what it belongs to, or delete it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A metric that nothing uses",
      #"{"kind": "metric", "id": ⟦"wait"⟧, "title": "Wait", "definition": "Seconds", "direction": "down"}"#),
    .good(
      "A metric that an objective uses",
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#),
  ]

  /// Looks at the references of everything that lives, in both directions.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for (position, definition) in snapshot.definitions.enumerated() {
      // What it refers to need not exist: then there is a finding about that.
      guard snapshot.outgoing[position].isEmpty, !context.relations.isReferred(position),
        context.lifecycles.isLive(definition)
      else { continue }
      report.report(.orphan(definition), atStartOf: definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func orphan(_ definition: Definition) -> Self {
    Self("nothing refers to the \(definition.kind) '\(definition.id)', and it refers to nothing")
  }
}
