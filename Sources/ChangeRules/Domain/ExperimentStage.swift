internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// Where an experiment stands, as far as changes are weighed by it.
enum ExperimentStage {
  /// Nobody agreed to it yet.
  case draft
  /// Agreed, and not yet begun.
  case ready
  /// People are let in.
  case running
  /// Nobody new is let in; those who are in go on.
  case closed
  /// Concluded or stopped.
  case over

  /// The stage of an experiment; nil where its status is none that is known.
  init?(_ root: JSONValue?) {
    switch root?["status"]?.string {
    case "draft": self = .draft
    case "ready": self = .ready
    case "running": self = .running
    case "enrolment-closed": self = .closed
    case "concluded", "stopped": self = .over
    default: return nil
    }
  }

  /// Whether people take part.
  var isUnderWay: Bool { self == .running || self == .closed }
  /// Whether it has not begun.
  var isPlanned: Bool { self == .draft || self == .ready }
}

extension ChangeContext {
  /// Where the experiment stood before.
  var experimentBefore: ExperimentStage? { ExperimentStage(before?.root) }
  /// Where the experiment stands after.
  var experimentAfter: ExperimentStage? { ExperimentStage(after?.root) }
  /// Whether people took part when the change was made.
  var isExperimentUnderWay: Bool { experimentBefore?.isUnderWay ?? false }
  /// Whether results were known when the change was made.
  var hasResults: Bool {
    (before?.root["results"]?.count ?? 0) > 0 || (after?.root["results"]?.count ?? 0) > 0
  }

  /// Whether the experiment ran, also where both sides of a long comparison say otherwise.
  var everRan: Bool {
    !(experimentBefore?.isPlanned ?? false) || hasResults || (after?.root["phases"]?.count ?? 0) > 0
  }

  /// The positions of what is filled in while an experiment runs, where it ran between the two sides.
  var courseOfEvents: [Int] {
    guard experimentBefore?.isPlanned ?? false else { return [] }
    return positions(at: "start") + positions(of: "phases", .itemAdded) + positions(of: "ramp", .itemAdded)
      + positions(at: "audience", "share")
  }

  /// Whether the experiment lets more and more people in, in place of comparing.
  var isRollout: Bool { text("type", oneOf: "rollout", "beta") }

  /// The entry that `phases` got with the change, and its reason.
  var recordedPhase: (position: Int, reason: String)? {
    for position in changes.indices.reversed()
    where changes[position].idiom == .itemAdded && changes[position].fields.first?.token == "phases" {
      if let reason = changes[position].after?["reason"]?.string { return (position, reason) }
    }
    return nil
  }

  /// The decision after the change.
  var decision: JSONValue? { after?.root["decision"].flatMap { $0.kind == .object ? $0 : nil } }

  /// How many days were left of the experiment on the day of the change, where its design allows one look only, at
  /// the end; nil where it did not end early.
  var daysBeforeFixedEnd: Int? {
    guard before?.root["design"]?["method"]?.isString("fixed") ?? false, let day,
      let end = when(before?.root["end"])
    else { return nil }
    let days = day.days(until: end.last)
    return days > 0 ? days : nil
  }

  /// The positions of changes of a field at the top, of one sort.
  func positions(of field: String, _ idioms: ChangeIdiom...) -> [Int] {
    changes.indices.filter { changes[$0].fields.first?.token == field && idioms.contains(changes[$0].idiom) }
  }
}

extension ChangeContext {
  /// The metric whose new id the experiment follows at a change, where the metric declares its old one.
  func followedMetric(at change: Change) -> (old: String, new: String, positions: [Int])? {
    guard let field = change.fields.first?.token, change.fields.count == 2 else { return nil }
    let gone = positions(of: field, .itemRemoved)
    for position in positions(of: field, .itemAdded) where changes[position].fields.count == 2 {
      guard let new = changes[position].fields.last?.token,
        let former = head.definition("metric:\(new)")?.formerIDs,
        let old = gone.first(where: { former.contains(changes[$0].fields.last?.token ?? "") }),
        let id = changes[old].fields.last?.token,
        change.fields.last?.token == new || change.fields.last?.token == id
      else { continue }
      return (id, new, [position, old])
    }
    return nil
  }
}

extension ChangeContext {
  /// What another end is for a test that may end at any time; nil where its end is part of the question.
  var freeEnd: Judgement? {
    if isRollout { return Judgement(.notable, ChangeReason("compares-nothing", "it compares nothing")) }
    guard let method = before?.root["design"]?["method"],
      method.isString("always-valid") || method.isString("bayesian")
    else { return nil }
    return Judgement(.notable, ChangeReason("method-allows", "its method allows any end"))
  }
}
