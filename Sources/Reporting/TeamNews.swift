public import Diffing
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Something that a team has to do or to know from now on, since a definition names it in a new place.
public struct Obligation: Sendable {
  /// What the team is to do; the names are those of outputs, and for ever.
  public enum Sort: String, Sendable {
    case follow
    case adopt
    case lead
    case work
    case partner
    case approve
    case contribute
    case stayInformed = "stay-informed"
    case beBriefed = "be-briefed"
    case use
    case research
    /// Named in a field that no built-in kind has.
    case other
  }

  /// What it is to do.
  public let sort: Sort
  /// The team's id.
  public let team: String
  /// The definition that says so.
  public let subject: Change.Subject
  /// What people call the field that names the team.
  public let label: String
  /// The day by which, where there is one, as it is written.
  public let day: String?
  /// The change that said so.
  public let entry: ChangeReport.Entry?
}

/// What is new for one team.
public struct TeamNews: Sendable {
  /// The team.
  public let team: Change.Subject
  /// What it has to do or to know from now on, in the order of the definitions.
  public let obligations: [Obligation]
}

/// Who came to a team, and who left it.
public struct TeamStory: Sendable {
  /// The team with its changes.
  public let definition: ChangedDefinition
  /// The people who are new to it, by name where the team gives one.
  public let joined: [String]
  /// The people who are gone from it.
  public let left: [String]
}

extension ChangeReport {
  /// The teams that changed.
  func findTeams() -> [TeamStory] {
    changed.filter { $0.subject.kind == "team" }.map { team in
      let (before, after) = (Self.members(of: team.before), Self.members(of: team.after))
      return TeamStory(
        definition: team, joined: after.filter { before[$0.key] == nil }.map(\.value),
        left: before.filter { after[$0.key] == nil }.map(\.value))
    }
  }

  private static func members(of team: JSONValue?) -> KeyedTitles {
    KeyedTitles(
      (team?.items("members")).map { items in
        items.compactMap { item in item.string("id").map { ($0, item.string("name") ?? $0) } }
      } ?? [])
  }

  /// What is new for each team, by the teams' names.
  func findNews() -> [TeamNews] {
    var found: [String: [Obligation]] = [:]
    for definition in changed where definition.after != nil {
      for obligation in obligations(of: definition) { found[obligation.team, default: []].append(obligation) }
    }
    return found.sorted { $0.key < $1.key }.compactMap { id, obligations in
      guard let team = source.after.definition(kind: "team", id: id), !team.has("status", "disbanded") else {
        return nil
      }
      return TeamNews(team: subject(of: team), obligations: obligations)
    }
  }

  /// The places at which a definition names a team and did not before.
  private func obligations(of definition: ChangedDefinition) -> [Obligation] {
    if isOver(definition.subject.kind, definition.stateAfter) { return [] }
    var known: Set<String> = []
    func key(_ link: TeamLinks.Link) -> String {
      "\(link.team)\n\(link.path.joined(separator: "/"))\n\(link.holder.string("role") ?? "")"
    }
    for link in TeamLinks(definition.before, definition.shape).links { known.insert(key(link)) }
    let links = TeamLinks(definition.after, definition.shape).links
    // Who leads an initiative, or is its partner, need not be told that there is work in it.
    let involved = Set(
      links.lazy.filter { ["team", "partners"].contains($0.path.last ?? "") && $0.path.count == 1 }.map(
        \.team))
    return links.compactMap { link in
      guard known.insert(key(link)).inserted,
        let sort = Self.sort(definition.subject.kind, link.path, role: link.holder.string("role")),
        sort != .work || !involved.contains(link.team)
      else { return nil }
      let entry =
        definition.entries.first { entry in
          entry.change.fields.first?.token == link.path.first
            && entry.change.fields.contains { $0.token == link.team }
        } ?? definition.entries(in: link.path.first ?? "").first
        ?? definition.entries.first { $0.change.fields.isEmpty }
      return Obligation(
        sort: sort, team: link.team, subject: definition.subject, label: link.label,
        day: sort == .beBriefed ? link.holder.string("briefing") : nil, entry: entry)
    }
  }

  /// Whether a state ends the lifecycle of a kind.
  func isOver(_ kind: String, _ state: String?) -> Bool {
    guard let state, let lifecycle = source.after.library.shape(of: kind)?["status"]?.lifecycle else {
      return false
    }
    return lifecycle.final.contains(state)
  }

  /// What a field of a built-in kind asks of the team in it; nil where it asks nothing.
  private static func sort(_ kind: String, _ path: [String], role: String?) -> Obligation.Sort? {
    switch (kind, path.joined(separator: "/")) {
    case ("process", "teams"): .follow
    case ("process", "adoption/team"): .adopt
    case ("initiative", "team"): .lead
    case ("initiative", "work/team"): .work
    case ("initiative", "partners"): .partner
    case ("initiative", "stakeholders/team"):
      role == "approver" ? .approve : role == "contributor" ? .contribute : .stayInformed
    case ("launch", "audiences/team"): .beBriefed
    case ("tool", "teams"): .use
    case ("study", "team"): .research
    case ("team", "informs"): .stayInformed
    case ("team", _), ("insight", _): nil
    default: .other
    }
  }
}
