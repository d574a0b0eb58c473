internal import Diffing
internal import JSONSyntax

/// How far a study is, and who rests on it.
enum StudyProgress {
  /// Whether people have begun to answer.
  static func hasBegun(_ study: JSONValue?) -> Bool {
    study?["status"]?.isOne(of: "fielding", "analysing", "published") ?? false
  }

  /// The insights that cite the study called `study:id` and still stand.
  static func citers(of name: String, in surroundings: any Surroundings) -> [DefinitionVersion] {
    citations(of: name, in: surroundings).map(\.version)
  }

  /// The same, with the places.
  static func citations(of name: String, in surroundings: any Surroundings) -> [Referrer] {
    var seen: Set<String> = []
    return surroundings.referrers(of: name).filter {
      $0.version.kind == "insight" && $0.version.root["status"]?.string != "refuted"
        && seen.insert($0.version.name).inserted
    }
  }
}
