/// How far apart two days are, in words.
public enum DayDistance {
  /// `days` in the largest unit that stays exact enough to speak of: "3 days", "5 weeks", "4 months".
  public static func words(_ days: Int) -> String {
    let days = days.magnitude
    return switch days {
    case 0...20: plural(days, "day")
    case 21...90: plural((days + 3) / 7, "week")
    case 91...729: plural((days * 12 + 182) / 365, "month")
    default: tenths((days * 10 + 182) / 365) + " years"
    }
  }

  private static func plural(_ count: UInt, _ unit: String) -> String {
    "\(count) \(unit)\(count == 1 ? "" : "s")"
  }

  private static func tenths(_ value: UInt) -> String {
    value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)"
  }
}
