/// Kinds in sentences.
enum KindWords {
  /// The kind after "a" or "an", by its first letter.
  static func withArticle(_ kind: String) -> String {
    let isVowel = kind.utf8.first.map { "aeiou".utf8.contains($0) } ?? false
    return "\(isVowel ? "an" : "a") \(kind)"
  }
}
