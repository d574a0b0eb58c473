internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a step of a ramp is changed, taken out or put in between.
public struct ExperimentRampRewritten: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/ramp-rewritten", .breaking, watches: ["experiment/ramp/*"],
    summary: "A step of a ramp is changed, taken out or put in between.",
    why:
      "Steps that were taken are the record of who had what since when; those who have it already are not asked again.",
    remedy: "Leave steps as they are and add a new one at the end, also for a way back.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A step that was taken",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ), change: #"{"ramp": [{"on": "2026-01-05", "share": 0.3}, {"on": "2026-01-26", "share": 0.5}]}"#,
      as: .breaking),
    .found(
      "A step that was taken is gone",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ), change: #"{"ramp": [{"on": "2026-01-26", "share": 0.5}]}"#, as: .breaking),
    .found(
      "A step to come is put off",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ), change: #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-02-09", "share": 0.5}]}"#,
      as: .notable),
    .found(
      "A step to come comes sooner",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ), change: #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-19", "share": 0.5}]}"#,
      as: .risky),
    .left(
      "A step at the end",
      before: ExampleExperiment.text(
        "running",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ),
      change:
        #"{"ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}, {"on": "2026-02-09", "share": 1}]}"#
    ),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft",
        #"{"type": "rollout", "ramp": [{"on": "2026-01-05", "share": 0.1}, {"on": "2026-01-26", "share": 0.5}]}"#
      ), change: #"{"ramp": [{"on": "2026-01-05", "share": 0.3}, {"on": "2026-01-26", "share": 0.5}]}"#),
  ]

  /// A step to come is a plan, a step that was taken is a fact.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay, change.fields.count == 2 else { return nil }
    var (old, new, covered) = (change.before, change.after, [Int]())
    if let pair = moved(context), pair.contains(context.position) {
      covered = pair
      (old, new) = (context.changes[pair[0]].before, context.changes[pair[1]].after)
    } else if change.idiom == .itemAdded, !change.reasons.contains(.appendOnly) {
      return nil
    }
    let (from, to) = (context.when(old?["on"])?.last, context.when(new?["on"])?.last)
    let share = Phrase.percent(new?["share"]?.decimal?.double ?? 0)
    let words =
      covered.isEmpty
      ? nil : "Step to \(share) moved from \(Phrase.value(old?["on"])) to \(Phrase.value(new?["on"]))"
    guard let day = context.day, let first = [from, to].compactMap(\.self).min(), first > day else {
      return Judgement(
        .breaking, ChangeReason("step-was-taken", "the step was taken already"), words: words, covers: covered
      )
    }
    let isMore = (new?["share"]?.decimal ?? .zero) > (old?["share"]?.decimal ?? .zero)
    if new != nil, isMore || (to ?? day) < (from ?? day) {
      return Judgement(
        .risky, ChangeReason("sooner-or-more", "more people have it sooner than was planned"), words: words,
        covers: covered)
    }
    return Judgement(
      .notable, ChangeReason("step-to-come", "the step was still to come"), words: words, covers: covered)
  }

  /// The step that went and the one of the same share that came, where there is one of each.
  private static func moved(_ context: ChangeContext) -> [Int]? {
    let gone = context.positions(of: "ramp", .itemRemoved)
    let come = context.positions(of: "ramp", .itemAdded)
    guard gone.count == 1, come.count == 1,
      context.changes[gone[0]].before?["share"]?.decimal == context.changes[come[0]].after?["share"]?.decimal
    else { return nil }
    return gone + come
  }
}
