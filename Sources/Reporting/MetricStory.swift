public import Diffing
internal import Workspaces

/// A metric whose meaning changed, or whose state did.
public struct MetricStory: Sendable {
  /// The metric with its changes.
  public let definition: ChangedDefinition
  /// The changes of what it means: numbers from before cannot be compared with those after.
  public let redefined: [ChangeReport.Entry]
  /// Who relies on it after the change, the first of each definition.
  public let users: [Change.Subject]

  /// The fields that say what a metric is and where its numbers come from.
  static let meaning: Set<String> = [
    "definition", "direction", "type", "unit", "formula", "inputs", "source",
  ]
}

extension ChangeReport {
  /// The metrics that mean something else, are new to their state, or came and went.
  func findMetrics() -> [MetricStory] {
    changed.filter { $0.subject.kind == "metric" }.compactMap { metric in
      let redefined = metric.entries.filter { entry in
        ([entry.change] + entry.change.parts).contains {
          MetricStory.meaning.contains($0.fields.first?.token ?? "")
        }
      }
      let isElsewhere = metric.stateBefore != metric.stateAfter && metric.before != nil && metric.after != nil
      guard !redefined.isEmpty || isElsewhere else { return nil }
      return MetricStory(definition: metric, redefined: redefined, users: users(of: metric.subject))
    }
  }

  /// The definitions that refer to one, each once.
  func users(of subject: Change.Subject) -> [Change.Subject] {
    guard let position = source.after.position(kind: subject.kind, id: subject.id) else { return [] }
    var seen: Set<Int32> = [Int32(position)]
    return source.after.referrers(of: position).compactMap { index in
      let referrer = source.after.references[Int(index)].source
      guard seen.insert(referrer).inserted else { return nil }
      return self.subject(of: source.after.definitions[Int(referrer)])
    }
  }
}
