public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a dependency on work that will not be done.
public struct DependsOnDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/depends-on-dead", .error,
    summary: "A dependency on an initiative that was cancelled or superseded.",
    why: "It waits for something that will never be there.",
    remedy: "Depend on what takes over from it, or find out how to do without and take the dependency out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "What it needs was cancelled",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "dependsOn": [⟦"payments"⟧]}
      """#,
      #"{"kind": "initiative", "id": "payments", "title": "Payments", "status": "cancelled", "team": "growth"}"#,
      RuleExample.growth),
    .good(
      "What it needs was launched",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "dependsOn": ["payments"]}
      """#,
      #"{"kind": "initiative", "id": "payments", "title": "Payments", "status": "launched", "team": "growth"}"#,
      RuleExample.growth),
  ]

  /// Looks at the dependencies of initiatives that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) {
      for dependency in context.relations.dependencies(of: initiative) where dependency.definition.isDead {
        let other = dependency.definition
        let field: StaticString = other.has("status", "cancelled") ? "status" : "supersededBy"
        report.report(
          .dead(other), at: dependency.value, in: initiative,
          notes: [RuleNote("here", at: other[field] ?? other.root, in: other)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func dead(_ other: Definition) -> Self {
    let successors = other.items("supersededBy").compactMap(\.string)
    return Self(
      "'\(other.id)' was \(other.has("status", "cancelled") ? "cancelled" : "superseded")",
      candidates: Array(successors.prefix(3)), discriminator: other.id)
  }
}
