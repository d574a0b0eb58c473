/// Every change rule, sorted by name.
public enum ChangeRuleCatalog {
  /// The rules that judge; a test compares the list with the files.
  public static let rules: [any ChangeRule.Type] = [
    ExperimentMetricRedefined.self,
    ExperimentReweighted.self,
    MetricRedefined.self,
    ToolCostRose.self,
  ]

  /// The rule called `name`.
  public static func rule(_ name: String) -> (any ChangeRule.Type)? {
    rules.first { $0.metadata.name == name }
  }
}
