internal import Diffing
public import JSONSyntax
internal import Workspaces

/// What was done to one experiment in a period.
public struct ExperimentStory: Sendable {
  /// A step of who takes part, and how.
  public struct Phase: Sendable {
    /// The day from which it holds, as it is written.
    public let from: String
    /// The share of the audience, from 0 to 1, as it is written.
    public let share: ExactDecimal?
    /// Whether nobody new is let in: all weights are zero.
    public let closesEnrolment: Bool
    /// Why.
    public let reason: String?
  }

  /// A change of a metric that the experiment measures by.
  public struct Drift: Sendable {
    /// What changed of the metric.
    public let entry: ChangeReport.Entry
    /// Whether the experiment measures by it as a guardrail.
    public let isGuardrail: Bool
  }

  /// The experiment with its changes.
  public let definition: ChangedDefinition
  /// The steps that are new.
  public let phases: [Phase]
  /// How many results were read for the first time, or again.
  public let results: Int
  /// What was decided; nil where nothing was.
  public let decision: DecisionRecord?
  /// Changes of the metrics that it measures by, while it ran.
  public let drift: [Drift]

  /// Whether people take part in it.
  static func isUnderWay(_ state: String?) -> Bool { state == "running" || state == "enrolment-closed" }
}

extension ChangeReport {
  /// The experiments that something was done to, or whose metrics changed while they ran.
  func findExperiments() -> [ExperimentStory] {
    let drifted = driftedMetrics()
    var stories = changed.filter { $0.subject.kind == "experiment" }.map { story(of: $0, drifted) }
    guard !drifted.isEmpty else { return stories }
    let told = Set(stories.map(\.definition.subject.id))
    for (_, definition) in source.after.definitions(of: "experiment") where !told.contains(definition.id) {
      let before = source.before.definition(kind: "experiment", id: definition.id)
      let untouched = ChangedDefinition(
        subject: subject(of: definition), before: before?.root, after: definition.root, entries: [],
        shape: nil)
      let story = story(of: untouched, drifted)
      if !story.drift.isEmpty { stories.append(story) }
    }
    return stories
  }

  private func story(of experiment: ChangedDefinition, _ drifted: [String: [Entry]]) -> ExperimentStory {
    let phases = experiment.newItems("phases").map { phase in
      let weights = phase["weights"]?.members.map(\.value) ?? []
      return ExperimentStory.Phase(
        from: phase.string("from") ?? "", share: phase["share"]?.decimal,
        closesEnrolment: !weights.isEmpty && weights.allSatisfy { $0.decimal?.isZero == true },
        reason: phase.string("reason"))
    }
    var drift: [ExperimentStory.Drift] = []
    if let after = experiment.after,
      ExperimentStory.isUnderWay(experiment.stateAfter) || ExperimentStory.isUnderWay(experiment.stateBefore)
    {
      func add(_ name: String?, isGuardrail: Bool) {
        for entry in name.flatMap({ drifted[$0] }) ?? [] {
          drift.append(ExperimentStory.Drift(entry: entry, isGuardrail: isGuardrail))
        }
      }
      for metric in after.items("primaryMetrics") { add(metric.string, isGuardrail: false) }
      for metric in after.items("secondaryMetrics") { add(metric.string, isGuardrail: false) }
      for guardrail in after.items("guardrails") { add(guardrail.string("metric"), isGuardrail: true) }
    }
    return ExperimentStory(
      definition: experiment, phases: phases, results: experiment.newItems("results").count,
      decision: decisions.first { $0.subject.name == experiment.subject.name }, drift: drift)
  }

  /// Changes of what metrics mean, by the metric's id.
  private func driftedMetrics() -> [String: [Entry]] {
    var found: [String: [Entry]] = [:]
    for story in metrics where !story.redefined.isEmpty {
      found[story.definition.subject.id] = story.redefined
    }
    return found
  }
}
