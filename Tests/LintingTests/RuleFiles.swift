import Foundation

/// The rule files in the source tree: one type a file.
enum RuleFiles {
  static func names() throws -> [String] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Linting/Rules")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { ($0 as? URL)?.lastPathComponent } ?? [])
      .filter { $0.hasSuffix(".swift") && !$0.contains("+") }.map { String($0.dropLast(6)) }
  }
}
