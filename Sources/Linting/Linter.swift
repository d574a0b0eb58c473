public import CivilDates
internal import Diagnostics
internal import JSONSyntax
internal import Synchronization
public import Workspaces

/// Runs the rules over a snapshot.
public enum Linter {
  /// Every finding of `snapshot` as of a day, on as many tasks as `width`, at most `findingsPerFile` of one file.
  ///
  /// What the configuration's baseline holds back is told apart.
  public static func run(
    _ snapshot: Snapshot, asOf: Day, rules: [any Rule.Type] = RuleCatalog.rules, width: Int = 2,
    findingsPerFile: Int = Limits().findingsPerFile
  ) async -> LintResult {
    async let waivers = Waivers(snapshot, asOf: asOf)
    let context = await LintContext(snapshot, asOf: asOf)
    let enabled = rules.filter { isOn($0.metadata, snapshot.configuration) }
    let queue = RuleQueue(enabled)
    let pending = await withTaskGroup(of: [PendingFinding].self) { group in
      for task in 0..<max(width, 1) {
        group.addTask {
          var found: [PendingFinding] = []
          while let rule = queue.next(fromFront: task.isMultiple(of: 2)) {
            var reporter = Reporter(rule.metadata)
            rule.check(context, &reporter)
            found += reporter.findings
          }
          return found
        }
      }
      var all = FileFindings.of(snapshot) + OrderRules.findings(context)
      for await found in group { all += found }
      return all
    }
    var verdict = await Verdict(snapshot, waivers, asOf: asOf, findingsPerFile: findingsPerFile)
    return verdict.pass(pending)
  }

  /// Whether a rule that is off by default has been turned on, or one that is on has not been turned off everywhere.
  private static func isOn(_ rule: RuleMetadata, _ configuration: Configuration) -> Bool {
    let settings = configuration.rules.filter { $0.selector == rule.name || $0.selector == rule.area }
    if settings.contains(where: { if case .on = $0.level { true } else { false } }) { return true }
    guard rule.isOnByDefault else { return false }
    let everywhere = settings.last { $0.paths.isEmpty && $0.kinds.isEmpty && $0.level != nil }
    return everywhere?.level != .off || !rule.isWaivable
  }
}

/// The rules that are still to run, taken from both ends: so two tasks seldom look at the same kind at once, and
/// neither waits for the other.
private final class RuleQueue: Sendable {
  private let rules: Mutex<ArraySlice<any Rule.Type>>

  init(_ rules: [any Rule.Type]) { self.rules = Mutex(rules[...]) }

  func next(fromFront isFront: Bool) -> (any Rule.Type)? {
    rules.withLock { isFront ? $0.popFirst() : $0.popLast() }
  }
}

/// Turns what rules found into findings: configuration sets severities, waivers silence, places get their lines.
struct Verdict {
  private let snapshot: Snapshot
  private let asOf: Day
  private let findingsPerFile: Int
  private var waivers: Waivers
  private let hasSettings: Bool

  init(_ snapshot: Snapshot, _ waivers: Waivers, asOf: Day, findingsPerFile: Int) {
    self.snapshot = snapshot
    self.asOf = asOf
    self.findingsPerFile = findingsPerFile
    self.waivers = waivers
    hasSettings = !snapshot.configuration.rules.isEmpty
  }

