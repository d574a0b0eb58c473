/// Names and numbers in a sentence.
public enum Enumeration {
  /// `a`, `a and b`, `a, b, c and 4 more`: where there are more than `limit`, the last one counts the rest.
  public static func list(
    _ names: [String], limit: Int = .max, _ conjunction: String = "and"
  ) -> String {
    let isLong = limit > 0 && names.count > limit
    let shown = isLong ? names.prefix(limit - 1) + ["\(names.count - limit + 1) more"] : names[...]
    guard shown.count > 1, let last = shown.last else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// `1 step`, `3 steps`.
  public static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(count == 1 ? noun : noun + "s")"
  }

  /// Which one of a row: `1st`, `2nd`, `11th`.
  public static func ordinal(_ number: Int) -> String {
    let tens = number % 100
    let ending =
      switch number % 10 {
      case 1 where tens != 11: "st"
      case 2 where tens != 12: "nd"
      case 3 where tens != 13: "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }
}
