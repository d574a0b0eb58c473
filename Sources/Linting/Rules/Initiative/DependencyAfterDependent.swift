internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a dependency that is planned to come too late for what depends on it.
public struct DependencyAfterDependent: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/dependency-after-dependent", .error,
    summary: "A dependency whose dates come after those of the initiative that waits for it.",
    why:
      "The plan is impossible as it is written: one of the two dates will slip, and those who rely on it hear late.",
    remedy: "Move one of the two dates, or say with \"type\" what really waits for what.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "It starts in March, and what it needs comes in May",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "start": "2026-03", "dependsOn": [⟦"payments"⟧]}
      """#,
      #"""
      {"kind": "initiative", "id": "payments", "title": "Payments", "status": "in-progress", "team": "growth",
        "milestones": [{"id": "beta", "target": "2026-02"}, {"id": "ga", "target": "2026-05-20"}]}
      """#,
      RuleExample.growth),
    .good(
      "Vague dates leave room",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "start": "2026-Q2", "dependsOn": ["payments"]}
      """#,
      #"""
      {"kind": "initiative", "id": "payments", "title": "Payments", "status": "in-progress", "team": "growth",
        "target": "2026-05-20"}
      """#,
      RuleExample.growth),
  ]

  /// Compares the earliest day that the dependency allows with the latest day that the initiative plans.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let relations = context.relations
    func isOpen(_ initiative: Definition) -> Bool {
      context.lifecycles.isLive(initiative) && !context.lifecycles.isPaused(initiative)
    }
    var tangles: [Int: Int]?
    for (position, initiative) in context.snapshot.definitions(of: "initiative") where isOpen(initiative) {
      let dependencies = relations.dependencies(of: initiative)
      guard !dependencies.isEmpty else { continue }
      let finish = relations.finish(of: initiative)
      // What has begun did not wait; only its end can still be held against the dependency.
      let start = initiative.has("status", "in-progress") ? nil : relations.term("start", of: initiative)
      for dependency in dependencies where isOpen(dependency.definition) {
        let other = dependency.definition
        let needed =
          dependency.bond == .startStart
          ? relations.term("start", of: other) : relations.finish(of: other)
        guard let needed, let planned = dependency.bond == .finishFinish ? finish : start ?? finish else {
          continue
        }
        let earliest = needed.when.first.advanced(by: calendarDays(atLeast: dependency.lag))
        guard earliest > planned.when.last else { continue }
        // In a circle no order of dates can be right: the circle is told, and its dates say nothing.
        let known = tangles ?? DependencyCycle.tangles(context)
        tangles = known
        if let tangle = known[position], tangle == known[dependency.position] { continue }
        report.report(
          .late(dependency, needed.value, planned.value, other), at: dependency.value, in: initiative,
          notes: [
            RuleNote("'\(other.id)' has its date here", at: needed.value, in: other),
            RuleNote("'\(initiative.id)' has its date here", at: planned.value, in: initiative),
          ])
      }
    }
  }

  /// A number of calendar days that working days certainly take; forward and backward.
  private static func calendarDays(atLeast workingDays: Int) -> Int {
    workingDays >= 0 ? workingDays : workingDays * 2 - 7
  }
}

extension RuleMessage {
  fileprivate static func late(
    _ dependency: Relations.Dependency, _ needed: JSONValue, _ planned: JSONValue, _ other: Definition
  ) -> Self {
    let verb = dependency.bond == .startStart ? "starts" : "ends"
    let lag = dependency.lag == 0 ? "" : ", with \(dependency.lag) working days between them"
    return Self(
      "'\(other.id)' \(verb) \(needed.string ?? ""), too late for \(planned.string ?? "") here\(lag)",
      discriminator: other.id)
  }
}
