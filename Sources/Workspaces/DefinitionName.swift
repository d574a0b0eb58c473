/// What a definition is known by everywhere: its kind and its id.
public struct DefinitionName: Hashable, Sendable, CustomStringConvertible {
  /// What it says it is, such as `initiative`.
  public let kind: String
  /// Its id.
  public let id: String

  /// A name by its parts.
  public init(kind: String, id: String) {
    self.kind = kind
    self.id = id
  }

  /// Reads `kind:id`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(kind: String(parts[0]), id: String(parts[1]))
  }

  /// `kind:id`.
  public var description: String { "\(kind):\(id)" }
}
