import Foundation
import TestSupport
import Testing

@testable import GitStore

@Suite struct ObjectReadingTests {
  private let scratch: ScratchRepository
  private let blob: ObjectID
  private let content = String(repeating: "0123456789abcdef\n", count: 400)

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit("One", ["a.json": content])
    blob = try id(scratch.git("rev-parse", "HEAD:a.json"))
  }

  private var path: String {
    "\(scratch.path)/.git/objects/\(blob.description.prefix(2))/\(blob.description.dropFirst(2))"
  }

  private func read(limit: Int = 1 << 20) -> GitError? {
    failure { () throws(GitError) in _ = try Repository.open(at: scratch.path).readBlob(blob, limit: limit) }
  }

  private func overwrite(_ bytes: Data) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  @Test(arguments: [false, true])
  func readsLooseAndPackedBlobs(_ packed: Bool) throws {
    if packed { try scratch.git("gc", "-q") }
    let repository = try Repository.open(at: scratch.path)
    let bytes = try repository.readBlob(blob, limit: content.utf8.count)
    #expect(bytes == Array(content.utf8))
    #expect(read(limit: 100) == .tooLarge(blob, size: content.utf8.count, limit: 100))
    let wrong = failure { () throws(GitError) in _ = try repository.readTree(blob) }
    #expect(wrong == .unexpectedKind(blob, expected: .tree, found: .blob))
  }

  @Test func endsAtATruncatedLooseObject() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for count in [0, 1, 2, 10, whole.count / 2, whole.count - 5, whole.count - 1] {
      try overwrite(whole.prefix(count))
      guard case .corrupt(blob, _)? = read() else {
        Issue.record("not told as corrupt at \(count) bytes")
        return
      }
    }
  }

  @Test func findsDamagedBytes() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count / 2] ^= 0x40
    try overwrite(bytes)
    guard case .corrupt(blob, _)? = read() else {
      Issue.record("not told as corrupt")
      return
    }
  }

  @Test func findsAnObjectUnderAnothersName() throws {
    try scratch.commit("Two", ["b.json": "b\n"])
    let other = try scratch.git("rev-parse", "HEAD:b.json")
    let file = "\(scratch.path)/.git/objects/\(other.prefix(2))/\(other.dropFirst(2))"
    try overwrite(Data(contentsOf: URL(fileURLWithPath: file)))
    #expect(read() == .corrupt(blob, reason: "its content has another name"))
  }

  @Test(
    arguments: [
      ("blob 4294967296\0abc", 4_294_967_296), ("blob 9223372036854775807\0abc", nil), ("blob 2\0abc", nil),
      ("blob 4\0abc", nil), ("blob -1\0abc", nil), ("blob 3abc", nil), ("blub 3\0abc", nil), ("", nil),
      ("blob", nil),
    ])
  func doesNotBelieveTheHeaderOfALooseObject(_ content: String, _ size: Int?) throws {
    try overwrite(Data(stored(Array(content.utf8))))
    let error = read()
    if let size { return #expect(error == .tooLarge(blob, size: size, limit: 1 << 20)) }
    guard case .corrupt(blob, _)? = error else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
  }

  /// A zlib stream that holds the bytes as they are.
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    let sums = bytes.reduce((a: UInt32(1), b: UInt32(0))) { sums, byte in
      let a = (sums.a + UInt32(byte)) % 65_521
      return (a, (sums.b + a) % 65_521)
    }
    let lengths = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let check = [sums.b, sums.a].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    return [0x78, 0x01, 0x01] + lengths + bytes + check
  }

  @Test func doesNotWaitForAPipe() throws {
    try remove(path)
    #expect(mkfifo(path, 0o644) == 0)
    #expect(read() == .corrupt(blob, reason: "unreadable file"))
  }

  @Test func findsWhatStandsAtAPath() throws {
    try scratch.commit("Nested", ["d/e/f.json": "f\n"])
    let repository = try Repository.open(at: scratch.path)
    let tree = try repository.readCommit(scratch.id("HEAD")).tree
    let nested = try repository.item(at: Array("d/e/f.json".utf8), in: tree)
    #expect(nested?.id == (try id(scratch.git("rev-parse", "HEAD:d/e/f.json"))))
    for path in ["", "x", "d/", "/d", "a.json/b", "d/e/f"] {
      let missing = try repository.item(at: Array(path.utf8), in: tree)
      #expect(missing == nil)
    }
  }

  @Test func tellsADamagedPack() throws {
    try scratch.git("gc", "-q")
    let folder = scratch.path + "/.git/objects/pack"
    let pack = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".pack") })
    let url = URL(fileURLWithPath: folder + "/" + pack)
    var bytes = try Data(contentsOf: url)
    for index in 20..<(bytes.count - 20) { bytes[index] = 0x5A }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: url.path)
    try bytes.write(to: url)
    #expect(read() != nil)
  }

  @Test func tellsThatAnObjectIsMissing() throws {
    try remove(path)
    #expect(read() == .objectMissing(blob, why: .damaged))
    #expect(read()?.description.contains("git fsck") == true)
  }

  @Test func readsWhatIsWrittenAfterOpening() throws {
    let repository = try Repository.open(at: scratch.path)
    _ = try repository.readBlob(blob, limit: 1 << 20)
    try scratch.commit("Two", ["b.json": "later\n"])
    let later = try id(scratch.git("rev-parse", "HEAD:b.json"))
    let bytes = try repository.readBlob(later, limit: 100)
    #expect(bytes == Array("later\n".utf8))
    try scratch.git("gc", "-q", "--prune=now")
    let again = try repository.readBlob(blob, limit: 1 << 20)
    #expect(again == Array(content.utf8))
  }

  @Test func opensManyAtOnce() async throws {
    let path = scratch.path
    let (blob, expected) = (blob, Array(content.utf8))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try Repository.open(at: path).readBlob(blob, limit: 1 << 20) == expected }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
