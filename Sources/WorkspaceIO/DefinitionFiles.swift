internal import Diagnostics
internal import Workspaces

/// Which files are definitions, by their names alone.
enum DefinitionFiles {
  /// Whether a file's name ends in `.json` or `.jsonc`; hidden files are none.
  static func isDefinitionFile(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    guard name.first != 0x2E else { return false }
    return name.suffix(5).elementsEqual(".json".utf8) || name.suffix(6).elementsEqual(".jsonc".utf8)
  }

  /// Whether a file stands where the tool's own files stand: the configuration and the order of the schedule.
  static func isOwnFile(_ path: RepositoryPath) -> Bool {
    path == Configuration.path || path == OrderFile.path
  }

  /// Whether a folder is passed over: hidden, or full of other people's packages.
  ///
  /// Folders with names that no file system can hold are looked into, so that their files are told of.
  static func isPassedOver(_ path: [UInt8]) -> Bool {
    let name = path.lastIndex(of: 0x2F).map { path[($0 + 1)...] } ?? path[...]
    if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return false }
    return name.first == 0x2E || name.elementsEqual("node_modules".utf8)
  }
}
