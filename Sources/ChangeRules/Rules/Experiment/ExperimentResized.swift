public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is sized otherwise than when it started.
public struct ExperimentResized: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/resized", .breaking,
    watches: [
      "experiment/design/alpha", "experiment/design/power", "experiment/design/mde",
      "experiment/design/sides", "experiment/design",
    ],
    summary: "A running experiment gets another alpha, power, smallest effect or number of sides.",
    why:
      "These numbers say in advance when an effect is believed. Changed in sight of results they only confirm them.",
    remedy: "Keep the design until the end, and start a new experiment with the other one.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A larger effect is enough, after the first results",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}, "results": \#(ExampleExperiment.results(9000))}"#
      ), change: #"{"design": {"mde": {"value": 0.1}}}"#, as: .breaking),
    .found(
      "Before any result",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"power": 0.9}}"#, as: .risky),
    .found(
      "A design that comes late", before: ExampleExperiment.text(),
      change:
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#,
      as: .risky),
    .left(
      "Judged by another method",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"method": "bayesian"}}"#),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"power": 0.9}}"#),
  ]

  /// Takes all numbers of the sizing together.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let sizing: Set<String> = ["alpha", "power", "mde", "sides"]
    let parts = context.changes.indices.filter {
      let fields = context.changes[$0].fields
      return fields.first?.token == "design" && (fields.count == 1 || sizing.contains(fields[1].token))
    }
    guard parts.contains(context.position) else { return nil }
    let reason =
      context.hasResults
      ? ChangeReason("results-known", "results are known")
      : ChangeReason("no-results-yet", "no results are recorded yet")
    guard change.fields.count > 1 else {
      let words = change.before == nil ? "Its design is written down only now" : "Its design is gone"
      return Judgement(change.after == nil || context.hasResults ? .breaking : .risky, reason, words: words)
    }
    let told = parts.filter { context.changes[$0].fields.count > 1 }.map { part in
      let part = context.changes[part]
      let name = part.fields.dropFirst().map(\.label).joined(separator: " ").lowercased()
      return "\(name) \(Phrase.value(part.before)) → \(Phrase.value(part.after))"
    }
    return Judgement(
      context.hasResults ? .breaking : .risky, reason, words: "Sized anew: \(told.joined(separator: ", "))",
      covers: parts)
  }
}