  mutating func pass(_ pending: [PendingFinding]) -> LintResult {
    var waived = 0
    var notShown = 0
    var perFile: [Int: Int] = [:]
    var baseline = HeldBack(snapshot)
    // What a baseline holds back makes room for others, so that all are looked at where there is one.
    let limit = baseline.isNeeded ? .max : findingsPerFile
    var kept: [(finding: PendingFinding, severity: Severity)] = []
    let ordered = pending.sorted { left, right in
      if left.file != right.file { return left.file < right.file }
      if left.span.start != right.span.start { return left.span.start < right.span.start }
      if left.rule.name != right.rule.name { return left.rule.name < right.rule.name }
      return left.message.text.utf8.lexicographicallyPrecedes(right.message.text.utf8)
    }
    func keep(_ finding: PendingFinding, _ severity: Severity) {
      let count = perFile[finding.file, default: 0] + 1
      perFile[finding.file] = count
      if count > limit, finding.file >= 0 {
        notShown += 1
      } else {
        kept.append((finding, severity))
      }
    }
    let explained = Self.explained(ordered)
    for finding in ordered {
      guard let severity = severity(of: finding),
        !explained.contains(Self.place(finding)) || !Self.isConsequence(finding)
      else { continue }
      if finding.rule.isWaivable, waivers.silence(finding) {
        waived += 1
      } else {
        keep(finding, severity)
      }
    }
    for finding in waivers.findings() {
      if let severity = severity(of: finding) { keep(finding, severity) }
    }
    notShown += snapshot.files.reduce(0) { $0 + $1.source.untoldFaults }
    var places = PlaceFinder(snapshot)
    let secrets = SecretKeeper(snapshot)
    var findings: [Finding] = []
    findings.reserveCapacity(kept.count)
    for item in kept {
      let finding = Finding(
        rule: item.finding.rule.name, severity: item.severity,
        place: places.place(file: item.finding.file, span: item.finding.span, node: item.finding.node),
        message: item.finding.message.text,
        help: item.finding.message.help.isEmpty ? item.finding.rule.remedy : item.finding.message.help,
        candidates: item.finding.message.candidates,
        notes: item.finding.notes.map { note in
          Note(note.text, at: places.place(file: note.file, span: note.span, node: note.node))
        },
        fixes: item.finding.fixes, discriminator: item.finding.message.discriminator)
      let told = secrets.keep(
        finding, file: item.finding.file, node: item.finding.node, rule: item.finding.rule)
      if !baseline.holds(told, of: item.finding.rule) { findings.append(told) }
    }
    if baseline.isNeeded {
      findings += baseline.stale { severity(of: $0, path: $1, kind: "") }
      notShown += cut(&findings)
    }
    findings += FileFindings.ofProblems(snapshot)
    findings.sort(by: Finding.precedes)
    var result = LintResult(snapshot, asOf: asOf, findings: findings, waived: waived, notShown: notShown)
    result.heldBack = baseline.held
    return result
  }

  /// Takes out what exceeds the limit of each file, and counts it.
  private func cut(_ findings: inout [Finding]) -> Int {
    var perFile: [RepositoryPath: Int] = [:]
    let before = findings.count
    findings.removeAll { finding in
      perFile[finding.place.path, default: 0] += 1
      return perFile[finding.place.path, default: 0] > findingsPerFile
    }
    return before - findings.count
  }

  /// The places where a placeholder stands: that it has not the right form either goes without saying.
  private static func explained(_ findings: [PendingFinding]) -> Set<SIMD2<Int>> {
    Set(findings.lazy.filter { $0.rule.name == Placeholder.metadata.name }.map(place))
  }

  private static func place(_ finding: PendingFinding) -> SIMD2<Int> { SIMD2(finding.file, finding.node) }

  private static func isConsequence(_ finding: PendingFinding) -> Bool {
    finding.rule.name == "schema/malformed-text" || finding.rule.name == "person/unknown"
  }

  /// The severity that configuration gives a finding; nil where it is turned off.
  private func severity(of finding: PendingFinding) -> Severity? {
    guard hasSettings, finding.file >= 0 else { return finding.rule.severity }
    let file = snapshot.files[finding.file]
    return severity(
      of: finding.rule, path: file.path, kind: file.source.document.root?["kind"]?.string ?? "")
  }

  private func severity(of rule: RuleMetadata, path: RepositoryPath, kind: String) -> Severity? {
    var level: RuleSetting.Level = rule.isOnByDefault ? .on(rule.severity) : .off
    for setting in snapshot.configuration.rules where setting.applies(to: rule.name, path: path, kind: kind) {
      if let wanted = setting.level { level = wanted }
    }
    switch level {
    case .off: return rule.isWaivable ? nil : rule.severity
    case .on(let severity): return rule.isWaivable ? severity : max(severity, rule.severity)
    }
  }
}

/// Gives findings their lines, columns and pointers, looking at each file once.
struct PlaceFinder {
  private let snapshot: Snapshot
  private var maps: [Int: LineMap] = [:]

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  mutating func place(file: Int, span: ByteSpan, node: Int) -> Place {
    let entry = snapshot.files[file]
    let bytes = entry.source.document.bytes
    let map = maps[file] ?? LineMap(bytes)
    maps[file] = map
    return Place(
      path: entry.path, span: span, start: map.position(of: span.start, in: bytes),
      end: map.position(of: span.end, in: bytes),
      pointer: node >= 0 ? snapshot.pointer(to: node, in: entry.source) : "",
      definition: snapshot.definitionName(of: entry.source))
  }
}
