public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags insights that count more people than took part.
public struct InsightParticipantsExceedStudy: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "insight/participants-exceed-study", .error,
    summary: "An insight claims more participants than its study had.",
    why: "The number is wrong, and it is what makes the insight look strong.",
    remedy: "Correct the participants, here or in the study.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Twelve of eight",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "evidence": [{"source": "study:checkout-talks",
       "stance": "supports", "participants": ⟦12⟧}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published", "participants": [{"segment": "Guests",
       "target": 8, "completed": 8}]}
      """#),
    .good(
      "Six of eight",
      #"""
      {"kind": "insight", "id": "guests-leave", "title": "Guests leave",
       "statement": "Guests leave at the account step.", "evidence": [{"source": "study:checkout-talks",
       "stance": "supports", "participants": 6}]}
      """#,
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "published", "participants": [{"segment": "Guests",
       "target": 8, "completed": 8}]}
      """#),
  ]

  /// Holds the participants of evidence against those who completed the study.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, insight) in context.all("insight") {
      for item in insight.items("evidence") {
        guard let value = item["participants"], let claimed = value.decimal,
          let study = context.target(item["source"], "study")
        else { continue }
        let counts = study.items("participants").map { $0["completed"]?.decimal }
        guard !counts.isEmpty, counts.allSatisfy({ $0 != nil }) else { continue }
        let completed = counts.reduce(ExactDecimal.zero) { $0 + ($1 ?? .zero) }
        if claimed > completed {
          report.report(.tooManyPeople(study, claimed, completed), at: value, in: insight)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func tooManyPeople(
    _ study: Definition, _ claimed: ExactDecimal, _ completed: ExactDecimal
  ) -> Self {
    Self("\(claimed) participants are claimed, and study '\(study.id)' had \(completed)")
  }
}
