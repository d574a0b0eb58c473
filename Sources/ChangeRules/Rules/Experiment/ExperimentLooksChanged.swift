internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Tells that a running experiment is looked at more or less often than planned.
public struct ExperimentLooksChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "experiment/looks-changed", .risky, watches: ["experiment/design/looks"],
    summary: "A running experiment is looked at more or less often than was planned.",
    why:
      "Each look is one more chance to see an effect that is not there; the design pays only for the looks that it planned.",
    remedy: "Keep the looks as planned, or use a method that allows looking at any time.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "One more look by a fixed design",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"looks": 2}}"#, as: .risky),
    .found(
      "Another plan of looks, with results",
      before: ExampleExperiment.text(
        "running",
        #"{"design": {"method": "group-sequential", "looks": [0.5, 1]}, "results": \#(ExampleExperiment.results(9000))}"#
      ), change: #"{"design": {"looks": [0.5, 0.75, 1]}}"#, as: .breaking),
    .found(
      "The method allows any number",
      before: ExampleExperiment.text("running", #"{"design": {"method": "always-valid", "looks": 2}}"#),
      change: #"{"design": {"looks": 4}}"#, as: .notable),
    .found(
      "Fewer looks",
      before: ExampleExperiment.text("running", #"{"design": {"method": "fixed", "looks": 3}}"#),
      change: #"{"design": {"looks": 1}}"#, as: .notable),
    .left(
      "A draft",
      before: ExampleExperiment.text(
        "draft",
        #"{"design": {"alpha": 0.05, "power": 0.8, "mde": {"kind": "relative", "value": 0.05}, "sides": 2, "method": "fixed"}}"#
      ), change: #"{"design": {"looks": 2}}"#),
  ]

  /// Asks what the method pays for.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.isExperimentUnderWay else { return nil }
    let (before, after) = (context.before?.root["design"], context.after?.root["design"])
    let (old, new) = (looks(before?["looks"]), looks(after?["looks"]))
    let words =
      old == new
      ? "The looks are planned for other times" : "\(Enumeration.count(new, "look")) in place of \(old)"
    let covered = context.positions(at: "design", "looks")
    switch before?["method"]?.string {
    case "always-valid", "bayesian":
      return Judgement(
        .notable, ChangeReason("method-allows", "its method allows looking at any time"), words: words,
        covers: covered)
    case "group-sequential":
      let reason = ChangeReason(
        "alpha-spent-otherwise", "the looks share alpha by the plan that was fixed before")
      return Judgement(context.hasResults ? .breaking : .risky, reason, words: words, covers: covered)
    default:
      if new <= old {
        return Judgement(.notable, ChangeReason("fewer-looks"), words: words, covers: covered)
      }
      return Judgement(
        .risky, ChangeReason("unpaid-look", "its design pays for one look, at the end"), words: words,
        covers: covered)
    }
  }

  /// How many looks a value means; one where nothing is said.
  private static func looks(_ value: JSONValue?) -> Int {
    guard let value else { return 1 }
    return value.kind == .array ? value.count : value.integer ?? 1
  }
}
