/// How much a change matters to those who rely on the definition: what `--fail-on` compares with.
public enum ChangeClass: Int, Comparable, CaseIterable, Sendable {
  /// Nobody has to know.
  case routine
  /// Worth reading.
  case notable
  /// Something that others count on may no longer hold.
  case risky
  /// Something that others count on no longer holds.
  case breaking

  /// The word that schemas, options and outputs use.
  public var name: String {
    switch self {
    case .routine: "routine"
    case .notable: "notable"
    case .risky: "risky"
    case .breaking: "breaking"
    }
  }

  /// The class that `name` spells, or nil.
  public init?(name: String) {
    switch name {
    case "routine": self = .routine
    case "notable": self = .notable
    case "risky": self = .risky
    case "breaking": self = .breaking
    default: return nil
    }
  }

  /// Whether `left` matters less.
  public static func < (left: ChangeClass, right: ChangeClass) -> Bool { left.rawValue < right.rawValue }
}
