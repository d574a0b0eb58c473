/// How much a finding matters: what `--fail-on` compares with.
public enum Severity: Int, Comparable, CaseIterable, Sendable {
  case info
  case warning
  case error

  /// The word that configuration, options and outputs use.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The severity that `name` spells, or nil.
  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Whether `left` comes first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
