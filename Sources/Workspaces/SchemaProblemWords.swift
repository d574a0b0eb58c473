internal import SchemaChecking

/// What is wrong with a schema of a repository's own, in words.
enum SchemaProblemWords {
  static func rule(of problem: SchemaProblem) -> String {
    switch problem.kind {
    case .refCycle: "config/schema-ref-cycle"
    case .unknownDocument: "config/schema-remote-ref"
    case .badPattern: "config/schema-pattern"
    default: problem.isWarning ? "config/schema-warning" : "config/schema-invalid"
    }
  }

  static func message(of problem: SchemaProblem) -> String {
    switch problem.kind {
    case .notASchema: "a schema has to be an object, true or false"
    case .badKeyword(let keyword, let takes): "'\(keyword)' takes \(takes)"
    case .badPattern(let pattern, let error): "the regular expression '\(pattern)' cannot be used: \(error)"
    case .unknownDocument(let uri): "'\(uri)' is not one of the repository's schemas, and nothing is fetched"
    case .unknownTarget(let reference): "the reference '\(reference)' leads to nothing"
    case .refCycle: "the references go round in a circle without going deeper into the value"
    case .duplicateURI(let uri): "two schemas say that they are '\(uri)'"
    case .unknownVocabulary(let uri): "the vocabulary '\(uri)' is not known"
    case .unsupportedKeyword(let keyword):
      "'\(keyword)' means something else in this edition of JSON Schema and is not supported"
    case .unknownKeyword(let keyword, let candidates):
      "the keyword '\(keyword)' is not known" + (candidates.first.map { "; did you mean '\($0)'?" } ?? "")
    case .tooLarge: "the schema has too many parts"
    }
  }
}
