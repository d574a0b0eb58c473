public import Diagnostics
public import JSONSyntax

/// The findings that a repository began with: a file that its configuration names, and that holds them back.
public struct Baseline: Sendable {
  /// A finding that is held back.
  public struct Entry: Sendable {
    /// The finding's fingerprint.
    public let fingerprint: String
    /// The name of the rule that had it, for people.
    public let rule: String
    /// The file that it was in, for people.
    public let path: String
    /// Where it stands in the file.
    public let value: JSONValue
  }

  /// What keeps the file, or one of its entries, from being used.
  public struct Problem: Sendable {
    /// What is wrong.
    public enum Reason: Sendable {
      /// There is no such file.
      case missing
      /// It could not be read.
      case notRead(FileProblem.Reason)
      /// It is not JSON throughout.
      case syntax
      /// It has not the form of a baseline.
      case otherForm
      /// One of its entries has no fingerprint.
      case badEntry
    }

    /// What is wrong.
    public let reason: Reason
    /// Where; nil for the file as a whole.
    public let span: ByteSpan?
  }

  /// Where the file stands.
  public let path: RepositoryPath
  /// Its entries, in the order in which they stand.
  public private(set) var entries: [Entry] = []
  /// What keeps it, or some of its entries, from being used.
  public private(set) var problems: [Problem] = []
  /// Whether it has the form of a baseline, if perhaps with a merge conflict in it, and may be written anew.
  public private(set) var isOwn = false
  /// Its text.
  public private(set) var bytes: [UInt8] = []

  /// The version of the form that is written and read.
  public static let version = 1

  /// A file that is not there, or could not be read.
  public init(path: RepositoryPath, _ reason: Problem.Reason) {
    self.path = path
    problems = [Problem(reason: reason, span: nil)]
  }

  /// Reads the text of the file at `path`; what is wrong with it is told, and the rest of it is used.
  public init(path: RepositoryPath, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let document = JSONDocument.parse(bytes)
    isOwn = document.root?["version"]?.integer == Self.version && document.root?["findings"]?.kind == .array
    guard document.faults.isEmpty else {
      problems = [Problem(reason: .syntax, span: document.faults.first?.span)]
      return
    }
    guard isOwn, let list = document.root?["findings"] else {
      problems = [Problem(reason: .otherForm, span: nil)]
      return
    }
    entries.reserveCapacity(list.count)
    for item in list.items {
      guard let fingerprint = item.string("fingerprint"), Self.isFingerprint(fingerprint) else {
        problems.append(Problem(reason: .badEntry, span: item.span))
        continue
      }
      entries.append(
        Entry(
          fingerprint: fingerprint, rule: item.string("rule") ?? "", path: item.string("path") ?? "",
          value: item))
    }
  }

  private static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == 16
      && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
  }

  /// How many findings of each fingerprint are held back.
  public var counts: [String: Int] {
    entries.reduce(into: [:]) { $0[$1.fingerprint, default: 0] += 1 }
  }
}
