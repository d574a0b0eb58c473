public import Diagnostics

/// Every rule that there is: one sorted list, which a test holds against the files.
public enum RuleCatalog {
  /// The rules that look at definitions together.
  public static let rules: [any Rule.Type] = [
    ReservedID.self, UnresolvedReference.self,
  ]

  /// The metadata of every rule, by name.
  public static let all: [RuleMetadata] =
    (rules.map { $0.metadata } + JSONRules.all + TextRules.all + SchemaRules.all + FileRules.all + WaiverRules.all)
    .sorted { $0.name < $1.name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The metadata of the rule named `name`.
  public static func metadata(of name: String) -> RuleMetadata? { byName[name] }

  /// The examples of the rule named `name`; rules that schemas and the parser carry have none of their own.
  public static func examples(of name: String) -> [RuleExample] {
    rules.first { $0.metadata.name == name }?.examples ?? []
  }
}
