import GitStore
import TestSupport
import Testing

@Suite struct MailmapTests {
  private let content = """
    # People
    Ann Lee <ann@example.com>
    <bo@example.com> <bo@old.example>
    Cy Young <cy@example.com> <cy@laptop>
    Di Wu <di@example.com> root <root@host>   # and nobody else
    no address here
    """

  @Test(
    arguments: [
      ("annie", "ANN@example.com", "Ann Lee", "ANN@example.com"),
      ("Bo", "bo@old.example", "Bo", "bo@example.com"),
      ("x", "cy@laptop", "Cy Young", "cy@example.com"),
      ("ROOT", "root@host", "Di Wu", "di@example.com"),
      ("other", "root@host", "other", "root@host"),
    ])
  func mapsAsGitDoes(_ name: String, _ email: String, _ properName: String, _ properEmail: String) throws {
    let resolved = Mailmap(parsing: Array(content.utf8)).resolve(name: name, email: email)
    #expect(resolved.name == properName)
    #expect(resolved.email == properEmail)
    let scratch = try ScratchRepository()
    try scratch.write(".mailmap", content)
    #expect(try scratch.git("check-mailmap", "\(name) <\(email)>") == "\(properName) <\(properEmail)>")
  }

  @Test func isReadFromTheWorkingDirectoryOrFromHead() throws {
    let scratch = try ScratchRepository()
    try scratch.commit("Map", [".mailmap": "Head <ann@example.com>\n"])
    try scratch.git("clone", "-q", "--bare", ".", "../bare")
    try scratch.write(".mailmap", "Directory <ann@example.com>\n")
    let working = try Repository.open(at: scratch.path).mailmap()
    let bare = try Repository.open(at: scratch.root + "/bare").mailmap()
    #expect(working.resolve(name: "a", email: "ann@example.com").name == "Directory")
    #expect(bare.resolve(name: "a", email: "ann@example.com").name == "Head")
  }

  @Test func isEmptyWhereThereIsNone() throws {
    let scratch = try ScratchRepository("--bare")
    #expect(try Repository.open(at: scratch.path).mailmap() == Mailmap())
  }
}
