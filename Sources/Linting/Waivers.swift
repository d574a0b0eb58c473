internal import CivilDates
internal import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// The waivers of all definitions, and whether each still silences something.
struct Waivers: Sendable {
  private struct Waiver: Sendable {
    let definition: Definition
    let value: JSONValue
    let rule: String
    let isExpired: Bool
    var isUsed = false
  }

  private var waivers: [Waiver] = []
  private var byFile: [Int: [Int]] = [:]
  private let asOf: Day

  init(_ snapshot: Snapshot, asOf: Day) {
    self.asOf = asOf
    for definition in snapshot.definitions {
      for value in definition.items("waivers") {
        guard let rule = value.string("rule"), value.string("reason") != nil else { continue }
        let until = value["until"]?.content.flatMap(Day.init(iso:))
        byFile[definition.file, default: []].append(waivers.count)
        waivers.append(
          Waiver(
            definition: definition, value: value, rule: rule, isExpired: until.map { $0 < asOf } ?? false))
      }
    }
  }

  /// Whether a waiver of the finding's own definition silences it; waivers name a rule or an area.
  mutating func silence(_ finding: PendingFinding) -> Bool {
    guard let positions = byFile[finding.file] else { return false }
    for position in positions {
      let rule = waivers[position].rule
      guard rule == finding.rule.name || rule == finding.rule.area else { continue }
      waivers[position].isUsed = true
      if !waivers[position].isExpired { return true }
    }
    return false
  }

  /// What the waivers themselves have wrong: expired while they are needed, or needed no more.
  func findings() -> [PendingFinding] {
    waivers.compactMap { waiver in
      if waiver.isExpired, waiver.isUsed {
        return finding(waiver, WaiverRules.expired, .expired(waiver.rule))
      }
      if !waiver.isUsed { return finding(waiver, WaiverRules.unused, .unused(waiver.rule)) }
      return nil
    }
  }

  private func finding(_ waiver: Waiver, _ rule: RuleMetadata, _ message: RuleMessage) -> PendingFinding {
    let value = waiver.value["rule"] ?? waiver.value
    return PendingFinding(
      rule: rule, file: waiver.definition.file, span: value.span, node: value.index, message: message)
  }
}

/// The rules about waivers.
enum WaiverRules {
  static let expired = RuleMetadata(
    "waiver/expired", .error, summary: "A waiver whose end has passed while its finding is still there.",
    why: "A waiver is a promise to mend something by a day; that day is over, so the finding counts again.",
    remedy: "Mend what the waived rule finds, or agree on a new end and say why in the waiver's reason.",
    isWaivable: false)

  static let unused = RuleMetadata(
    "waiver/unused", .info, summary: "A waiver that silences nothing.",
    why: "Waivers that outlive their reason hide the next finding of the same rule.",
    remedy: "Take the waiver out.")

  static let all = [expired, unused]
}

extension RuleMessage {
  fileprivate static func expired(_ rule: String) -> Self {
    Self("the waiver of '\(rule)' has expired", discriminator: rule)
  }

  fileprivate static func unused(_ rule: String) -> Self {
    Self("the waiver of '\(rule)' silences nothing", discriminator: rule)
  }
}
