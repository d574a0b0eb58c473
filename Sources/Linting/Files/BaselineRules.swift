public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// The rules about the baseline.
enum BaselineRules {
  static let unreadable = RuleMetadata(
    "config/baseline-unreadable", .error, summary: "A baseline that cannot be used.",
    why: "Nothing is held back without it, so that old findings count like new ones.",
    remedy:
      "Write it anew with 'prodops lint --write-baseline', or take \"baseline\" out of prodops.json.",
    isWaivable: false)

  static let stale = RuleMetadata(
    "baseline/stale", .info, summary: "A finding of the baseline that no longer occurs.",
    why: "Left in, it would hold back the next finding of its rule at the same place.",
    remedy: "Write the baseline anew with 'prodops lint --write-baseline', or take the entry out of it.")

  static let all = [unreadable, stale]

  /// What keeps the tree's baseline from being used.
  static func findings(of snapshot: Snapshot) -> [Finding] {
    guard let baseline = snapshot.baseline else { return [] }
    let map = LineMap(baseline.bytes)
    return baseline.problems.prefix(Limits().findingsPerFile).map { problem in
      Finding(
        rule: unreadable.name, severity: unreadable.severity, place: baseline.place(problem.span, map),
        message: words(problem.reason), help: unreadable.remedy)
    }
  }

  private static func words(_ reason: Baseline.Problem.Reason) -> String {
    switch reason {
    case .missing: "prodops.json names this file as the baseline, and it is not there"
    case .notRead(let reason): "the baseline cannot be used: \(FileRules.rule(of: reason).1)"
    case .syntax: "the baseline cannot be used: it is no JSON from here on, so that it holds nothing back"
    case .otherForm:
      "the file is no baseline: it needs \"version\": \(Baseline.version) and a list of \"findings\""
    case .badEntry: "this entry has no fingerprint of 16 digits, so that it holds nothing back"
    }
  }
}

/// Which findings the baselines of a run hold back, and which entries no finding needs any more.
struct HeldBack {
  private let own: Baseline?
  private var left: [String: Int]
  private var found: [String: Int] = [:]
  /// Whether there is any entry to compare with.
  let isNeeded: Bool
  /// What has been held back.
  private(set) var held: [Finding] = []

  /// The configuration's baseline holds back; the tree's own is looked through for what is stale.
  init(_ snapshot: Snapshot) {
    own = snapshot.baseline
    left = snapshot.configuration.baseline?.counts ?? [:]
    isNeeded = !left.isEmpty || own?.entries.isEmpty == false
  }

  /// Whether a baseline may hold a finding back: not what is wrong with the configuration, nor what no waiver silences.
  static func canHold(_ finding: Finding, of rule: RuleMetadata) -> Bool {
    rule.isWaivable && finding.place.path != Configuration.path
  }

  /// Whether the finding is held back.
  mutating func holds(_ finding: Finding, of rule: RuleMetadata) -> Bool {
    guard isNeeded, Self.canHold(finding, of: rule) else { return false }
    let fingerprint = finding.fingerprint
    found[fingerprint, default: 0] += 1
    guard let count = left[fingerprint], count > 0 else { return false }
    left[fingerprint] = count - 1
    held.append(finding)
    return true
  }

  /// The entries that no finding needs, with the severity that `severity` gives them.
  func stale(severity: (RuleMetadata, RepositoryPath) -> Severity?) -> [Finding] {
    let rule = BaselineRules.stale
    guard let own, let level = severity(rule, own.path) else { return [] }
    let map = LineMap(own.bytes)
    var found = found
    return own.entries.compactMap { entry in
      if let count = found[entry.fingerprint], count > 0 {
        found[entry.fingerprint] = count - 1
        return nil
      }
      return Finding(
        rule: rule.name, severity: level, place: own.place(entry.value.span, map), message: words(entry),
        help: rule.remedy, discriminator: entry.fingerprint)
    }
  }

  /// Names only what this tool may have written.
  private func words(_ entry: Baseline.Entry) -> String {
    let rule = RuleCatalog.metadata(of: entry.rule)?.name
    let path = entry.path.isEmpty || entry.path.utf8.count > 200 ? nil : entry.path
    return "\(rule.map { "'\($0)'" } ?? "the finding")\(path.map { " of '\($0)'" } ?? "") no longer occurs"
  }
}

extension LintResult {
  /// What a baseline written now would hold back, and how many findings it could not.
  public var forBaseline: (findings: [Finding], refused: Int) {
    let all = (findings + heldBack).filter { finding in
      !BaselineRules.all.contains { $0.name == finding.rule }
    }
    let kept = all.filter { finding in
      RuleCatalog.metadata(of: finding.rule).map { HeldBack.canHold(finding, of: $0) } ?? false
    }
    return (kept, all.count - kept.count)
  }
}

extension Baseline {
  fileprivate func place(_ span: ByteSpan?, _ map: LineMap) -> Place {
    guard let span else { return Place(path: path) }
    return Place(
      path: path, span: span, start: map.position(of: span.start, in: bytes),
      end: map.position(of: span.end, in: bytes))
  }
}
