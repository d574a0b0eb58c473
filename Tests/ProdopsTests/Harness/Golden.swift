import Foundation
import Testing

/// Outputs as they were once read and found good: `UPDATE_GOLDENS=1` writes them anew, and fails so that they are read.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  static func expect(
    _ output: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(output.utf8).write(to: file)
      Issue.record("\(name) is written anew: read it, and commit it", sourceLocation: sourceLocation)
      return
    }
    let wanted = try? String(contentsOf: file, encoding: .utf8)
    #expect(output == wanted, "\(name); UPDATE_GOLDENS=1 writes it anew", sourceLocation: sourceLocation)
  }
}

/// The example company's definitions.
enum ExampleRepository {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("example-repo").path
}
