import Foundation
import Testing

/// `fmt`: what it changes, what it leaves, and what it says.
@Suite struct FormattingTests {
  private static let ugly = #"{"kind":"team","id":"a","title":"A","members":[]}"#
  private static let pretty =
    "{\n  \"kind\": \"team\",\n  \"id\": \"a\",\n  \"title\": \"A\",\n  \"members\": []\n}\n"

  @Test func onlyDefinitionsBelowTheRootsAreChanged() throws {
    let scratch = try Scratch()
    try scratch.write("prodops.json", #"{"version":1,"exclude":["old/**"]}"#)
    for name in ["a.json", "deep/in/b.json", "old/c.json", ".hidden/d.json"] {
      try scratch.write(name, Self.ugly)
    }
    try scratch.write("package.json", #"{"name":"no definition"}"#)
    try scratch.write("windows.json", Self.ugly.replacingOccurrences(of: ",", with: ",\r\n"))
    try scratch.write("notes.jsonc", "// why\n" + Self.ugly)
    let run = try scratch.run("fmt")
    #expect(run.status == 0, "\(run.summary)")
    #expect(run.text == "a.json\ndeep/in/b.json\nnotes.jsonc\nprodops.json\nwindows.json\n")
    #expect(run.errorText == "5 files formatted, 0 already were; 1 file without \"kind\" left alone\n")
    #expect(try scratch.read("a.json") == Array(Self.pretty.utf8))
    #expect(try scratch.read("old/c.json") == Array(Self.ugly.utf8))
    #expect(try scratch.read(".hidden/d.json") == Array(Self.ugly.utf8))
    #expect(try scratch.read("notes.jsonc") == Array(("// why\n" + Self.pretty).utf8))
    #expect(
      try scratch.read("windows.json") == Array(Self.pretty.replacingOccurrences(of: "\n", with: "\r\n").utf8)
    )
    #expect(try scratch.run("fmt", "--check").status == 0)
  }

  @Test func checkAndDiffChangeNothing() throws {
    let scratch = try Scratch()
    try scratch.write("a.json", Self.ugly)
    let check = try scratch.run("fmt", "--check")
    #expect(check.status == 1 && check.text == "a.json\n", "\(check.summary)")
    let diff = try scratch.run("fmt", "--diff")
    #expect(diff.status == 0 && diff.text.contains("@@ -1,1 +1,6 @@\n-{\"kind\""), "\(diff.text)")
    #expect(diff.text.contains("\\ No newline at end of file\n+{\n+  \"kind\": \"team\",\n"))
    #expect(try scratch.run("fmt", "--diff", "--check").status == 1)
    #expect(try scratch.read("a.json") == Array(Self.ugly.utf8))
  }

  @Test func filesWithFaultsStayAsTheyAre() throws {
    let scratch = try Scratch()
    try scratch.write("good.json", Self.ugly)
    try scratch.write("bad.json", "{\"kind\": \"team\",\n \"id\": }")
    let run = try scratch.run("fmt")
    #expect(run.status == 1 && run.text == "good.json\n", "\(run.summary)")
    #expect(run.errorText.hasPrefix("bad.json:2:8: left as it is"), "\(run.errorText)")
    #expect(try scratch.read("bad.json") == Array("{\"kind\": \"team\",\n \"id\": }".utf8))
  }

  @Test func filesKeepTheirMode() throws {
    let scratch = try Scratch()
    try scratch.write("a.json", Self.ugly)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: scratch.path + "/a.json")
    #expect(try scratch.run("fmt", "a.json").status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/a.json")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["a.json"])
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let scratch = try Scratch()
    let run = try Tool.run(["fmt", "-"], in: scratch.path, input: Array(Self.ugly.utf8))
    #expect(run.status == 0 && run.text == Self.pretty, "\(run.summary)")
    #expect(
      try Tool.run(["fmt", "-", "--check"], in: scratch.path, input: Array(Self.ugly.utf8)).status == 1)
    let faulty = try Tool.run(["fmt", "-"], in: scratch.path, input: Array("{".utf8))
    #expect(faulty.status == 1 && faulty.output.isEmpty, "\(faulty.summary)")
    try scratch.write("package.txt", "{}")
    #expect(try scratch.run("fmt", "package.txt").status == 2)
    #expect(try scratch.run("fmt", "missing.json").status == 3)
  }
}
