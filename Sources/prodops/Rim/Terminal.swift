import CivilDates
import Glibc
import Rendering

/// What the process knows of where its output goes, and of the day.
enum Terminal {
  /// The columns of the terminal, or 100 where there is none.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 { return Int(size.ws_col) }
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns >= 20 { return min(columns, 1_000) }
    return 100
  }

  /// The style of standard output: colours by `choice`, else by the environment and whether it is a terminal.
  static func style(_ choice: ColourChoice) -> TextStyle {
    switch choice {
    case .always: return TextStyle(isColoured: true)
    case .never: return TextStyle(isColoured: false)
    case .auto:
      if let none = environment("NO_COLOR"), !none.isEmpty { return TextStyle(isColoured: false) }
      for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        if let forced = environment(name), !forced.isEmpty, forced != "0" {
          return TextStyle(isColoured: true)
        }
      }
      if environment("TERM") == "dumb" { return TextStyle(isColoured: false) }
      return TextStyle(isColoured: isatty(STDOUT_FILENO) == 1)
    }
  }

  /// Whether standard output is a terminal.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal, on which progress may be shown.
  static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The current day in the time zone named `zone`; a name that the system does not know means UTC.
  static func today(in zone: String) -> Day {
    setenv("TZ", zone, 1)
    tzset()
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return .first }
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .first
  }
}
