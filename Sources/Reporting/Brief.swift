public import Diffing
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// What a period means for one team.
public struct Brief: Sendable {
  /// What a definition has to do with the team.
  public enum Relation: String, Sendable, CaseIterable {
    /// It is the team's, or one of its people answers for it.
    case own
    /// It names the team.
    case involved
    /// Something of the team's refers to it.
    case dependency
  }

  /// A definition that changed and concerns the team.
  public struct Concern: Sendable {
    /// What it has to do with the team.
    public let relation: Relation
    /// The definition.
    public let subject: Change.Subject
    /// What changed of it, dates apart, the weightiest first.
    public let entries: [ChangeReport.Entry]
  }

  /// A launch ahead.
  public struct LaunchAhead: Sendable {
    /// The launch.
    public let subject: Change.Subject
    /// Its date, as it is written.
    public let date: String
    /// The day on which the team is briefed, as it is written; nil where it is no audience.
    public let briefing: String?
    /// How far it is.
    public let state: String?
    /// Whether it changed in the period.
    public let isChanged: Bool
  }

  /// Something that waits for one of the team's people.
  public struct Ask: Sendable {
    /// What is wanted; the names are those of outputs, and for ever.
    public enum Sort: String, Sendable {
      case approveInitiative = "approve-initiative"
      case approveLaunch = "approve-launch"
      case decideExperiment = "decide-experiment"
      case decideTool = "decide-tool"
      case decideRenewal = "decide-renewal"
    }

    /// What is wanted.
    public let sort: Sort
    /// The definition.
    public let subject: Change.Subject
    /// Who is asked, by handle.
    public let who: String
    /// The day by which, as it is written; nil where there is none.
    public let due: String?
  }

  /// The report of the period, for everyone.
  public let report: ChangeReport
  /// The team.
  public let team: Change.Subject
  /// What it has to do or to know from now on.
  public let obligations: [Obligation]
  /// Promises that concern it and are later.
  public let slips: [ChangeReport.Move]
  /// Promises that concern it and are earlier.
  public let pulledIn: [ChangeReport.Move]
  /// What else changed and concerns it, by relation.
  public let concerns: [Concern]
  /// Its tools that changed.
  public let tools: [ToolStory]
  /// Its processes that changed.
  public let processes: [ProcessStory]
  /// The launches ahead that concern it, the next first.
  public let launches: [LaunchAhead]
  /// Who came and went; nil where nobody did.
  public let people: TeamStory?
  /// What waits for its people, what is due first at the beginning.
  public let asks: [Ask]
  /// Days that went by and concern it.
  public let elapsed: [ChangeReport.Entry]
  /// What is its own, under way, and untouched for long.
  public let stale: [StaleDefinition]
  /// What was decided about what concerns it.
  public let decisions: [DecisionRecord]

  /// What a report means for the team with an id; nil where there is none.
  public init?(_ report: ChangeReport, team id: String) {
    let snapshots = (report.source.before, report.source.after)
    guard
      let definition = snapshots.1.definition(kind: "team", id: id)
        ?? snapshots.0.definition(kind: "team", id: id)
    else { return nil }
    self.report = report
    team = report.subject(of: definition)
    let circle = TeamCircle(report, id, definition)
    obligations = report.news.first { $0.team.id == id }?.obligations ?? []
    slips = report.slips.filter { circle.relation[$0.entry.change.subject.name] != nil }
    pulledIn = report.pulledIn.filter { circle.relation[$0.entry.change.subject.name] != nil }
    tools = report.tools.filter { circle.relation[$0.definition.subject.name] != nil && $0.isMoved }
    processes = report.processes.filter { circle.relation[$0.definition.subject.name] != nil }
    people = report.teams.first { $0.definition.subject.id == id }
    concerns = circle.concerns
    launches = circle.launches
    asks = circle.asks
    elapsed = report.elapsed.filter { circle.relation[$0.change.subject.name] != nil }
    stale = report.stale.filter { circle.relation[$0.subject.name] == .own }
    decisions = report.decisions.filter { circle.relation[$0.subject.name] != nil }
  }
}
