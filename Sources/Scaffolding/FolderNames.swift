internal import Diagnostics
public import Workspaces

/// Where definitions of a kind are kept when nobody has said so.
public enum FolderNames {
  /// The folder in which most definitions of a kind stand, or the plural of its name where there are none.
  public static func usual(for kind: String, in snapshot: Snapshot) -> [UInt8] {
    var counts: [RepositoryPath: Int] = [:]
    for position in snapshot.byKind[kind] ?? [] {
      counts[snapshot.path(of: snapshot.definitions[position]).folder, default: 0] += 1
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key.bytes ?? Array(Plural.of(kind).utf8)
  }
}

extension RepositoryPath {
  /// The folder that the file is in; empty for the root.
  var folder: RepositoryPath {
    guard let slash = bytes.lastIndex(of: 0x2F) else { return RepositoryPath(bytes: []) }
    return RepositoryPath(bytes: Array(bytes[..<slash]))
  }
}
