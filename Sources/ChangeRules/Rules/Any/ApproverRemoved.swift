public import Diffing
internal import JSONSyntax

/// Tells that somebody no longer has to agree.
public struct ApproverRemoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "approval/approver-removed", .risky,
    watches: ["initiative/approvers", "initiative/stakeholders", "plan/approvers"],
    summary: "Somebody who had to agree to a plan or an initiative under way no longer has to.",
    why:
      "The one who would have said no is the one who is taken out; whoever relied on that check has lost it.",
    remedy: "Name who agrees instead, or let the one who goes agree to going.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("An approver goes", before: checkout, change: #"{"approvers": null}"#, as: .risky),
    .found("Another takes over", before: checkout, change: #"{"approvers": ["@eli"]}"#, as: .notable),
    .found(
      "A team that had to agree is only told", before: checkout,
      change: #"{"stakeholders": [{"team": "legal", "role": "informed"}]}"#, as: .risky),
    .found(
      "Nothing is promised yet", before: checkout.replacing("in-progress", with: "idea"),
      change: #"{"approvers": null}"#, as: .routine),
    .found(
      "An approver of a plan goes",
      before: #"""
        {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
         "approvers": ["@dana"]}
        """#, change: #"{"approvers": null}"#, as: .risky),
    .left("One approver more", before: checkout, change: #"{"approvers": ["@dana", "@eli"]}"#),
    .found(
      "It is over", before: checkout.replacing("in-progress", with: "launched"),
      change: #"{"approvers": null}"#, as: .routine),
    .left(
      "A team that was only told is no longer told",
      before: checkout.replacing("approver\"}", with: "informed\"}"),
      change: #"{"stakeholders": null}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "approvers": ["@dana"], "stakeholders": [{"team": "legal", "role": "approver"}]}
    """#

  /// Looks for who came in their place, and for the part that they play now.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.idiom == .itemRemoved, change.fields.count == 2,
      !change.reasons.contains(.endedWithIt), let field = change.fields.first?.token
    else { return nil }
    let isPerson = field == "approvers"
    guard isPerson || change.before?["role"]?.string == "approver" else { return nil }
    if context.isRecord { return Judgement(.routine, .alreadyEnded) }
    if context.stageBefore == .first { return Judgement(.routine, .notCommitted) }
    let added = context.positions(at: field).filter { context.changes[$0].idiom == .itemAdded }
    if isPerson {
      guard let other = added.first else { return Judgement(.risky) }
      return Judgement(
        .notable,
        words: "Approver handed over from \(change.before?.string ?? "") to "
          + "\(context.changes[other].after?.string ?? "")",
        covers: [other])
    }
    let name = change.before?["team"]?.string ?? change.before?["person"]?.string ?? ""
    let now = added.first { position in
      let item = context.changes[position].after
      return (item?["team"]?.string ?? item?["person"]?.string) == name
    }
    guard let now else { return Judgement(.risky, words: "\(name) no longer has to agree") }
    let role = context.changes[now].after?["role"]?.string ?? ""
    if role == "approver" { return nil }
    return Judgement(.risky, words: "\(name) no longer has to agree and is \(role) only", covers: [now])
  }
}
