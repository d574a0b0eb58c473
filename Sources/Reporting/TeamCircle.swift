internal import CivilDates
internal import Diffing
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// What has to do with one team, found by the fields that name it.
struct TeamCircle {
  private let report: ChangeReport
  private let id: String
  private let members: Set<String>
  /// What each definition, `kind:id`, has to do with the team.
  private(set) var relation: [String: Brief.Relation] = [:]

  init(_ report: ChangeReport, _ id: String, _ team: Definition) {
    self.report = report
    self.id = id
    members = Set(
      team.items("members").compactMap { $0.string("id").map(Handle.folded) }
        + [team.root.string("lead"), team.root.string("owner")].compactMap { $0.map(Handle.folded) })
    // What is true after counts where both sides know a definition.
    relate(report.source.before)
    relate(report.source.after)
    addDependencies()
  }

  private mutating func relate(_ snapshot: Snapshot) {
    var shapes: [String: Shape] = [:]
    for kind in snapshot.byKind.keys { shapes[kind] = snapshot.library.shape(of: kind) }
    for definition in snapshot.definitions where definition.kind != "team" {
      relation[definition.name] = nil
      if isMember(definition.root.string("owner")) {
        relation[definition.name] = .own
        continue
      }
      let links = TeamLinks(definition.root, shapes[definition.kind]).links.filter { $0.team == id }
      guard !links.isEmpty else { continue }
      relation[definition.name] = links.contains { $0.path == ["team"] } ? .own : .involved
    }
  }

  /// What the team's own definitions refer to and is promised by others.
  private mutating func addDependencies() {
    let snapshot = report.source.after
    for (position, definition) in snapshot.definitions.enumerated() where relation[definition.name] == .own {
      let range = snapshot.outgoing[position]
      for reference in snapshot.references[Int(range.lowerBound)..<Int(range.upperBound)]
      where reference.target >= 0 {
        let target = snapshot.definitions[Int(reference.target)]
        guard target.kind == definition.kind || target.kind == "metric" || target.kind == "experiment",
          relation[target.name] == nil
        else { continue }
        relation[target.name] = .dependency
      }
    }
  }

  private func isMember(_ handle: String?) -> Bool {
    handle.map { members.contains(Handle.folded($0)) } ?? false
  }

  // MARK: What changed

  /// What changed of what concerns the team, dates, tools and processes apart.
  var concerns: [Brief.Concern] {
    let all = report.changed.compactMap { definition -> Brief.Concern? in
      guard let relation = relation[definition.subject.name],
        !["tool", "process"].contains(definition.subject.kind)
      else { return nil }
      let entries = definition.entries.filter { entry in
        let idiom = entry.change.idiom
        return idiom != .promiseSlipped && idiom != .promisePulledIn && entry.change.weight >= .notable
      }
      guard !entries.isEmpty else { return nil }
      return Brief.Concern(relation: relation, subject: definition.subject, entries: Self.byWeight(entries))
    }
    return Brief.Relation.allCases.flatMap { relation in all.filter { $0.relation == relation } }
  }

  private static func byWeight(_ entries: [ChangeReport.Entry]) -> [ChangeReport.Entry] {
    entries.enumerated().sorted {
      ($1.element.change.weight, $0.offset) < ($0.element.change.weight, $1.offset)
    }.map(\.element)
  }

  // MARK: What is ahead

  /// Launches that are not over and concern the team.
  var launches: [Brief.LaunchAhead] {
    let snapshot = report.source.after
    let changed = Set(report.changed.lazy.map(\.subject.name))
    let found = snapshot.definitions(of: "launch").compactMap { _, launch -> (When, Brief.LaunchAhead)? in
      let state = launch.root.string("status")
      guard !report.isOver("launch", state), let value = launch["date"], let date = value.string,
        let when = value.content.flatMap({ When($0, fiscalYearStart: snapshot.configuration.fiscalYearStart) }
        )
      else { return nil }
      let audience = launch.items("audiences").first { $0.string("team") == id }
      let initiative = launch.root.string("initiative").map { "initiative:\($0)" } ?? ""
      guard audience != nil || relation[launch.name] != nil || relation[initiative] == .own else {
        return nil
      }
      return (
        when,
        Brief.LaunchAhead(
          subject: report.subject(of: launch), date: date, briefing: audience?.string("briefing"),
          state: state,
          isChanged: changed.contains(launch.name))
      )
    }
    return found.sorted { ($0.0.last, $0.1.subject.id) < ($1.0.last, $1.1.subject.id) }.map(\.1)
  }

  // MARK: What is asked

  /// What waits for one of the team's people; what has a day comes first.
  var asks: [Brief.Ask] {
    let snapshot = report.source.after
    var asks: [Brief.Ask] = []
    for (_, initiative) in snapshot.definitions(of: "initiative")
    where initiative.has("status", oneOf: "idea", "candidate") {
      for approver in initiative.items("approvers").compactMap(\.string) where isMember(approver) {
        asks.append(
          Brief.Ask(
            sort: .approveInitiative, subject: report.subject(of: initiative), who: approver,
            due: initiative.root.string("start")))
      }
    }
    for (_, launch) in snapshot.definitions(of: "launch")
    where !report.isOver("launch", launch.root.string("status")) {
      for approval in launch.items("approvals") where approval["on"] == nil {
        guard let who = approval.string("by"), isMember(who) else { continue }
        asks.append(
          Brief.Ask(
            sort: .approveLaunch, subject: report.subject(of: launch), who: who,
            due: launch.root.string("date")))
      }
    }
    for (_, experiment) in snapshot.definitions(of: "experiment")
    where experiment["decision"] == nil
      && experiment.has("status", oneOf: "concluded", "stopped", "enrolment-closed")
    {
      guard let owner = experiment.root.string("owner"), isMember(owner) else { continue }
      asks.append(
        Brief.Ask(
          sort: .decideExperiment, subject: report.subject(of: experiment), who: owner,
          due: experiment.root.string("end")))
    }
    for (_, tool) in snapshot.definitions(of: "tool") {
      guard let owner = tool.root.string("owner"), isMember(owner), let evaluation = tool["evaluation"],
        let due = evaluation.string("decideBy"), evaluation["decision"] == nil
      else { continue }
      asks.append(Brief.Ask(sort: .decideTool, subject: report.subject(of: tool), who: owner, due: due))
    }
    for renewal in report.renewals where renewal.decision == nil {
      guard let owner = renewal.owner, isMember(owner) else { continue }
      asks.append(
        Brief.Ask(
          sort: .decideRenewal, subject: renewal.subject, who: owner, due: renewal.notice.description))
    }
    return asks.enumerated().sorted {
      ($0.element.due ?? "9", $0.offset) < ($1.element.due ?? "9", $1.offset)
    }.map(\.element)
  }
}
