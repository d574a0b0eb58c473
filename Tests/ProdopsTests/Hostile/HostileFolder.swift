import Foundation

/// The folder that a case is tried in, and what is said of it.
struct HostileFolder {
  let scratch: Scratch
  /// The file that the findings have to name; nil where any will do.
  var file: String?
  /// The arguments of `lint` beside the day and the format.
  var arguments: [String] = []

  init(_ scratch: Scratch) { self.scratch = scratch }

  init(_ item: HostileCase) throws {
    scratch = try Scratch()
    switch item.how {
    case "definition", "recipe":
      file = "checkout-redesign.json"
      try scratch.write("growth.json", Sample.growth)
      let bytes =
        try item.how == "recipe" ? HostileSet.expand(HostileSet.object(item.path)) : Self.bytes(item.path)
      try scratch.write("checkout-redesign.json", bytes)
    case "set":
      try scratch.write("teams/growth.json", Sample.growth)
      for (name, text) in try HostileSet.object(item.path)["files"] as? [String: String] ?? [:] {
        try scratch.write(name, text)
      }
    case "config":
      file = "prodops.json"
      try scratch.write("growth.json", Sample.growth)
      try scratch.write("prodops.json", Self.bytes(item.path))
    case "schema":
      try scratch.write("thing.schema.json", Self.bytes(item.path))
      try scratch.write(
        "prodops.json", #"{"version": 1, "kinds": [{"kind": "thing", "schema": "thing.schema.json"}]}"#)
      let more = item.expect?.field.map { #", "\#($0)": "\#(String(repeating: "a", count: 5_000))!""# } ?? ""
      try scratch.write("thing.json", #"{"kind": "thing", "id": "thing", "title": "Thing"\#(more)}"#)
    default:
      try Self.materialize(item.path, in: scratch.path)
      arguments = ["--rev", "HEAD"]
    }
  }

  /// Runs `lint` in a format.
  func lint(_ format: String, _ more: String..., environment: [String: String] = [:]) throws -> Tool.Run {
    try Tool.run(
      ["lint", "--as-of", "2026-01-15", "--format", format] + arguments + more, in: scratch.path,
      environment: environment)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Whether the repositories of the set can be built here.
  static let canMaterialize = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  private static func materialize(_ recipe: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [HostileSet.tool, "--materialize", recipe, folder]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Tool.Failure(message: "tool.py: \(process.terminationStatus)")
    }
  }
}
