internal import CivilDates
internal import Planning

/// A schedule as a calendar (iCalendar, RFC 5545): the days on which initiatives end, and those that were promised.
public enum CalendarSchedule {
  /// The text.
  ///
  /// Events are named by ids, so that a calendar that subscribes moves them; no clock is read.
  public static func render(_ view: ScheduleView) -> String {
    let words = ScheduleWords(view.plan)
    var text = ""
    let stamp = basic(view.plan.model.asOf) + "T000000Z"
    line("BEGIN", "VCALENDAR", &text)
    line("VERSION", "2.0", &text)
    line("PRODID", "-//prodops//schedule//EN", &text)
    line("CALSCALE", "GREGORIAN", &text)
    let name = view.title.isEmpty ? "Schedule" : "\(ValueWords.cut(view.title)): schedule"
    line("X-WR-CALNAME", escaping(view.team.map { "\(name) of \(words.team($0))" } ?? name), &text)
    for row in view.rows {
      let why = words.starts(row.item, row.shares) + words.ends(row.item)
      let late = row.dates.late.map { $0 > 0 ? " (\(DayWords.lateness($0)))" : "" } ?? ""
      event(
        Event(
          uid: "\(row.facts.id).end", day: row.dates.ships,
          summary: "\(row.dates.freeze == nil ? "Ends" : "Ships"): \(row.facts.title)\(late)",
          description: why.joined(separator: "\n")),
        stamp, &text)
      for promise in promises(row.facts) {
        event(
          Event(
            uid: "\(row.facts.id).promise" + (promise.milestone.map { ".\($0.id)" } ?? ""),
            day: promise.day,
            summary: "Promised: \(row.facts.title)"
              + (promise.milestone.map { ", \($0.title)" } ?? ""),
            description: row.dates.late.map { "The schedule has it \(DayWords.lateness($0))." } ?? ""),
          stamp, &text)
      }
    }
    line("END", "VCALENDAR", &text)
    return text
  }

  /// The promises that are still open.
  static func promises(_ facts: InitiativeFacts) -> [(milestone: InitiativeFacts.Milestone?, day: Day)] {
    if facts.milestones.isEmpty { return facts.target.map { [(nil, $0.last)] } ?? [] }
    return facts.milestones.filter(\.isOpen).compactMap { milestone in
      milestone.target.map { (milestone, $0.last) }
    }
  }

  private struct Event {
    let uid: String
    let day: Day
    let summary: String
    let description: String
  }

  private static func event(_ event: Event, _ stamp: String, _ text: inout String) {
    line("BEGIN", "VEVENT", &text)
    line("UID", escaping("\(event.uid)@schedule.prodops.example"), &text)
    line("DTSTAMP", stamp, &text)
    line("DTSTART;VALUE=DATE", basic(event.day), &text)
    line("DTEND;VALUE=DATE", basic(event.day.advanced(by: 1)), &text)
    line("SUMMARY", escaping(event.summary), &text)
    if !event.description.isEmpty { line("DESCRIPTION", escaping(event.description), &text) }
    line("TRANSP", "TRANSPARENT", &text)
    line("END", "VEVENT", &text)
  }

  /// `20260303`.
  private static func basic(_ day: Day) -> String { day.description.replacing("-", with: "") }

  /// Text as a value: line breaks of our own stay, everything else that acts is spelled out or escaped.
  static func escaping(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for scalar in lines.map({ TerminalText.escaping(String($0)) }).joined(separator: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Appends a line, folded so that none has more than 75 octets; no scalar is cut in two.
  private static func line(_ name: String, _ value: String, _ text: inout String) {
    var octets = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let length = UTF8.width(scalar)
      if octets + length > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += length
    }
    text += "\r\n"
  }
}
