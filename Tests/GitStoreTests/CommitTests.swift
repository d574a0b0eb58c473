import Testing

@testable import GitStore

@Suite struct CommitTests {
  private static let tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"

  private func commit(_ rest: [UInt8]) throws -> Commit {
    let id = try id("0000000000000000000000000000000000000001")
    let bytes = Array(Self.tree.utf8) + rest
    return try #require(unsafe bytes.withUnsafeBytes { unsafe Commit(id, parsing: $0) })
  }

  private func author(_ line: String) throws -> Signature {
    try commit(Array("author \(line)\ncommitter C <c@d> 5 +0000\n\nx\n".utf8)).author
  }

  @Test func readsWhatGitWrites() throws {
    let signature = try author("Ann Lee <ann@example.com> 1700000000 -0330")
    #expect(signature.name == "Ann Lee")
    #expect(signature.email == "ann@example.com")
    #expect(signature.time == 1_700_000_000)
    #expect(signature.timeZoneMinutes == -210)
    #expect(signature.isWellFormed)
  }

  @Test(
    arguments: [
      ("", "", ""), ("Ann", "Ann", ""), ("Ann <ann@example.com", "Ann", ""),
      ("Ann <a@b> 99999999999999999999 +0000", "Ann", "a@b"),
      ("Ann <a@b> 9223372036854775807 +0000", "Ann", "a@b"), ("Ann <a@b> -5 +0000", "Ann", "a@b"),
      ("Ann <a@b> tomorrow", "Ann", "a@b"), ("Ann <a@b>", "Ann", "a@b"), ("<> <>", "", ""),
    ])
  func toleratesMalformedSignatures(_ line: String, _ name: String, _ email: String) throws {
    let signature = try author(line)
    #expect(signature.name == name)
    #expect(signature.email == email)
    #expect(signature.time == 0)
    #expect(!signature.isWellFormed)
    #expect(signature.raw == Array(line.utf8))
  }

  @Test(arguments: ["5 +99999", "5 +99999999999999999999", "5 x", "5 ++100", "5"])
  func takesUnreadableZonesForUTC(_ date: String) throws {
    let signature = try author("A <a@b> \(date)")
    #expect(signature.time == 5)
    #expect(signature.timeZoneMinutes == 0 || date == "5 +99999")
  }

  @Test func keepsTheMessageBeyondANul() throws {
    let parsed = try commit(Array("author A <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\n\none\0two\n".utf8))
    #expect(parsed.message == "one\0two\n")
  }

  @Test(arguments: ["ISO-8859-1", "iso8859-1", "latin1", "Latin-1"])
  func convertsLatin1(_ encoding: String) throws {
    let header = "author R\u{0}e <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\nencoding \(encoding)\n\ncaf\u{0}\n"
    let parsed = try commit(header.utf8.map { $0 == 0 ? 0xE9 : $0 })
    #expect(parsed.author.name == "R\u{E9}e")
    #expect(parsed.message == "caf\u{E9}\n")
  }

  @Test func repairsWhatIsNoUTF8() throws {
    let header = "author A <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\nencoding EUC-JP\n\n"
    #expect(try commit(Array(header.utf8) + [0xFF, 0x41]).message == "\u{FFFD}A")
  }

  @Test(
    arguments: [
      ("\n  \nSubject\nsecond line\n\nBody\n", "Subject second line"), ("", ""), ("One", "One"),
      ("One\r\n\r\nBody", "One"), ("  padded \n", "padded"), ("e\u{301}x\n\u{301}y\n", "e\u{301}x \u{301}y"),
    ])
  func summarizesInOneLine(_ message: String, _ summary: String) throws {
    let parsed = try commit(Array("author A <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\n\n\(message)".utf8))
    #expect(Array(parsed.summary.utf8) == Array(summary.utf8))
  }

  @Test func refusesACommitWithoutATree() throws {
    let bytes = Array("author A <a@b> 1 +0000\n\nx".utf8)
    let id = try id("0000000000000000000000000000000000000001")
    let parsed = unsafe bytes.withUnsafeBytes { unsafe Commit(id, parsing: $0) }
    #expect(parsed == nil)
  }

  @Test func readsEveryPrefixWithoutTrapping() throws {
    let whole = Array((Self.tree + "parent 4b82\nauthor A <a@b> 1 +0000\nencoding x\n\nm").utf8)
    let id = try id("0000000000000000000000000000000000000001")
    for count in 0...whole.count {
      _ = unsafe whole[..<count].withUnsafeBytes { unsafe Commit(id, parsing: $0)?.summary }
    }
  }
}
