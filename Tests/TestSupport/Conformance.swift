import Foundation
public import Testing

/// Where the official suites stand, by `PRODOPS_CONFORMANCE`; tests that need them are skipped without it.
public enum Conformance {
  /// The folder, or nil where the environment names none.
  public static let folder: String? = ProcessInfo.processInfo.environment["PRODOPS_CONFORMANCE"]

  /// The files in `path` below the folder, sorted by name.
  public static func files(in path: String) -> [String] {
    guard let folder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(path)")) ?? []
    return names.sorted().map { "\(folder)/\(path)/\($0)" }
  }
}

/// Where the real repositories stand, by `PRODOPS_CORPORA`; tests that need them are skipped without it.
public enum Corpora {
  /// The folder, or nil where the environment names none.
  public static let folder: String? = ProcessInfo.processInfo.environment["PRODOPS_CORPORA"]
}

extension Trait where Self == ConditionTrait {
  /// Skips the test, saying so, where the official suites are missing.
  public static var needsConformance: Self {
    .enabled(if: Conformance.folder != nil, "PRODOPS_CONFORMANCE names no folder with the official suites")
  }

  /// Skips the test, saying so, where the real repositories are missing.
  public static var needsCorpora: Self {
    .enabled(if: Corpora.folder != nil, "PRODOPS_CORPORA names no folder with real repositories")
  }
}

/// The bytes of a file.
public func contents(ofFile path: String) throws -> [UInt8] {
  try Array(Data(contentsOf: URL(fileURLWithPath: path)))
}
