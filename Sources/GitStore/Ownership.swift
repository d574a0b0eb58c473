/// Git's rule on whose repositories are read: one's own, and those that `safe.directory` names.
struct Ownership {
  let environment: Environment

  /// Throws unless the directories of a repository may be trusted.
  func check(workingDirectory: String?, gitDirectory: String) throws(GitError) {
    let top = workingDirectory ?? gitDirectory
    var places = [top, gitDirectory]
    if let workingDirectory { places.append(workingDirectory + "/.git") }
    if places.allSatisfy(isOwned) { return }
    let names = Set([top, canonicalPath(top) ?? top])
    guard isDeclaredSafe(names) else { throw .notOwned(path: top) }
  }

  private func isOwned(_ path: String) -> Bool {
    guard let status = FileStatus(of: path, followingLinks: false) else { return true }
    if status.owner == environment.user { return true }
    // Under sudo the repositories of the calling user are trusted as well.
    guard environment.user == 0, let caller = environment["SUDO_UID"] else { return false }
    return decimal(caller.utf8, as: UInt32.self) == status.owner
  }

  /// Whether the last word of the configuration is that one of the names is safe; an empty value starts anew.
  private func isDeclaredSafe(_ names: Set<String>) -> Bool {
    safeDirectories.reduce(false) { isSafe, value in
      value.isEmpty ? false : isSafe || names.contains { matches(value, $0) }
    }
  }

  private func matches(_ value: String, _ path: String) -> Bool {
    if value == "*" { return true }
    let expanded = value.hasPrefix("~/") ? (environment["HOME"] ?? "~") + value.dropFirst() : value
    if expanded.hasSuffix("/*") { return path.utf8.starts(with: expanded.dropLast().utf8) }
    let bare = expanded.count > 1 && expanded.hasSuffix("/") ? String(expanded.dropLast()) : expanded
    if bare.utf8.elementsEqual(path.utf8) { return true }
    guard bare.hasPrefix("/"), let canonical = canonicalPath(bare) else { return false }
    return canonical.utf8.elementsEqual(path.utf8)
  }

  /// Every `safe.directory` outside the repository itself, in git's order.
  private var safeDirectories: [String] {
    var values = files.flatMap { path in
      configurationEntries(ofFile: path) { $0 == "safe.directory" }.map(\.value)
    }
    let count = environment["GIT_CONFIG_COUNT"].flatMap { decimal($0.utf8, as: Int.self) } ?? 0
    for index in 0..<min(count, 1_000) {
      guard environment["GIT_CONFIG_KEY_\(index)"]?.lowercased() == "safe.directory" else { continue }
      values.append(environment["GIT_CONFIG_VALUE_\(index)"] ?? "")
    }
    return values
  }

  private var files: [String] {
    var files: [String] = []
    if !environment.isTrue("GIT_CONFIG_NOSYSTEM") {
      files.append(environment["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig")
    }
    if let global = environment["GIT_CONFIG_GLOBAL"] { return files + [global] }
    let home = environment["HOME"]
    if let base = environment["XDG_CONFIG_HOME"] ?? home.map({ $0 + "/.config" }) {
      files.append(base + "/git/config")
    }
    if let home { files.append(home + "/.gitconfig") }
    return files
  }
}
