import Foundation
import JSONSyntax
import TestSupport
import Testing

/// Every number of a report can be got again by another command.
@Suite struct ReportNumbersTests {
  /// The example's last quarter, and a year of a public history where it is here.
  private static func periods(_ scratch: Scratch) throws -> [(path: String, from: String, to: String)] {
    var periods = [(try ChangesTests.example(in: scratch), "2025-10-01", "2025-12-31")]
    if let corpora = Corpora.folder {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "clone", "-q", corpora + "/keps.bundle", scratch.path + "/keps"]
      try process.run()
      process.waitUntilExit()
      periods.append((scratch.path + "/keps", "2024-01-01", "2024-12-31"))
    }
    return periods
  }

  private static func json(_ arguments: [String], in path: String) throws -> JSONValue {
    let run = try Tool.run(arguments + ["--format", "json"], in: path)
    try #require(run.status == 0, "\(run.summary)")
    return try #require(JSONDocument.parse(run.output).root)
  }

  private static func texts(_ list: JSONValue?, _ field: String) -> [String] {
    list?.items.compactMap { $0[name: field]?.string } ?? []
  }

  @Test func reportsAddUp() throws {
    let scratch = try Scratch()
    for (path, from, to) in try Self.periods(scratch) {
      let report = try Self.json(["report", "--from", from, "--to", to], in: path)
      let base = try #require(report["period"]?["base"]?.string)
      let head = try #require(report["period"]?["head"]?.string)
      let diff = try Self.json(["diff", "\(base)..\(head)"], in: path)
      let told =
        diff["changes"]?.items.filter { change in
          let rule = change["rule"]?.string ?? ""
          // Dates by the schedule have a table of their own in reports.
          return rule != "definition/moved" && !rule.hasPrefix("schedule/")
            && change["operation"]?.string != "elapse"
        } ?? []
      #expect(report["summary"]?["changes"]?.integer == told.count, "\(path): changes")
      #expect(
        report["summary"]?["definitions"]?.integer == Set(told.compactMap { $0["definition"]?.string }).count)
      try expectSlips(report, told, path)
      try expectDefinitions(report, told, path, base: base, head: head)
      try expectCounts(report, path)
    }
    withExtendedLifetime(scratch) {}
  }

  /// The net changes of a report are what `diff` tells of the same two commits: the same rules, the same classes.
  ///
  /// A report alone knows how often a promise slipped before: a change that says so may be risky where it is notable
  /// without, and nothing else may differ.
  @Test func netChangesAreThoseOfDiff() throws {
    let scratch = try Scratch()
    for (path, from, to) in try Self.periods(scratch) {
      let days = try Self.json(["report", "--from", from, "--to", to], in: path)["period"]
      let (base, head) = (try #require(days?["base"]?.string), try #require(days?["head"]?.string))
      for asOf in [[], ["--as-of", "2026-03-01"]] {
        let report = try Self.json(["report", "--from", base, "--to", head] + asOf, in: path)
        let diff = try Self.json(["diff", "\(base)..\(head)"] + asOf, in: path)
        let (mine, theirs) = (try Self.judgements(report), try Self.judgements(diff))
        #expect(mine.count > 100 && Set(mine.keys) == Set(theirs.keys), "\(path)")
        #expect(!theirs.values.contains { $0.reasons.contains("slipped-before") })
        // How early something was told, the last day of a period does not say.
        #expect(report["changes"]?.items.contains { $0["facts"]?["notice"] != nil } == false)
        for (key, judged) in mine {
          let other = try #require(theirs[key], "\(path): \(key)")
          #expect(judged.reasons.filter { $0 != "slipped-before" } == other.reasons, "\(path): \(key)")
          guard judged.class != other.class else { continue }
          let isRaised = (judged.class, other.class) == ("risky", "notable")
          #expect(isRaised && judged.reasons.contains("slipped-before"), "\(path): \(key)")
        }
      }
    }
    withExtendedLifetime(scratch) {}
  }

  /// What was made of each change, by the change and its rule.
  private static func judgements(
    _ output: JSONValue
  ) throws -> [String: (class: String, reasons: [String])] {
    var judged: [String: (class: String, reasons: [String])] = [:]
    for change in output["changes"]?.items.map(\.self) ?? []
    where change["rule"]?.string?.hasPrefix("schedule/") != true {
      let key = ["definition", "pointer", "fingerprint", "rule"].map { change[name: $0]?.string ?? "" }
        .joined(separator: " ")
      #expect(judged[key] == nil, "\(key) is told twice")
      judged[key] = (change["class"]?.string ?? "", texts(change["reasons"], "code"))
    }
    return judged
  }

  /// The slips are those of the diff, one by one, days included.
  private func expectSlips(_ report: JSONValue, _ told: [JSONValue], _ path: String) throws {
    func key(_ value: JSONValue, _ days: Int?) -> String {
      "\(value["definition"]?.string ?? "") \(value["pointer"]?.string ?? "") \(days ?? 0)"
    }
    // Rules may call a slip by a name of their own: its place and its days are the same.
    let theirs = Set(told.map { key($0, $0["facts"]?["days"]?.integer) })
    for (list, rule) in [("slips", "promise/slipped"), ("pulledIn", "promise/pulled-in")] {
      let mine = Set(report[name: list]?.items.map { key($0, $0["days"]?.integer) } ?? [])
      #expect(!mine.isEmpty && mine.isSubset(of: theirs), "\(path): \(list)")
      let named = told.filter { $0["rule"]?.string == rule }.map { key($0, $0["facts"]?["days"]?.integer) }
      #expect(mine.isSuperset(of: named), "\(path): \(list)")
    }
    // Every change is in one list, or told once for many.
    let lists = [
      "slips", "pulledIn", "matters", "finished", "ended", "reopened", "paused", "advanced", "partsFinished",
      "promised", "dropped", "added", "removed", "renamed", "others",
    ]
    var found = lists.flatMap { Self.texts(report[name: $0], "fingerprint") }
    found += report["folds"]?.items.flatMap { $0["fingerprints"]?.items.compactMap(\.string) ?? [] } ?? []
    var places: [String: String] = [:]
    for change in report["changes"]?.items.map(\.self) ?? [] {
      places[change["fingerprint"]?.string ?? ""] = key(change, 0)
    }
    let wanted = Set(told.map { key($0, 0) })
    let handed = report["handovers"]?.items.reduce(0) { $0 + ($1["definitions"]?.count ?? 0) } ?? 0
    let missing = wanted.subtracting(found.compactMap { places[$0] })
    #expect(
      missing.count <= handed, "\(path): \(missing.count) changes are in no list, and \(handed) changed hands"
    )
  }

  /// What is new and gone is what the two lists of definitions differ by.
  private func expectDefinitions(
    _ report: JSONValue, _ told: [JSONValue], _ path: String, base: String, head: String
  ) throws {
    func names(_ commit: String) throws -> Set<String> {
      let list = try Self.json(["list", "--rev", commit], in: path)
      return Set(
        list["definitions"]?.items.compactMap { "\($0["kind"]?.string ?? ""):\($0["id"]?.string ?? "")" }
          ?? [])
    }
    let (before, after) = (try names(base), try names(head))
    try #require(!before.isEmpty && !after.isEmpty)
    let renamed = Set(Self.texts(report["renamed"], "definition"))
    let added = Set(Self.texts(report["added"], "definition"))
    #expect(added == after.subtracting(before).subtracting(renamed), "\(path): new")
    let removed = Set(Self.texts(report["removed"], "definition"))
    let previous = Set(told.compactMap { $0["facts"]?["previous"]?.string })
    #expect(removed == before.subtracting(after).subtracting(previous), "\(path): gone")
  }

  /// What the pictures count is what the ledger holds: the numbers of each promise add up.
  private func expectCounts(_ report: JSONValue, _ path: String) throws {
    for trend in report["trends"]?.items.map(\.self) ?? [] {
      let points = trend["points"]?.items.compactMap { $0["promised"]?.string } ?? []
      let rises = zip(points, points.dropFirst()).count { $0 < $1 }
      #expect((trend["slips"]?.integer ?? 0) <= rises, "\(path): a slip is a later date")
      let move = report["slips"]?.items.first {
        $0["definition"]?.string == trend["definition"]?.string
          && $0["pointer"]?.string == trend["pointer"]?.string
      }
      #expect(move?["slipsEver"]?.integer == trend["slips"]?.integer)
    }
    let counted = report["slipCounts"]?.items.reduce(0) { $0 + ($1["slips"]?.integer ?? 0) } ?? 0
    let net = report["slips"]?.items.reduce(0) { $0 + ($1["slipsInPeriod"]?.integer ?? 0) } ?? 0
    #expect(counted >= net && net > 0, "\(path): slips by month")
    let sums = try Self.yearlySums(path)
    for money in report["tools"]?["yearlyCost"]?.items.map(\.self) ?? [] {
      #expect(money["after"]?.decimal?.double == sums[money["currency"]?.string ?? ""], "\(path): cost")
    }
  }

  /// What the tools in use cost a year by currency, from the files.
  private static func yearlySums(_ path: String) throws -> [String: Double] {
    var sums: [String: Double] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/tools")) ?? []
    for name in names {
      guard let tool = JSONDocument.parse(try contents(ofFile: "\(path)/tools/\(name)")).root,
        ["trial", "adopted", "on-hold", "deprecated"].contains(tool["status"]?.string ?? ""),
        let cost = tool["cost"], let currency = cost["currency"]?.string
      else { continue }
      let times = ["month": 12, "quarter": 4, "year": 1][cost["per"]?.string ?? ""] ?? 1
      sums[currency, default: 0] += (cost["amount"]?.decimal?.double ?? 0) * Double(times)
    }
    return sums
  }
}
