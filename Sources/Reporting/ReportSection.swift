/// The sections of a report, by the names that `report.sections` of `prodops.json` lists, in their usual order.
public enum ReportSection: String, CaseIterable, Sendable {
  case attention
  case pictures
  case slips
  case promises
  case schedule
  case decisions
  case lifecycle
  case experiments
  case tools
  case processes
  case metrics
  case teams
  case obligations
  case new
  case elapsed
  case stale
  case bulk
  case people
  case unreadable

  /// What a configuration chooses: the sections in its order, and the names that are none.
  ///
  /// Without a choice, or where no name is one, it is all of them.
  public static func chosen(by names: [String]) -> (sections: [ReportSection], unknown: [String]) {
    var sections: [ReportSection] = []
    var unknown: [String] = []
    for name in names {
      guard let section = ReportSection(rawValue: name) else {
        unknown.append(name)
        continue
      }
      if !sections.contains(section) { sections.append(section) }
    }
    return (sections.isEmpty ? allCases : sections, unknown)
  }
}
