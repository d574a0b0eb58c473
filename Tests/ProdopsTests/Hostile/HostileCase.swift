import Foundation
import TestSupport
import Testing

/// One case of the hostile set: an input, and what has to come of it.
struct HostileCase: Decodable, Sendable, CustomTestStringConvertible {
  enum Verdict: String, Decodable, Sendable { case reject, accept }

  struct Limits: Decodable, Sendable {
    let seconds: Double?
    let megabytes: Int?

    enum CodingKeys: String, CodingKey {
      case seconds = "wall_s"
      case megabytes = "rss_mb"
    }
  }

  struct Expectation: Decodable, Sendable {
    let diagnostics: Int?
    let atMost: Int?
    let line: Int?
    let names: [String]?
    let suggests: String?
    let field: String?

    enum CodingKeys: String, CodingKey {
      case diagnostics, line, names, suggests
      case atMost = "max_diagnostics"
      case field = "instance_field"
    }
  }

  let name: String
  let how: String
  let expected: Verdict
  let why: String
  let severity: String?
  let policy: Bool?
  let oracles: [String]
  let limits: Limits?
  let expect: Expectation?
  let file: String

  enum CodingKeys: String, CodingKey {
    case how, expected, why, severity, policy, oracles, limits, expect, file
    case name = "case"
  }

  var testDescription: String { name }
  var path: String { "\(HostileSet.folder)/public/\(file)" }
}

/// The hostile set.
enum HostileSet {
  static let folder = (Conformance.folder ?? "") + "/hostile"
  static let tool = folder + "/tool.py"

  static let cases: [HostileCase] = {
    guard let data = FileManager.default.contents(atPath: folder + "/public/manifest.json") else { return [] }
    struct Manifest: Decodable { let entries: [HostileCase] }
    return (try? JSONDecoder().decode(Manifest.self, from: data))?.entries ?? []
  }()

  static func cases(_ how: String...) -> [HostileCase] { cases.filter { how.contains($0.how) } }

  /// The definition that every other one is one change away from.
  static var carrier: [String: Any] {
    guard let data = FileManager.default.contents(atPath: folder + "/public/manifest.json"),
      let manifest = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [:] }
    return manifest["carrier"] as? [String: Any] ?? [:]
  }

  /// The rules that warn of the carrier itself.
  static let carrierWarnings: Set<String> = {
    guard let scratch = try? Scratch(), let data = try? JSONSerialization.data(withJSONObject: carrier) else {
      return []
    }
    try? scratch.write("growth.json", Sample.growth)
    try? scratch.write("checkout-redesign.json", Array(data))
    let run = try? scratch.run("lint", "--as-of", "2026-01-15", "--format", "json")
    return Set(run.flatMap { Findings($0.output) }?.warnings.map(\.rule) ?? [])
  }()

  /// A large input, made from its recipe.
  static func expand(_ recipe: [String: Any]) -> [UInt8] {
    func texts(_ pair: Any?) -> [UInt8] {
      guard let pair = pair as? [Any], let text = pair.first as? String, let count = pair.last as? Int else {
        return []
      }
      // Element by element, 32 MiB take a test that is not optimised half a minute.
      return text.utf8.count == 1
        ? Array(repeating: text.utf8.first ?? 0, count: count)
        : Array(String(repeating: text, count: count).utf8)
    }
    var bytes = Array((recipe["prefix"] as? String ?? "").utf8)
    if let pair = recipe["numbered"] as? [Any], let form = pair.first as? String,
      let count = pair.last as? Int
    {
      for number in 0..<count { bytes += Array(form.replacingOccurrences(of: "%d", with: "\(number)").utf8) }
    }
    bytes += texts(recipe["repeat"])
    for pair in recipe["then"] as? [Any] ?? [] { bytes += texts(pair) }
    return bytes + Array((recipe["suffix"] as? String ?? "").utf8)
  }

  static func object(_ path: String) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any]
      ?? [:]
  }
}
