public import Diffing
internal import JSONSyntax

/// Tells that more speaks for an insight than before.
public struct InsightEvidenceGained: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/evidence-gained", .notable,
    watches: ["insight/evidence", "insight/evidence/*/stance", "insight/evidence/*/participants"],
    summary: "New evidence speaks for an insight.",
    why:
      "Plans that hesitated can be decided.",
    remedy: "Look at the confidence again, and tell those who collect evidence for it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "One more source", before: validated,
      change:
        #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 8}, {"source": "metric:conversion", "stance": "supports"}, {"source": "metric:exits", "stance": "supports"}]}"#,
      as: .notable),
    .left(
      "One source is left", before: validated,
      change: #"{"evidence": [{"source": "study:talks", "stance": "supports", "participants": 8}]}"#),
  ]

  private static let validated = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "confidence": "medium", "review": "2026-06-30", "evidence": [
       {"source": "study:talks", "stance": "supports", "participants": 8},
       {"source": "metric:conversion", "stance": "supports"}]}
    """#
  private static let initiative = #"""
    {"kind": "initiative", "id": "guest-checkout", "title": "Guest checkout", "status": "committed",
     "team": "growth", "evidence": ["insight:guests-leave"]}
    """#

  /// Names the new sources.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .first else { return nil }
    let (old, new) = (InsightEvidence(context.before?.root), InsightEvidence(context.after?.root))
    guard change.idiom != .itemRemoved, new.isNewer(than: old) else { return nil }
    let known = Set(old.supporting)
    let added = new.supporting.filter { !known.contains($0) }
    guard !added.isEmpty else { return Judgement(.notable) }
    return Judgement(
      .notable, words: "New evidence for it: \(Clause.list(added))",
      covers: context.positions(at: "evidence").filter { context.changes[$0].idiom == .itemAdded })
  }
}
