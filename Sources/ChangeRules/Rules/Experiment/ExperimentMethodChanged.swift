public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is judged by another method.
public struct ExperimentMethodChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/method-changed", .breaking,
    watches: [
      "experiment/design/method", "experiment/design/spending", "experiment/design/correction",
      "experiment/design/threshold",
    ],
    summary:
      "A running experiment is judged by another method, another spending of alpha, another correction or another threshold.",
    why:
      "One set of numbers wins by one method and loses by another: whoever may choose afterwards has already chosen.",
    remedy: "Keep the method until the decision; use the other one in the next experiment.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "From one look to looking at any time",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"method": "always-valid"}}"#, as: .breaking),
    .found(
      "The threshold moves",
      before: ExampleExperiment.text("running", #"{"type": "fake-door", "design": {"threshold": 0.12}}"#),
      change: #"{"design": {"threshold": 0.08}}"#, as: .breaking),
    .left(
      "Another power",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"power": 0.9}}"#),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"method": "always-valid"}}"#),
  ]

  /// Takes all that tunes the method together.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let tuning = ["method", "spending", "correction", "threshold"].flatMap {
      context.positions(at: "design", $0)
    }
    let told = tuning.map { position in
      let part = context.changes[position]
      return
        "\(part.fields.last?.label.lowercased() ?? "") \(Phrase.value(part.before)) → \(Phrase.value(part.after))"
    }
    var judgement = Judgement(
      .breaking, ChangeReason("chosen-midway", "how it is judged was fixed before the start"),
      words: "Judged otherwise: \(told.joined(separator: ", "))", covers: tuning)
    if context.hasResults { judgement.reasons.append(ChangeReason("results-known", "results are known")) }
    return judgement
  }
}
