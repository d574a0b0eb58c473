import Foundation

/// A folder of its own for one case, removed with this object.
final class Scratch {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("prodops-e2e-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    for case let name as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(path)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  /// Runs the tool in the folder.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Tool.Run {
    try run(arguments, environment: environment)
  }

  func run(
    _ arguments: [String], environment: [String: String] = [:], output: Tool.Stream = .captured,
    errors: Tool.Stream = .captured
  ) throws -> Tool.Run {
    try Tool.run(arguments, in: path, environment: environment, output: output, errors: errors)
  }
}

/// Definitions that tests need often.
enum Sample {
  static let growth = """
    {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "role": "product-manager"}]}

    """

  /// An initiative of the team `growth`; `more` is put into its object.
  static func initiative(_ id: String, _ more: String = "") -> String {
    """
    {"kind": "initiative", "id": "\(id)", "title": "Initiative \(id)", "team": "growth", "status": "idea"\(more)}

    """
  }
}
