internal import CivilDates
internal import Diagnostics
internal import Planning

/// A schedule as a Gantt chart in Mermaid, which forges draw inside Markdown: a section for each team.
public enum MermaidSchedule {
  /// The text of the diagram, without a fence around it.
  public static func render(_ view: ScheduleView) -> String {
    let words = ScheduleWords(view.plan)
    let rows = view.rows
    var text = "gantt\n  title \(escaping(SchedulePage(view, .document).page.title))\n"
    text += "  dateFormat YYYY-MM-DD\n  axisFormat %d %b\n  inclusiveEndDates\n"
    var teams: [String] = []
    var bars: [String: [String]] = [:]
    for row in rows {
      for share in row.shares {
        let team = share.share.team
        if bars[team] == nil { teams.append(team) }
        bars[team, default: []].append(bar(row, share))
      }
    }
    for team in teams {
      text += "  section \(escaping(words.team(team)))\n" + (bars[team] ?? []).joined()
    }
    let promises = rows.flatMap(milestones)
    if !promises.isEmpty { text += "  section Promises\n" + promises.joined() }
    return text
  }

  private static func bar(_ row: ScheduleView.Row, _ share: PlanSchedule.PlacedShare) -> String {
    var tags: [String] = []
    if row.dates.late.map({ $0 > 0 }) ?? false { tags.append("crit") }
    if row.isUnderWay { tags.append("active") }
    tags += [(row.begun ?? share.start).description, share.end.description]
    return "  \(escaping(ValueWords.cut(row.facts.title))) :\(tags.joined(separator: ", "))\n"
  }

  private static func milestones(_ row: ScheduleView.Row) -> [String] {
    let title = ValueWords.cut(row.facts.title)
    let done = row.facts.milestones.compactMap { milestone -> String? in
      guard let day = milestone.completed else { return nil }
      return "  \(escaping("\(title), \(ValueWords.cut(milestone.title))")) :milestone, done, \(day), 0d\n"
    }
    let isLate = row.dates.late.map { $0 > 0 } ?? false
    let last = row.facts.promise?.milestone?.id
    let open = CalendarSchedule.promises(row.facts).map { promise -> String in
      let name = promise.milestone.map { "\(title), \(ValueWords.cut($0.title))" } ?? title
      let tag = isLate && promise.milestone?.id == last ? "crit, " : ""
      return "  \(escaping(name)) :milestone, \(tag)\(promise.day), 0d\n"
    }
    return done + open
  }

  /// Words with which a line of the diagram's language may begin.
  private static let keywords = [
    "acc", "axis", "click", "date", "exclude", "gantt", "include", "inclusive", "section", "tick", "title",
    "today", "top", "vert", "week",
  ]

  /// Text as a name: what the language or the page around it reads is written as a character reference of Mermaid.
  static func escaping(_ text: String) -> String {
    let visible = VisibleText.escaping(text)
    let beginning = visible.unicodeScalars.drop { $0.properties.isWhitespace }
    let start = String(Substring(beginning.prefix(12))).lowercased()
    let isKeyword = keywords.contains { start.utf8.starts(with: $0.utf8) }
    var result = ""
    for (index, scalar) in beginning.enumerated() {
      let isPlain =
        scalar.value >= 0x80 || scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || " .,-_()/+=!?'*".unicodeScalars.contains(scalar)
      if isPlain, !(index == 0 && isKeyword) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
    return result.isEmpty ? "#160;" : result
  }
}
