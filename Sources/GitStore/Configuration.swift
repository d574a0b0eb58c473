internal import CLibgit2

/// The configuration of one repository, as it stood when opened.
struct Configuration: ~Copyable {
  private let values: Handle<ConfigurationHandle>
  /// The entries of `config.worktree`, which older libraries leave out.
  private let worktree: [String: String]

  init(of repository: borrowing Handle<RepositoryHandle>, gitDirectory: String) throws(GitError) {
    let pointer = unsafe repository.pointer
    worktree = Dictionary(
      configurationEntries(ofFile: gitDirectory + "/config.worktree", where: { $0.hasPrefix("core.") }),
      uniquingKeysWith: { $1 })
    values = try unsafe Handle("git_repository_config_snapshot") { out in
      unsafe git_repository_config_snapshot(&out, pointer)
    }
  }

  /// Refuses a repository whose objects or references are stored in a way that is not read here.
  func checkFormat() throws(GitError) {
    guard string("core.repositoryformatversion").flatMap({ decimal($0.utf8, as: Int.self) }) ?? 0 > 0 else {
      return
    }
    if let format = string("extensions.objectformat"), format != "sha1" {
      throw unsupportedObjectFormat(format)
    }
    if let format = string("extensions.refstorage"), format != "files" {
      throw unsupportedReferenceStorage(format)
    }
  }

  /// The remote and the filter of a partial clone.
  var partialClone: PartialClone? {
    let remotes = configurationEntries(of: values) { $0.hasPrefix("remote.") && $0.hasSuffix(".promisor") }
      .filter { $0.value != "false" }
    let names = remotes.map { String($0.name.dropFirst("remote.".count).dropLast(".promisor".count)) }
    guard let remote = string("extensions.partialclone") ?? names.first else { return nil }
    return PartialClone(remote: remote, filter: string("remote.\(remote).partialclonefilter"))
  }

  func boolean(_ name: String) -> Bool? {
    var value: Int32 = 0
    if let word = worktree[name], unsafe git_config_parse_bool(&value, word) == 0 { return value != 0 }
    return unsafe git_config_get_bool(&value, values.pointer, name) == 0 ? value != 0 : nil
  }

  func string(_ name: String) -> String? {
    var text: UnsafePointer<CChar>?
    guard unsafe git_config_get_string(&text, values.pointer, name) == 0 else { return nil }
    return unsafe text.map { unsafe String(cString: $0) }
  }
}

/// The entries of one file whose names are wanted; none where it is missing or cannot be read.
func configurationEntries(ofFile path: String, where isWanted: (String) -> Bool) -> [(
  name: String, value: String
)] {
  guard isFile(path) else { return [] }
  do throws(GitError) {
    let file = try unsafe Handle<ConfigurationHandle>("git_config_open_ondisk") { out in
      unsafe git_config_open_ondisk(&out, path)
    }
    return configurationEntries(of: file, where: isWanted)
  } catch {
    return []
  }
}

/// The entries of a configuration whose names are wanted, in the order of the files.
///
/// A key without a value counts as true, as git reads it.
func configurationEntries(
  of configuration: borrowing Handle<ConfigurationHandle>, where isWanted: (String) -> Bool
) -> [(name: String, value: String)] {
  var iterator: OpaquePointer?
  guard unsafe git_config_iterator_new(&iterator, configuration.pointer) == 0 else { return [] }
  defer { unsafe git_config_iterator_free(iterator) }
  var found: [(name: String, value: String)] = []
  var entry: UnsafeMutablePointer<git_config_entry>?
  while unsafe git_config_next(&entry, iterator) == 0, let current = unsafe entry {
    guard let name = unsafe current.pointee.name.map({ unsafe String(cString: $0) }), isWanted(name) else {
      continue
    }
    let value = unsafe current.pointee.value.map { unsafe String(cString: $0) }
    found.append((name, value ?? "true"))
  }
  return found
}
