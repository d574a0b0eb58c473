import Foundation
import TestSupport
import Testing

/// Hostile titles and texts in reports and briefs: shown as they are, and never acting.
@Suite(.needsConformance) struct HostileReportTests {
  /// The definitions of the set that are read, with the field that is hostile.
  private static func definitions() -> [(name: String, field: String, object: [String: Any])] {
    let carrier = HostileSet.carrier
    return HostileSet.cases("definition").filter { $0.expected == .accept && $0.oracles.contains("html") }
      .compactMap { item in
        guard let object = try? HostileSet.object(item.path),
          let field = object.keys.sorted().first(where: { key in
            key != "id" && object[key] as? String != nil && object[key] as? String != carrier[key] as? String
          })
        else { return nil }
        return (item.name, field, object)
      }
  }

  /// A history in which each of them slips; `text` takes the place of what is hostile.
  fileprivate static func repository(_ text: String?) throws -> ScratchRepository {
    let repository = try ScratchRepository()
    func files(target: String) throws -> [String: String] {
      var files = ["growth.json": Sample.growth]
      for (number, definition) in definitions().enumerated() {
        var object = definition.object
        object["id"] = "hostile-\(number)"
        object["status"] = "committed"
        object["target"] = target
        if let text { object[definition.field] = text }
        let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
        files["hostile-\(number).json"] = String(decoding: data, as: UTF8.self)
      }
      return files
    }
    try repository.commit("Plan", files(target: "2026-03-31"))
    try repository.commit("Slip", files(target: "2026-04-30"))
    return repository
  }

  @Test(arguments: [["report", "--from", "HEAD~1"], ["brief", "--team", "growth", "--from", "HEAD~1"]])
  func htmlHasNoElementOfAStranger(_ arguments: [String]) throws {
    try #require(Self.definitions().count > 10)
    let arguments = arguments + ["--format", "html", "--as-of", "2026-04-01"]
    let (hostile, harmless) = (try Self.repository(nil), try Self.repository("x"))
    defer { withExtendedLifetime((hostile, harmless)) {} }
    let run = try Tool.run(arguments, in: hostile.path)
    let control = try Tool.run(arguments, in: harmless.path)
    #expect(run.status == 0 && control.status == 0, "\(run.summary)")
    let (page, tame) = (HTMLScan(run.text), HTMLScan(control.text))
    #expect(page.elements == tame.elements, "\(HTMLScan.difference(page.elements, tame.elements))")
    #expect(page.isBalanced && page.addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") })
    #expect(Oracles.terminal(run.output).isEmpty)
    for definition in Self.definitions() where definition.field == "title" {
      guard let title = definition.object["title"] as? String, title.unicodeScalars.count <= 80 else {
        continue
      }
      let isPlain = title.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !$0.properties.isDefaultIgnorableCodePoint
      }
      guard isPlain else { continue }
      #expect(page.texts.contains { $0.contains(title) }, "\(definition.name): \(title)")
    }
    #expect(try Tool.run(arguments, in: hostile.path).output == run.output, "two runs differ")
  }

  @Test(arguments: [["report", "--from", "HEAD~1"], ["brief", "--team", "growth", "--from", "HEAD~1"]])
  func markdownHasNoMarkupOfAStranger(_ arguments: [String]) throws {
    let hostile = try Self.repository(nil)
    defer { withExtendedLifetime(hostile) {} }
    let run = try Tool.run(arguments + ["--as-of", "2026-04-01"], in: hostile.path)
    #expect(run.status == 0, "\(run.summary)")
    #expect(Oracles.markdown(run.output).isEmpty, "\(Oracles.markdown(run.output))")
    #expect(Oracles.terminal(run.output).isEmpty && Oracles.runner(run.output, annotations: 0).isEmpty)
  }
}

/// Hostile texts in the list of what landed.
extension HostileReportTests {
  @Test(arguments: ["human", "json", "markdown"]) func theListObeysNobody(_ format: String) throws {
    let hostile = try Self.repository(nil)
    defer { withExtendedLifetime(hostile) {} }
    let run = try Tool.run(["log", "--format", format], in: hostile.path)
    #expect(run.status == 0 && run.output.count > 1_000, "\(run.summary)")
    #expect(Oracles.terminal(run.output).isEmpty && Oracles.runner(run.output, annotations: 0).isEmpty)
    if format == "markdown" {
      #expect(Oracles.markdown(run.output).isEmpty, "\(Oracles.markdown(run.output))")
    }
    #expect(
      try Tool.run(["log", "--format", format], in: hostile.path).output == run.output, "two runs differ")
  }
}

/// What an HTML page is made of.
struct HTMLScan {
  /// How often there is an element with these attributes.
  private(set) var elements: [String: Int] = [:]
  /// The texts, as they are read.
  private(set) var texts: [String] = []
  /// Where links lead.
  private(set) var addresses: [String] = []
  /// Whether every element that is opened is closed, in order.
  private(set) var isBalanced = true

  private static let voids: Set<String> = ["meta", "br"]

  init(_ page: String) {
    let scalars = Array(page.unicodeScalars)
    var open: [String] = []
    var index = 0
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      guard scalars[index] == "<" else {
        text.append(scalars[index])
        index += 1
        continue
      }
      if !text.isEmpty { texts.append(Self.decoded(String(text))) }
      text = .init()
      var quoted = false
      var tag = String.UnicodeScalarView()
      index += 1
      while index < scalars.count, quoted || scalars[index] != ">" {
        if scalars[index] == "\"" { quoted.toggle() }
        tag.append(scalars[index])
        index += 1
      }
      index += 1
      take(String(tag), &open)
    }
    isBalanced = isBalanced && open.isEmpty
  }

  private mutating func take(_ tag: String, _ open: inout [String]) {
    if tag.hasPrefix("!") { return }
    if tag.hasPrefix("/") {
      isBalanced = isBalanced && open.popLast() == String(tag.dropFirst())
      return
    }
    let name = String(tag.prefix { $0 != " " && $0 != "/" })
    var attributes: [String] = []
    for match in tag.matches(of: /([a-zA-Z:-]+)="([^"]*)"/) {
      attributes.append(String(match.1))
      if match.1 == "href" || match.1 == "src" { addresses.append(String(match.2)) }
    }
    elements["\(name) \(attributes.sorted().joined(separator: " "))", default: 0] += 1
    if !tag.hasSuffix("/"), !Self.voids.contains(name) { open.append(name) }
  }

  /// Works by code points: a combining mark after an entity belongs to no character of it.
  private static func decoded(_ text: String) -> String {
    var text = text
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacingOccurrences(of: entity, with: sign, options: .literal)
    }
    return text
  }

  static func difference(_ left: [String: Int], _ right: [String: Int]) -> [String] {
    Set(left.keys).union(right.keys).sorted().filter { left[$0] != right[$0] }
      .map { "\($0): \(left[$0] ?? 0) and \(right[$0] ?? 0)" }
  }
}
