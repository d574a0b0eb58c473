public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags somebody who owns more promised work than one person can follow.
public struct OwnerOverloaded: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/owner-overloaded", .warning,
    summary: "Somebody who owns more committed initiatives than \"maximum\" allows (5 unless configured).",
    why: "Decisions wait for the owner: with too many at once every one of them waits.",
    remedy: "Give some of them to others, or let some wait.")

  private static let atMostOne = #"""
    {"version": 1, "lint": {"rules": {"initiative/owner-overloaded": {"maximum": 1}}}}
    """#

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two where one is allowed",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "owner": ⟦"@ana"⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "payments", "title": "Payments", "status": "in-progress", "team": "growth",
        "owner": "@ana"}
      """#,
      RuleExample.growth, configuration: atMostOne),
    .good(
      "Ideas do not count",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "owner": "@ana"}
      """#,
      #"""
      {"kind": "initiative", "id": "payments", "title": "Payments", "status": "idea", "team": "growth",
        "owner": "@ana"}
      """#,
      RuleExample.growth, configuration: atMostOne),
  ]

  /// Counts the promised initiatives of each owner: one finding for each, at the first of them.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let maximum = context.number("maximum", of: metadata, standard: 5)
    var owned: [String: [Definition]] = [:]
    for (_, initiative) in context.snapshot.definitions(of: "initiative") where initiative.isPromised {
      if let owner = initiative["owner"]?.string {
        owned[Handle.folded(owner), default: []].append(initiative)
      }
    }
    for (_, initiatives) in owned.sorted(by: { $0.key < $1.key }) where initiatives.count > maximum {
      guard let owner = initiatives[0]["owner"] else { continue }
      report.report(
        .overloaded(owner, initiatives.count, maximum), at: owner, in: initiatives[0],
        notes: initiatives.dropFirst().prefix(RuleNote.limit).map { initiative in
          RuleNote("and '\(initiative.id)'", at: initiative["owner"] ?? initiative.root, in: initiative)
        })
    }
  }
}

extension RuleMessage {
  fileprivate static func overloaded(_ owner: JSONValue, _ count: Int, _ maximum: Int) -> Self {
    Self("\(owner.string ?? "") owns \(count) committed initiatives; at most \(maximum) are allowed")
  }
}
