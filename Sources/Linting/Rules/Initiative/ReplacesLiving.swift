public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an initiative that goes on although another has taken over from it.
public struct ReplacesLiving: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/replaces-living", .warning,
    summary: "An initiative under way that replaces another which is still open.",
    why: "Two teams may be building the same thing, and the old initiative's dates are still believed.",
    remedy: "Cancel or launch the old initiative, or say what it still has to do besides.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The old one is still committed",
      #"""
      {"kind": "initiative", "id": "checkout-2", "title": "Checkout", "status": "in-progress", "team": "growth",
        "replaces": [⟦"checkout"⟧]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Old checkout", "status": "committed", "team": "growth",
        "supersededBy": ["checkout-2"]}
      """#,
      RuleExample.growth),
    .good(
      "The old one was cancelled",
      #"""
      {"kind": "initiative", "id": "checkout-2", "title": "Checkout", "status": "in-progress", "team": "growth",
        "replaces": ["checkout"]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Old checkout", "status": "cancelled", "team": "growth",
        "supersededBy": ["checkout-2"]}
      """#,
      RuleExample.growth),
  ]

  /// Looks at what initiatives replace once they are under way or launched.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where initiative.has("status", oneOf: "in-progress", "launched") {
      for value in initiative.items("replaces") {
        guard let other = context.relations.target(value, kind: "initiative")?.definition,
          other.id != initiative.id,
          context.lifecycles.isLive(other), !context.lifecycles.isPaused(other)
        else { continue }
        report.report(
          .living(initiative, other), at: value, in: initiative,
          notes: [RuleNote("here", at: other["status"] ?? other.root, in: other)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func living(_ initiative: Definition, _ other: Definition) -> Self {
    Self(
      "it is \(initiative["status"]?.string ?? "") and replaces '\(other.id)', which is still \(other["status"]?.string ?? "")",
      discriminator: other.id)
  }
}
