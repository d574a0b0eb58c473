internal import Diffing
internal import JSONSyntax

/// A metric that is no longer what it was, and the edit from which that follows.
struct MetricImpact {
  /// The metric's `kind:id`.
  let metric: String
  /// The edit, of this metric or of one that it is made of.
  let cause: Change
  /// The reference to the input, where the metric itself was not edited.
  let through: Referrer?

  /// `“Conversion” (conversion), which was redefined`.
  var words: String {
    let title = through?.version.root["title"]?.string ?? cause.subject.title
    let id = through?.version.id ?? cause.subject.id
    let what =
      switch cause.rule {
      case MetricDirectionFlipped.metadata.name: "which counts the other way now"
      case MetricDeprecated.metadata.name: "which is deprecated"
      case MetricRetired.metadata.name: "which is retired"
      case MetricWithdrawn.metadata.name: "which is only proposed again"
      case MetricSourceSwitched.metadata.name: "which comes from another source"
      case MetricBaselineRefreshed.metadata.name: "whose baseline moved"
      default:
        through == nil ? "which was redefined" : "which is made of “\(cause.subject.title)”, redefined now"
      }
    return "“\(title)” (\(id)), \(what)"
  }

  /// The metrics whose values mean something else or are wished otherwise than before, those made of others included.
  static func redefined(_ set: ChangeSetContext) -> [MetricImpact] {
    var impacts = edited(set, MetricRedefined.metadata, MetricDirectionFlipped.metadata)
    var known = Set(impacts.map(\.metric))
    var position = 0
    while position < impacts.count {
      let impact = impacts[position]
      position += 1
      guard impact.cause.rule == MetricRedefined.metadata.name else { continue }
      for referrer in set.head.referrers(of: impact.metric)
      where referrer.version.kind == "metric" && referrer.field == "inputs"
        && MetricState(referrer.version.root).isLive && known.insert(referrer.version.name).inserted
      {
        impacts.append(MetricImpact(metric: referrer.version.name, cause: impact.cause, through: referrer))
      }
    }
    return impacts
  }

  /// The metrics that nobody should measure by any more.
  static func ended(_ set: ChangeSetContext) -> [MetricImpact] {
    edited(set, MetricDeprecated.metadata, MetricRetired.metadata, MetricWithdrawn.metadata)
  }

  /// The metrics to which one of `rules` happened, each once.
  static func edited(_ set: ChangeSetContext, _ rules: ChangeRuleMetadata...) -> [MetricImpact] {
    let names = Set(rules.map(\.name))
    var known: Set<String> = []
    return set.changes.filter { names.contains($0.rule) && known.insert($0.subject.name).inserted }
      .map { MetricImpact(metric: $0.subject.name, cause: $0, through: nil) }
  }

  /// Who refers to the metric, definitions of one kind by one of `fields`, each once.
  func referrers(_ set: ChangeSetContext, _ kind: String, by fields: String...) -> [Referrer] {
    var known: Set<String> = []
    return set.head.referrers(of: metric).filter {
      $0.version.kind == kind && fields.contains($0.field) && set.existed($0.version)
        && known.insert($0.version.name).inserted
    }
  }

  /// The objectives of plans that are measured by the metric, as `plan-id/objective-id`, with the plans.
  func objectives(_ set: ChangeSetContext) -> [(id: String, plan: Referrer)] {
    set.head.referrers(of: metric).compactMap { referrer in
      guard referrer.version.kind == "plan", referrer.field == "objectives" else { return nil }
      let steps = referrer.pointer.split(separator: "/")
      return steps.count > 1 ? ("\(referrer.version.id)/\(steps[1])", referrer) : nil
    }
  }

  /// A change of each initiative under way that is to serve an objective which one of `impacts` is about.
  static func outcomes(
    of impacts: [MetricImpact], _ set: ChangeSetContext, _ rule: ChangeRuleMetadata,
    _ changeClass: ChangeClass
  ) -> [Change] {
    var byObjective: [String: (impact: MetricImpact, plan: Referrer)] = [:]
    for impact in impacts {
      for objective in impact.objectives(set) where byObjective[objective.id] == nil {
        byObjective[objective.id] = (impact, objective.plan)
      }
    }
    guard !byObjective.isEmpty else { return [] }
    return set.head.definitions(of: "initiative").compactMap { version in
      guard let status = version.root["status"],
        status.isString("committed") || status.isString("in-progress"),
        set.existed(version),
        let id = version.root["objectives"]?.items.lazy.compactMap(\.string).first(where: {
          byObjective[$0] != nil
        }),
        let found = byObjective[id]
      else { return nil }
      return set.affected(
        Referrer(version: version, pointer: "/objectives/\(JSONPointer.escaped(id))", field: "objectives"),
        by: found.impact.cause, rule, changeClass,
        words: "Its objective “\(id)” is measured by \(found.impact.words)")
    }
  }
}

extension ChangeSetContext {
  /// Whether a definition was there before, so that something can have happened to it.
  func existed(_ version: DefinitionVersion) -> Bool {
    base.definition(version.name) != nil
      || version.formerIDs.contains { base.definition("\(version.kind):\($0)") != nil }
  }
}
