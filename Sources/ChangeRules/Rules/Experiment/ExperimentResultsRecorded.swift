internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that an experiment has new numbers.
public struct ExperimentResultsRecorded: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/results-recorded", .notable, watches: ["experiment/results/*"],
    summary: "Results of an experiment are recorded, or go on to a later day.",
    why:
      "From here on the answer is in sight: whatever is changed in the design now is changed in sight of it.",
    remedy:
      "Decide at the planned end. A look before it belongs into `looks`, with a method that pays for it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "The first numbers",
      before: ExampleExperiment.text(
        "running", #"{"primaryMetrics": ["conversion"], "start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"results": \#(ExampleExperiment.results(9000))}"#, as: .notable),
    .found(
      "More participants, a week later",
      before: ExampleExperiment.text(
        "running",
        #"{"primaryMetrics": ["conversion"], "start": "2026-01-05", "end": "2026-02-01", "results": \#(ExampleExperiment.results(9000))}"#
      ),
      change:
        #"{"results": [{"metric": "conversion", "asOf": "2026-01-19", "variants": [{"id": "old", "n": 12000, "conversions": 400}, {"id": "new", "n": 12000, "conversions": 450}]}]}"#,
      as: .notable),
    .found(
      "A metric that does not decide",
      before: ExampleExperiment.text(
        "running", #"{"primaryMetrics": ["conversion"], "start": "2026-01-05", "end": "2026-02-01"}"#),
      change: #"{"results": \#(ExampleExperiment.results(9000, "refunds"))}"#, as: .routine),
    .left(
      "Fewer participants than before",
      before: ExampleExperiment.text(
        "running",
        #"{"primaryMetrics": ["conversion"], "start": "2026-01-05", "end": "2026-02-01", "results": \#(ExampleExperiment.results(9000))}"#
      ), change: #"{"results": \#(ExampleExperiment.results(8000))}"#),
  ]

  /// Tells numbers that grew from numbers that were changed.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let stage = context.experimentBefore, stage != .over, change.fields.count > 1 else { return nil }
    let metric = change.fields[1].token
    let (old, new) = (
      context.result(of: metric, in: context.before), context.result(of: metric, in: context.after)
    )
    guard let new, old.map({ ResultGrowth($0, new) == .grew }) ?? true else { return nil }
    let covered = context.positions(at: "results", metric)
    let decides = context.after?.root["primaryMetrics"]?.items.contains { $0.string == metric } ?? false
    let words =
      "\(old == nil ? "First results" : "Results") of “\(metric)” as of \(Phrase.value(new["asOf"]))"
    guard decides else {
      return Judgement(
        .routine, ChangeReason("decides-nothing", "the metric does not decide"), words: words, covers: covered
      )
    }
    var judgement = Judgement(.notable, words: words, covers: covered)
    if context.before?.root["design"]?["method"]?.isString("fixed") ?? false,
      let asOf = context.when(new["asOf"]), let end = context.when(context.after?.root["end"]),
      asOf.last < end.last
    {
      judgement.reasons = [ChangeReason("early-look", "its design pays for one look, at the end")]
    }
    return judgement
  }
}
