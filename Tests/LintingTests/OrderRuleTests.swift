import CivilDates
import Diagnostics
import JSONSyntax
import Linting
import Testing
import Workspaces

/// What is told of the committed order of the schedule.
@Suite struct OrderRuleTests {
  private static let definitions = [
    #"{"kind": "team", "id": "web", "title": "Web", "members": [{"id": "ana", "role": "engineer"}]}"#,
    #"{"kind": "team", "id": "data", "title": "Data", "members": [{"id": "ben", "role": "engineer"}]}"#,
    #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "web",
      "formerly": ["basket"], "work": [{"team": "web", "effort": 2}, {"team": "data", "effort": 2}]}
    """#,
    #"""
    {"kind": "initiative", "id": "search", "title": "Search", "status": "launched", "team": "web",
      "work": [{"team": "web", "effort": 2}]}
    """#,
    #"{"kind": "initiative", "id": "chat", "title": "Chat", "status": "paused", "team": "web"}"#,
    #"{"kind": "initiative", "id": "stickers", "title": "Stickers", "status": "cancelled", "team": "web"}"#,
  ]

  /// A configuration that turns the whole area off.
  private static let off = #"{"version": 1, "lint": {"rules": {"order": "off"}}}"#

  /// The findings of an order.
  private func findings(_ order: String, configuration: String? = nil) async -> [Finding] {
    let reader = SourceReader(library: .builtIn)
    var files = Self.definitions.enumerated().map { index, text in
      let path = RepositoryPath("\(index).json")
      return Snapshot.File(path: path, source: reader.read(Array(text.utf8), name: path.name))
    }
    files.append(Snapshot.File(path: OrderFile.path, source: reader.readOrder(Array(order.utf8))))
    let settings = configuration.map { Configuration(JSONDocument.parse(Array($0.utf8))) } ?? Configuration()
    let snapshot = Snapshot(files: files, configuration: settings, library: .builtIn)
    let result = await Linter.run(snapshot, asOf: Day("2026-01-15") ?? .first)
    return result.findings.filter { $0.place.path == OrderFile.path }
  }

  private func pointedAt(_ finding: Finding, in order: String) -> String {
    String(decoding: Array(order.utf8)[finding.place.span.start..<finding.place.span.end], as: UTF8.self)
  }

  @Test(arguments: [
    #"{"version": 1, "order": ["checkout", "search", "chat"]}"#,
    #"{"version": 1, "order": ["checkout/data", "search/web", "search/gone", "chat/web", "checkout"]}"#,
    #"{"version": 1, "order": []}"#,
  ]) func aSoundOrderIsSilent(_ order: String) async {
    #expect(await findings(order) == [])
  }

  @Test(arguments: [
    (#"{"order": []}"#, "does not say its \"version\""), (#"{"version": 2, "order": []}"#, "of version 2"),
    (#"{"version": "1", "order": []}"#, "of version \"1\""), (#"{"version": 1}"#, "there is no \"order\""),
    (#"{"version": 1, "order": {"a": 1}}"#, "has to be a list"), (#"["checkout"]"#, "one object in braces"),
    (#"{"version": 1, "order": ["checkout", 7, null]}"#, "an entry is a text"),
  ]) func anOrderOfAnotherFormIsAnError(_ order: String, _ words: String) async {
    let found = await findings(order, configuration: Self.off)
    #expect(!found.isEmpty)
    for finding in found {
      #expect(finding.rule == "order/malformed" && finding.severity == .error)
      #expect(finding.message.contains(words), "\(finding.message)")
    }
  }

  /// `prodops fmt` leaves the file alone, and so it is not what to run.
  @Test func aByteOrderMarkIsTakenOutByHand() async {
    let found = await findings("\u{FEFF}" + #"{"version": 1, "order": ["checkout"]}"#)
    #expect(found.map(\.rule) == ["json/byte-order-mark"])
    #expect(
      found.allSatisfy { $0.help == "Save the file as UTF-8 without a byte order mark in your editor." })
  }

  @Test func whatHoldsNoDefinitionTakesNoWaivers() {
    let waivable = RuleCatalog.all.filter(\.takesWaivers)
    #expect(!waivable.contains { ["order", "baseline", "config", "kind"].contains($0.area) })
    #expect(waivable.contains { $0.area == "initiative" })
  }

  @Test func syntaxIsToldOnce() async {
    let found = await findings(#"{"version": 1, "order": ["nothing", "nothing""#)
    #expect(!found.isEmpty && found.allSatisfy { $0.rule == "json/syntax" }, "\(found.map(\.rule))")
    let twice = await findings(#"{"version": 1, "order": [], "order": ["nothing"]}"#)
    #expect(twice.map(\.rule) == ["json/duplicate-key"])
  }

  @Test(
    arguments: [
      ("chekout", ["checkout"], "no initiative is named 'chekout'"),
      ("chekout/data", ["checkout/data"], "no initiative is named 'chekout'"),
      ("basket", ["checkout"], "is called 'checkout' now"),
      ("stickers", [], "was cancelled"), ("stickers/web", [], "was cancelled"),
      ("checkout/dta", ["checkout/data"], "'dta' has no share in the work of 'checkout'"),
      ("checkout/sales", [], "'sales' has no share in the work of 'checkout'"),
      ("", [], "no initiative is named ''"), ("initiative:checkout", [], "no initiative is named"),
    ] as [(String, [String], String)])
  func anEntryThatNothingGoesBy(_ entry: String, _ candidates: [String], _ words: String) async {
    let order = "{\"version\": 1, \"order\": [\"search\",\n  \"\(entry)\"]}"
    let found = await findings(order)
    #expect(found.map(\.rule) == ["order/unknown-initiative"] && found.map(\.severity) == [.warning])
    for finding in found {
      #expect(finding.candidates == candidates && finding.message.contains(words), "\(finding)")
      #expect(pointedAt(finding, in: order) == "\"\(entry)\"" && finding.place.start.line == 2)
    }
    #expect(await findings(order, configuration: Self.off) == [])
  }

  /// A finding about an entry stays the same one where others come to stand before it.
  @Test func anEntryIsNamedByItself() async {
    let before = await findings(#"{"version": 1, "order": ["gone", "checkout", "checkout"]}"#)
    let after = await findings(#"{"version": 1, "order": ["chat", "checkout", "gone", "checkout"]}"#)
    #expect(before.map(\.rule) == ["order/unknown-initiative", "order/duplicate-entry"])
    #expect(before.map(\.place.pointer) == ["/order/gone", "/order/checkout"])
    #expect(before.map(\.identity) == after.map(\.identity))
    #expect(before.last?.notes.count == 1)
  }
}
