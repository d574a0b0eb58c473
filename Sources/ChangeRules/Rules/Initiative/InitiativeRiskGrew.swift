public import Diffing
internal import JSONSyntax

/// Tells that a risk of promised work becomes greater.
public struct InitiativeRiskGrew: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/risk-grew", .notable, watches: ["initiative/risks"],
    summary: "A risk is new, becomes likelier or worse, or loses its answer.",
    why:
      "A risk that is likely and grave is a date that will not hold; said now, something can still be done.",
    remedy: "Say under `mitigation` what you do about it, or move the date that it threatens.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("It becomes likelier", before: checkout(#""medium""#), change: risk(#""high""#), as: .risky),
    .found(
      "It becomes likely enough to look at", before: checkout(#""low""#), change: risk(#""medium""#),
      as: .notable),
    .found(
      "Nothing is promised yet", before: checkout(#""low""#).replacing("committed", with: "idea"),
      change: risk(#""high""#), as: .routine),
    .left("It becomes less likely", before: checkout(#""high""#), change: risk(#""low""#)),
  ]

  private static func risk(_ likelihood: String) -> String {
    #"{"risks": [{"title": "The bank is late", "likelihood": \#(likelihood), "impact": "high"}]}"#
  }
  private static func checkout(_ likelihood: String) -> String {
    #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "risks": [{"title": "The bank is late", "likelihood": \#(likelihood), "impact": "high"}]}
    """#
  }

  /// Compares likelihood and impact of the risk on both sides.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count > 1, !context.isRecord else { return nil }
    let title = change.fields[1].token
    guard let new = (context.after?.root).item("risks", "title", title) else { return nil }
    let old = (context.before?.root).item("risks", "title", title)
    let isWorse =
      size(new["likelihood"]) > size(old?["likelihood"]) || size(new["impact"]) > size(old?["impact"])
      || change.idiom == .fieldRemoved && change.fields.last?.token == "mitigation"
    guard isWorse else { return nil }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    let isGrave = size(new["likelihood"]) == 3 && size(new["impact"]) == 3
    return isGrave
      ? Judgement(.risky, ChangeReason("likely-and-grave", "it is now both likely and grave"))
      : Judgement(.notable)
  }

  private static func size(_ value: JSONValue?) -> Int {
    switch value?.string {
    case "low": 1
    case "medium": 2
    case "high": 3
    default: 0
    }
  }
}
