public import Diffing
internal import JSONSyntax

/// Tells that the data of a tool lies elsewhere.
public struct ToolRegionsChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/regions-changed", .risky, watches: ["tool/data/regions"],
    summary: "The places change in which a tool in use stores its data.",
    why:
      "Some data must not leave its region, and customers were told where it lies.",
    remedy: "Ask privacy before the data moves, and write the new vetting down.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Another continent", before: eu, change: #"{"data": {"regions": ["EU", "US"]}}"#, as: .risky),
    .found(
      "One place less", before: eu.replacing(#"["EU"]"#, with: #"["EU", "US"]"#),
      change: #"{"data": {"regions": ["EU"]}}"#, as: .notable),
    .left(
      "A proposal", before: eu.replacing("adopted", with: "proposed"),
      change: #"{"data": {"regions": ["EU", "US"]}}"#),
  ]

  private static let eu = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "data": {"classification": "personal", "regions": ["EU"]}}
    """#

  /// Tells new places from those that are gone.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root) else { return nil }
    let old = Set(context.before?.root["data"]?.texts("regions") ?? [])
    let new = context.after?.root["data"]?.texts("regions") ?? []
    let added = new.filter { !old.contains($0) }
    let covered = context.positions(at: "data", "regions")
    if !old.isEmpty, new.isEmpty {
      return Judgement(
        .risky, ChangeReason("region-unknown", "nobody knows any more where the data lies"), covers: covered)
    }
    if added.isEmpty || old.isEmpty { return Judgement(.notable, covers: covered) }
    return Judgement(
      .risky, ChangeReason("new-region", "data may now lie in \(Clause.list(added))"),
      words: "Data may now also lie in \(Clause.list(added))", covers: covered)
  }
}
