public import Diagnostics
internal import JSONSyntax

/// What is remembered of a definition that went, so that it is known again: small, whatever the definition held.
public struct DefinitionSketch: Sendable {
  /// Its title.
  public let title: String
  /// Its file.
  public let path: RepositoryPath
  let traits: Set<UInt64>

  /// The most traits that are remembered.
  private static let most = 512

  /// A sketch of a definition.
  public init(_ version: DefinitionVersion) {
    title = version.root["title"]?.string ?? version.id
    path = version.path
    let all = RenameSearch.traits(of: version)
    traits = all.count > Self.most ? Set(all.sorted().prefix(Self.most)) : all
  }

  /// Whether `version` is what this was, come back, rather than something else under its id.
  public func isOrigin(of version: DefinitionVersion) -> Bool {
    RenameSearch.isEnough(RenameSearch.evidence(self, version))
  }
}
