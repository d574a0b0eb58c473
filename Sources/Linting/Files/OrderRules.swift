internal import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// The rules about the committed order of the schedule.
enum OrderRules {
  static let malformed = RuleMetadata(
    "order/malformed", .error, summary: "A committed order, or an entry of it, that cannot be used.",
    why: "The schedule goes by ranks and target dates instead, so that dates move which were agreed on.",
    remedy:
      "Take the file as another commit has it; or delete it, and write it anew with 'prodops schedule --write-lock'.",
    isWaivable: false)

  static let unknown = RuleMetadata(
    "order/unknown-initiative", .warning,
    summary: "An entry of the committed order that no initiative goes by, or no share of one.",
    why: "It keeps no place: whatever was meant by it is placed by its rank, and may come later than agreed.",
    remedy: "Correct the entry, or run 'prodops schedule --write-lock', which leaves it out.")

  static let duplicate = RuleMetadata(
    "order/duplicate-entry", .warning, summary: "One entry twice in the committed order.",
    why: "Only the first one counts: whoever moves the other one changes no date.",
    remedy: "Keep the one that stands where it should, and delete the other.")

  static let all = [malformed, unknown, duplicate]

  /// What the tree's committed order has wrong, apart from faults of syntax.
  static func findings(_ context: LintContext) -> [PendingFinding] {
    let files = context.snapshot.files
    guard let file = files.firstIndex(where: { $0.source.content == .order }) else { return [] }
    let order = OrderFile(files[file].source.document)
    var findings: [PendingFinding] = []
    func add(_ rule: RuleMetadata, _ message: RuleMessage, at value: JSONValue, notes: [RuleNote] = []) {
      findings.append(
        PendingFinding(
          rule: rule, file: file, span: value.span, node: value.index, message: message, notes: notes))
    }
    for problem in order.problems {
      if let (message, value) = RuleMessage.malformed(problem) { add(malformed, message, at: value) }
    }
    var names = KnownNames(context.snapshot)
    // Keyed by bytes: texts would be normalised, which strangers can make slow.
    var first: [[UInt8]: JSONValue] = [:]
    for entry in order.entries {
      let bytes = Array(entry.content ?? [])
      if let known = first[bytes] {
        let note = RuleNote("it stands here first", file: file, span: known.span, node: known.index)
        add(duplicate, .twice(entry), at: entry, notes: [note])
      } else {
        first[bytes] = entry
        if let message = unknown(entry.string ?? "", context, &names) { add(unknown, message, at: entry) }
      }
    }
    return findings
  }

  /// What an entry names in vain; nil where something goes by it, or did until it was finished.
  private static func unknown(
    _ entry: String, _ context: LintContext, _ names: inout KnownNames
  ) -> RuleMessage? {
    let snapshot = context.snapshot
    if let initiative = snapshot.definition(kind: "initiative", id: entry) {
      return initiative.has("status", "cancelled") ? .cancelled(initiative) : nil
    }
    let parts = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let id = parts.first ?? ""
    let team = parts.count == 2 ? parts[1] : nil
    guard let initiative = snapshot.definition(kind: "initiative", id: id) else {
      return .noInitiative(id, team.map { "/" + $0 } ?? "", &names)
    }
    if initiative.has("status", "cancelled") { return .cancelled(initiative) }
    // Of what is finished or paused, or does not say its work, an entry waits for better times.
    let teams = initiative.items("work").compactMap { $0.string("team") }
    guard let team, !teams.isEmpty, !teams.contains(team), context.lifecycles.isLive(initiative),
      !context.lifecycles.isPaused(initiative)
    else { return nil }
    return .noShare(team, of: initiative, teams)
  }
}

extension RuleMessage {
  private static let consequence = "so that the schedule goes by ranks and target dates instead"

  /// What keeps the order from being used, and where; nil for faults of syntax, which have rules of their own.
  fileprivate static func malformed(_ problem: OrderFile.Problem) -> (message: Self, value: JSONValue)? {
    switch problem {
    case .syntax: nil
    case .notAnObject(let root):
      (Self("the order is one object in braces, not a list or a single value, \(consequence)"), root)
    case .noVersion(let root):
      (
        Self(
          "the order does not say its \"version\", \(consequence)",
          help: "Write \"version\": \(OrderFile.version) into it, if it was written by hand.",
          discriminator: "version"), root
      )
    case .otherVersion(let version):
      (
        Self(
          "the order is of version \(shown(String(decoding: version.text, as: UTF8.self))), and only version "
            + "\(OrderFile.version) can be read, \(consequence)",
          help: "Use a newer prodops, or delete the file and run 'prodops schedule --write-lock'."), version
      )
    case .noOrder(let root):
      (Self("there is no \"order\" in the file, \(consequence)", discriminator: "order"), root)
    case .notAList(let value): (Self("\"order\" has to be a list of ids, \(consequence)"), value)
    case .badEntry(let value):
      (
        Self(
          "an entry is a text, so that this one keeps no place",
          help: "Write the id of an initiative, or id/team for one team's share of it, or take the entry out."
        ),
        value
      )
    }
  }

  fileprivate static func twice(_ entry: JSONValue) -> Self {
    Self("'\(shown(entry.string ?? ""))' stands in the order twice; only the first one counts")
  }

  fileprivate static func cancelled(_ initiative: Definition) -> Self {
    Self("'\(shown(initiative.id))' was cancelled, so that its place in the order is nobody's")
  }

  fileprivate static func noInitiative(_ id: String, _ share: String, _ names: inout KnownNames) -> Self {
    if let now = names.successor(of: id, kind: "initiative") {
      return Self(
        "the initiative '\(shown(id))' is called '\(now)' now, and this entry holds its place only as long as "
          + "\"formerly\" says so",
        help: "Write the new id.", candidates: [now + share])
    }
    return Self(
      "no initiative is named '\(shown(id))', so that this entry keeps no place",
      candidates: names.nearest(to: id, kind: "initiative").map { $0 + share })
  }

  fileprivate static func noShare(_ team: String, of initiative: Definition, _ teams: [String]) -> Self {
    let near = NearestNames.candidates(for: team, among: teams)
    return Self(
      "'\(shown(team))' has no share in the work of '\(shown(initiative.id))', so that this entry keeps no place",
      help: near.isEmpty
        ? "Its work is shared by \(Wording.list(teams.map(shown))): name one of them, or run 'prodops schedule "
          + "--write-lock', which leaves the entry out."
        : "", candidates: near.map { "\(initiative.id)/\($0)" })
  }

  private static func shown(_ name: String) -> String { VisibleText.beginning(of: name, atMost: 100) }
}
