/// Names in a sentence.
enum NameList {
  /// `a`, `a and b`, `a, b, c and 4 more`.
  static func words(_ names: [String], limit: Int = 3) -> String {
    let rest = names.count - limit
    let shown = rest > 0 ? names.prefix(limit) + ["\(rest) more"] : names[...]
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `1 step`, `2 steps`.
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
