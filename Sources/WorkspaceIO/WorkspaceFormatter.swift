public import Diagnostics
internal import JSONSyntax
public import Workspaces

/// Finds the definition files of a folder that are not in canonical form.
public struct WorkspaceFormatter: Sendable {
  /// What is to be said of one file.
  public enum Verdict: Sendable {
    /// It is in canonical form.
    case formatted
    /// It is not; both texts.
    case differs(before: [UInt8], after: [UInt8])
    /// It is no definition: an object without `kind`, or no object.
    case noDefinition
    /// It has faults of syntax, the first of them here, and stays as it is.
    case faulty(Position)
    /// It could not be read.
    case unreadable(String)
  }

  private let root: String
  private let limits: Limits

  /// Looks at the folder `root`, an absolute path.
  public init(root: String, limits: Limits = Limits()) {
    self.root = root
    self.limits = limits
  }

  /// The definition files below the roots that the configuration names, with the configuration itself, by path.
  public func files() -> [RepositoryPath] {
    let bytes = try? FileReading.read(root + "/prodops.json", limit: limits.fileBytes)
    let configuration = bytes.map { Configuration(JSONDocument.parse($0)) } ?? Configuration()
    var files = DirectoryListing(root: root, configuration: configuration, limits: limits).files
    files.removeAll { DefinitionFiles.isOwnFile($0) }
    if bytes != nil { files.append(Configuration.path) }
    return files.sorted()
  }

  /// Whether there is a definition, or a file that may be meant as one, beside the configuration.
  public var hasDefinitions: Bool {
    files().contains { path in
      guard path != Configuration.path else { return false }
      if case .noDefinition = check(path) { return false }
      return true
    }
  }

  /// What is to be said of the file at `path`.
  public func check(_ path: RepositoryPath) -> Verdict {
    do throws(FileReading.Failure) {
      let bytes = try FileReading.read(
        Array(root.utf8) + [0x2F] + path.bytes, limit: limits.fileBytes, folder: -1)
      return Self.check(bytes, name: path.name, isDefinition: path == Configuration.path)
    } catch {
      switch error {
      case .tooLarge(let bytes, let limit):
        return .unreadable("its \(bytes) bytes exceed the limit of \(limit)")
      case .system(let number): return .unreadable(FileReading.words(number))
      case .notAFile: return .unreadable("it is no regular file")
      }
    }
  }

  /// What is to be said of a text; `name` decides whether comments are fine.
  public static func check(
    _ bytes: [UInt8], name: some BidirectionalCollection<UInt8>, isDefinition: Bool
  ) -> Verdict {
    let document = JSONDocument.parse(bytes, dialect: JSONDialect(fileName: name))
    guard let after = document.formatted(), let root = document.root else {
      let fault = document.faults.first { $0.problem.breaksSyntax }
      return .faulty(LineMap(bytes).position(of: fault?.span.start ?? 0, in: bytes))
    }
    guard isDefinition || root["kind"]?.kind == .string else { return .noDefinition }
    return after == bytes ? .formatted : .differs(before: bytes, after: after)
  }
}
