import Foundation
import TestSupport
import Testing

@testable import GitStore

/// Whose repositories are read.
///
/// The other owner is made by changing who "I" am, so that no privilege is needed.
@Suite struct OwnershipTests {
  private let scratch: ScratchRepository
  private let stranger = UInt32(getuid()) + 4_242

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit("One", ["a.json": "1\n"])
  }

  private func open(_ variables: [String: String], user: UInt32? = nil, path: String? = nil) -> GitError? {
    let environment = Environment(user: user ?? stranger) { [variables] in variables[$0] }
    return failure { () throws(GitError) in
      _ = try Repository.open(at: path ?? scratch.path, environment: environment)
    }
  }

  /// Variables under which the global configuration has the lines.
  private func configured(_ lines: String) throws -> [String: String] {
    let path = scratch.root + "/gitconfig"
    try lines.write(toFile: path, atomically: true, encoding: .utf8)
    return ["GIT_CONFIG_GLOBAL": path, "GIT_CONFIG_NOSYSTEM": "1", "HOME": scratch.root]
  }

  @Test func opensOnesOwn() {
    #expect(open([:], user: UInt32(getuid())) == nil)
  }

  @Test func refusesAnothersWithTheRemedy() {
    let error = open(["GIT_CONFIG_NOSYSTEM": "1"])
    #expect(error == .notOwned(path: scratch.path))
    #expect(error?.description.contains("git config --global --add safe.directory \(scratch.path)") == true)
  }

  @Test(arguments: ["*", "PATH", "PATH/", "ROOT/*", "~/repository", "ROOT/repository/../repository"])
  func takesAnothersThatIsDeclaredSafe(_ value: String) throws {
    let path = value.replacingOccurrences(of: "PATH", with: scratch.path)
      .replacingOccurrences(of: "ROOT", with: scratch.root)
    #expect(open(try configured("[safe]\n\tdirectory = \(path)\n")) == nil)
  }

  @Test(arguments: ["/elsewhere", "PATHology", "ROOT", "PATH/.git/*"])
  func refusesAnothersThatIsNot(_ value: String) throws {
    let path = value.replacingOccurrences(of: "PATH", with: scratch.path)
      .replacingOccurrences(of: "ROOT", with: scratch.root)
    #expect(open(try configured("[safe]\n\tdirectory = \(path)\n")) == .notOwned(path: scratch.path))
  }

  @Test func startsAnewAtAnEmptyValue() throws {
    let lines = "[safe]\n\tdirectory = *\n\tdirectory =\n"
    #expect(open(try configured(lines)) == .notOwned(path: scratch.path))
  }

  @Test func readsTheHomeDirectoryAndTheEnvironment() throws {
    try "[safe]\n\tdirectory = *\n".write(
      toFile: scratch.root + "/.gitconfig", atomically: true, encoding: .utf8)
    #expect(open(["GIT_CONFIG_NOSYSTEM": "1", "HOME": scratch.root]) == nil)
    let variables = [
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "Safe.Directory",
      "GIT_CONFIG_VALUE_0": scratch.path,
    ]
    #expect(open(variables) == nil)
  }

  @Test func ignoresWhatTheRepositorySaysOfItself() throws {
    try scratch.git("config", "safe.directory", "*")
    #expect(open(["GIT_CONFIG_NOSYSTEM": "1"]) == .notOwned(path: scratch.path))
  }

  @Test(.enabled(if: getuid() == 0, "only root may give files away"))
  func trustsTheUserWhoCalledSudo() throws {
    try FileManager.default.setAttributes([.ownerAccountID: 4_242], ofItemAtPath: scratch.path)
    try FileManager.default.setAttributes([.ownerAccountID: 4_242], ofItemAtPath: scratch.path + "/.git")
    #expect(open(["GIT_CONFIG_NOSYSTEM": "1"], user: 0) == .notOwned(path: scratch.path))
    #expect(open(["GIT_CONFIG_NOSYSTEM": "1", "SUDO_UID": "4242"], user: 0) == nil)
    #expect(open(["GIT_CONFIG_NOSYSTEM": "1", "SUDO_UID": "77"], user: 0) == .notOwned(path: scratch.path))
  }
}
