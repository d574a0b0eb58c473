import Testing

@testable import GitStore

@Suite struct TreeEntryTests {
  @Test(
    arguments: [
      ("", TreeEntryProblem.empty), (".", .dot), ("..", .dotDot), ("a/b", .slash), (".git", .dotGit),
      (".GiT", .dotGit), ("git~1", .dotGit), ("GIT~1", .dotGit), (".git ", .dotGit), (".git...", .dotGit),
      (".git::$INDEX_ALLOCATION", .dotGit), (".g\u{200C}it", .dotGit), (".git\u{FEFF}", .dotGit),
    ])
  func namesTheProblem(_ name: String, _ problem: TreeEntryProblem) {
    #expect(TreeEntryProblem(name: Array(name.utf8)) == problem)
  }

  @Test(arguments: [
    ".gitignore", ".gitmodules", "git", "git~2", ".github", "a", "caf\u{E9}", ".gi\u{E9}t", " ",
  ])
  func letsOtherNamesPass(_ name: String) {
    #expect(TreeEntryProblem(name: Array(name.utf8)) == nil)
  }

  @Test func toleratesBytesThatAreNoText() {
    #expect(TreeEntryProblem(name: [0xFF, 0xFE]) == nil)
  }

  @Test func showsModesAsGitDoes() {
    let modes: [(UInt32, FileMode.Kind, UInt32)] = [
      (0o100644, .file, 0o100644), (0o100664, .file, 0o100644), (0o100755, .executable, 0o100755),
      (0o120000, .symlink, 0o120000), (0o40000, .directory, 0o40000), (0o160000, .gitlink, 0o160000),
      (0o777, .unknown, 0o160000),
    ]
    for (raw, kind, canonical) in modes {
      let mode = FileMode(rawValue: raw)
      #expect(mode.kind == kind)
      #expect(mode.canonical.rawValue == canonical)
    }
  }
}
