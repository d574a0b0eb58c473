public import JSONSyntax
public import SchemaChecking

/// Which fields of a kind say whose a definition is: known by annotations, never by name.
public struct KindParties: Sendable {
  private let ownerField: String?
  private let teamField: String?

  /// The fields of a kind by its shape: the first that names a person, and the first that refers to one team.
  public init(_ shape: Shape?) {
    let properties = shape?.properties ?? []
    ownerField = properties.first { $0.shape.isPerson }?.name
    teamField = properties.first { $0.shape.referredKinds == ["team"] && $0.shape.types == ["string"] }?.name
  }

  /// The handle of the owner.
  public func owner(of root: JSONValue) -> String? { ownerField.flatMap { root[name: $0]?.string } }

  /// The id of the team.
  public func team(of root: JSONValue) -> String? { teamField.flatMap { root[name: $0]?.string } }
}
