/// Every change rule.
public enum ChangeRuleCatalog {
  /// The rules that judge, sorted by name; a test compares the list with the files.
  public static let rules: [any ChangeRule.Type] = [
    ExperimentMetricRedefined.self,
    ExperimentReweighted.self,
    MetricRedefined.self,
    ToolCostRose.self,
  ]

  /// What there is to know about every name that a change can have, sorted by it.
  public static let all: [ChangeRuleMetadata] =
    (rules.map { $0.metadata } + IdiomRules.all).sorted { $0.name < $1.name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// What there is to know about the rule called `name`.
  public static func metadata(of name: String) -> ChangeRuleMetadata? { byName[name] }

  /// The rule called `name`, where it is one that judges.
  public static func rule(_ name: String) -> (any ChangeRule.Type)? {
    rules.first { $0.metadata.name == name }
  }

  /// The examples of the rule called `name`; idioms have none of their own.
  public static func examples(of name: String) -> [ChangeExample] { rule(name)?.examples ?? [] }
}
