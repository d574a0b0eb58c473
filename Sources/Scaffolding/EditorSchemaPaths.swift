public import Diagnostics
internal import EditorSchemas
public import Workspaces

/// Where editors find the schema of a kind.
public enum EditorSchemaPaths {
  /// The schema's file below the root: for a kind of the repository's own, the file that describes it.
  public static func path(of kind: String, _ configuration: Configuration) -> RepositoryPath? {
    if let own = configuration.kinds.last(where: { $0.kind == kind }) { return own.schema }
    guard EditorSchemas.files.contains(where: { $0.kind == kind }) else { return nil }
    return RepositoryPath("\(EditorSchemas.folder)/\(EditorSchemas.fileName(of: kind))")
  }
}
