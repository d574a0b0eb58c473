public import CivilDates
public import JSONSyntax
public import Workspaces

extension Relations {
  /// The days on which someone is a member of a team; nil on a side that is open.
  public static func days(of member: JSONValue) -> (from: Day?, to: Day?) {
    (member["from"]?.content.flatMap(Day.init(iso:)), member["to"]?.content.flatMap(Day.init(iso:)))
  }

  /// Whether someone's time in a team is over by a day.
  public static func hasLeft(_ member: JSONValue, by day: Day) -> Bool {
    days(of: member).to.map { $0 < day } ?? false
  }

  /// Whether a team has ceased to exist.
  public static func isDisbanded(_ team: Definition) -> Bool { team.has("status", "disbanded") }
}
