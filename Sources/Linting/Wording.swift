/// Small pieces of wording that messages share.
enum Wording {
  /// `names` as a list in words: "a", "a and b", "a, b and c", "a, b, c and 4 more".
  static func list(_ names: [String], limit: Int = 4) -> String {
    guard names.count > 1 else { return names.first ?? "" }
    let shown = names.count <= limit ? names : names.prefix(limit - 1) + ["\(names.count - limit + 1) more"]
    return shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
  }

  /// A number with its noun: "1 step", "3 steps".
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The kind after "a" or "an", by its first letter.
  static func withArticle(_ kind: String) -> String {
    let isVowel = kind.utf8.first.map { "aeiou".utf8.contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(kind)"
  }

  /// `text` in lower case without outer or repeated white space, so that spellings of one thing are equal.
  static func folded(_ text: String) -> String {
    text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
  }
}
