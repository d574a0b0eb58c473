internal import Diagnostics
internal import Patterns
internal import Workspaces

/// Where symbolic links lead, by their words alone.
enum LinkTarget {
  /// The most bytes of a link's text that are looked at: what a system allows.
  static let longest = 4_096

  /// The path below the workspace that a link at `path` leads to; nil where it leads out of it, or nowhere.
  static func path(of target: [UInt8], at path: [UInt8]) -> [UInt8]? {
    guard let first = target.first, first != 0x2F else { return nil }
    var parts = path.split(separator: 0x2F).dropLast().map(Array.init)
    for part in target.split(separator: 0x2F) where part != [0x2E] {
      if part == [0x2E, 0x2E] {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(Array(part))
      }
    }
    return Array(parts.joined(separator: [0x2F]))
  }
}

extension Configuration {
  /// Whether definitions below the folder at `path` would be read.
  func mayHoldDefinitions(_ path: [UInt8]) -> Bool {
    if includes(RepositoryPath(bytes: path + Array("/x.json".utf8))) { return true }
    return roots.contains { $0.source.starts(with: path + [0x2F]) }
  }
}
