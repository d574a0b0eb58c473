public import Diffing
internal import JSONSyntax

/// Tells that the number from which targets and sample sizes start is another one.
public struct MetricBaselineRefreshed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "metric/baseline-refreshed", .notable,
    watches: [
      "metric/baseline", "metric/baseline/value", "metric/baseline/stddev", "metric/baseline/asOf",
      "metric/baseline/n",
    ],
    summary: "A metric gets a new baseline.",
    why:
      "Targets are judged by their distance from it, and tests are sized by it: drafts need another number of participants.",
    remedy: "Check the sizes of experiments that have not begun, and tell those who quote the old value.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Measured anew",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#, as: .notable),
    .found(
      "A plan quotes the old value",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#, alongside: [ExampleMetric.plan()],
      as: .risky),
    .found(
      "Another value for the same day",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33}}"#, as: .risky),
    .found(
      "The same value, measured anew",
      before: ExampleMetric.text(
        "active", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"asOf": "2026-02-02"}}"#, as: .routine),
    .left(
      "The first one", before: ExampleMetric.text(),
      change: #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
    .left(
      "A proposed metric",
      before: ExampleMetric.text(
        "proposed", #"{"baseline": {"value": 0.31, "n": 48000, "asOf": "2026-01-05"}}"#),
      change: #"{"baseline": {"value": 0.33, "asOf": "2026-02-02"}}"#),
  ]

  /// Compares value and day, and asks which active plans quote the old value.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.metricBefore.isLive, let old = context.before?.root["baseline"],
      let new = context.after?.root["baseline"]
    else { return nil }
    let covered = context.positions(at: "baseline")
    let isSame =
      old["value"]?.decimal == new["value"]?.decimal && old["stddev"]?.decimal == new["stddev"]?.decimal
    if isSame {
      return Judgement(
        .routine, ChangeReason("same-value", "the value stays"),
        words: "Baseline measured anew, as of \(Phrase.value(new["asOf"]))", covers: covered)
    }
    let words =
      "Baseline \(Phrase.value(old["value"])) → \(Phrase.value(new["value"])) (as of \(Phrase.value(new["asOf"])))"
    let quoting = BaselineQuotes.plans(
      of: context.after?.name ?? "", value: old["value"]?.decimal, in: context.head)
    if !quoting.isEmpty {
      return Judgement(
        .risky,
        ChangeReason(
          "quoted",
          "\(Clause.list(quoting.map(\.version.name))) still \(quoting.count == 1 ? "quotes" : "quote") the old value"
        ),
        words: words, covers: covered)
    }
    if old["asOf"]?.string == new["asOf"]?.string {
      return Judgement(
        .risky, ChangeReason("corrected", "another value for the same day: the old one was wrong"),
        words: words,
        covers: covered)
    }
    return Judgement(.notable, ChangeReason("measured-anew"), words: words, covers: covered)
  }
}
