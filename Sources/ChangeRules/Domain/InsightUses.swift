internal import Diffing
internal import JSONSyntax

/// Who builds on an insight.
enum InsightUses {
  /// What under way cites the insight called `insight:id`.
  static func citers(of name: String, in surroundings: any Surroundings) -> [DefinitionVersion] {
    referrers(of: name, in: surroundings).map(\.version)
  }

  /// The same, with the places.
  static func referrers(of name: String, in surroundings: any Surroundings) -> [Referrer] {
    LiveUses.referrers(of: name, in: surroundings)
  }

  /// The initiatives among `versions` that people were promised.
  static func committed(_ versions: [DefinitionVersion]) -> [DefinitionVersion] {
    versions.filter(isCommitted)
  }

  /// Whether a definition is an initiative that people were promised.
  static func isCommitted(_ version: DefinitionVersion) -> Bool {
    version.kind == "initiative"
      && version.root["status"]?.isOne(of: "committed", "in-progress", "paused") ?? false
  }
}

/// What speaks for and against an insight.
struct InsightEvidence {
  /// The sources that speak for it.
  var supporting: [String] = []
  /// The sources that speak against it.
  var contradicting: [String] = []
  /// The people behind all of it.
  private var participants = ExactDecimal.zero

  init(_ insight: JSONValue?) {
    insight?["evidence"]?.items.forEach { item in
      guard let source = item["source"]?.string else { return }
      if item["stance"]?.string == "contradicts" {
        contradicting.append(source)
      } else {
        supporting.append(source)
      }
      if let people = item["participants"]?.decimal, people > participants { participants = people }
    }
  }

  /// Whether something speaks for the insight that did not before: a source, or more people.
  func isNewer(than old: InsightEvidence) -> Bool {
    let known = Set(old.supporting)
    return supporting.contains { !known.contains($0) } || participants > old.participants
  }
}
