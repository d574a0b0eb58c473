public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags studies whose questions have already been decided.
public struct StudyInitiativesOver: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "study/initiatives-over", .warning,
    summary:
      "All initiatives that a study is for are launched or cancelled, and it is still before its "
      + "analysis.",
    why: "People are asked for their time, and the answer can no longer change anything.",
    remedy: "Name what the answers are for now, or cancel the study.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The initiative is cancelled",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "recruiting", "initiatives": ⟦["checkout"]⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "cancelled"}
      """#),
    .good(
      "The initiative goes on",
      #"""
      {"kind": "study", "id": "checkout-talks", "title": "Checkout talks", "method": "interview",
       "questions": ["Why do guests leave?"], "status": "recruiting", "initiatives": ["checkout"]}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "committed"}
      """#),
  ]

  /// Looks at the initiatives of studies that are planned, recruiting or in the field.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, study) in context.all("study")
    where study.has("status", oneOf: "planned", "recruiting", "fielding") {
      guard let list = study["initiatives"] else { continue }
      let initiatives = list.items.map { context.target($0, "initiative") }
      guard !initiatives.isEmpty,
        initiatives.allSatisfy({ $0?.has("status", oneOf: "launched", "cancelled") ?? false })
      else { continue }
      report.report(.nothingLeft(study, initiatives.compactMap { $0 }), at: list, in: study)
    }
  }
}

extension RuleMessage {
  fileprivate static func nothingLeft(_ study: Definition, _ initiatives: [Definition]) -> Self {
    let states = initiatives.map { "'\($0.id)' (\($0.status))" }
    return Self("'\(study.id)' is \(study.status) for initiatives that are over: \(Wording.list(states))")
  }
}
