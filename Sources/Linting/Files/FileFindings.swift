internal import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// What files say against themselves, before any rule looks at them together.
enum FileFindings {
  /// The findings of every file of the tree.
  static func of(_ snapshot: Snapshot) -> [PendingFinding] {
    var findings: [PendingFinding] = []
    for (position, file) in snapshot.files.enumerated() { add(file.source, position, snapshot, &findings) }
    return findings
  }

  private static func add(
    _ source: SourceFile, _ file: Int, _ snapshot: Snapshot, _ findings: inout [PendingFinding]
  ) {
    for fault in source.document.faults {
      var notes: [RuleNote] = []
      if let related = fault.related {
        notes = [RuleNote(RuleMessage.related(fault.problem), file: file, span: related, node: -1)]
      }
      findings.append(
        PendingFinding(
          rule: JSONRules.rule(of: fault.problem), file: file, span: fault.span,
          node: fault.problem.breaksSyntax ? -1 : source.document.node(at: fault.span.start) ?? -1,
          message: .syntax(fault.problem, inOrder: source.content == .order), notes: notes))
    }
    switch source.content {
    case .nothing where source.document.isComplete:
      if let root = source.document.root, root.kind != .object {
        let isConfiguration = snapshot.files[file].path == Configuration.path
        findings.append(
          at(root, file, JSONRules.notAnObject, isConfiguration ? .notASetting : .notAnObject))
      }
    case .unknownKind:
      if let kind = source.document.root?["kind"] {
        findings.append(at(kind, file, FileRules.unknownKind, .unknownKind(kind, snapshot.library.kindNames)))
      }
    case .noKind(let key?):
      let value = JSONValue(document: source.document, index: key)
      findings.append(at(value, file, FileRules.misspeltKind, .misspeltKind(value)))
    default: break
    }
    for fault in source.faults { findings.append(finding(fault, file)) }
    for fault in source.textFaults {
      if case .secret = fault.problem {} else if isInUnknownProperty(fault.node, source) { continue }
      let value = JSONValue(document: source.document, index: fault.node)
      findings.append(at(value, file, TextRules.rule(of: fault.problem), .text(fault.problem)))
    }
  }

  /// Whether a node is the value of a property that the schema does not know, which has its finding already.
  private static func isInUnknownProperty(_ node: Int, _ source: SourceFile) -> Bool {
    source.faults.contains { fault in
      guard case .unknownProperty = fault.fault else { return false }
      let value = JSONValue(document: source.document, index: fault.value.index + 1)
      return node > fault.value.index && node < value.endIndex
    }
  }

  static func finding(_ fault: SchemaFinding, _ file: Int) -> PendingFinding {
    let words = fault.words
    var notes: [RuleNote] = []
    if case .notUnique(let first) = fault.fault {
      let value = JSONValue(document: fault.value.document, index: first)
      notes = [RuleNote("it stands here first", file: file, span: value.span, node: first)]
    }
    let span = fault.span
    var discriminator = ""
    if case .missingProperty(let name, _) = fault.fault { discriminator = name }
    return PendingFinding(
      rule: SchemaRules.rule(named: words.rule), file: file,
      span: ByteSpan(start: span.lowerBound, end: span.upperBound), node: fault.value.index,
      message: RuleMessage(
        words.message, help: words.help, candidates: words.candidates, discriminator: discriminator),
      notes: notes)
  }

  private static func at(
    _ value: JSONValue, _ file: Int, _ rule: RuleMetadata, _ message: RuleMessage
  ) -> PendingFinding {
    PendingFinding(rule: rule, file: file, span: value.span, node: value.index, message: message)
  }

  /// The findings about files that could not be read, and about the repository's own schemas.
  static func ofProblems(_ snapshot: Snapshot) -> [Finding] {
    let files = snapshot.problems.map { problem in
      let (rule, message) = FileRules.rule(of: problem.reason)
      return Finding(
        rule: rule.name, severity: rule.severity, place: Place(path: problem.path), message: message,
        help: rule.remedy)
    }
    let schemas = snapshot.library.problems.map { problem in
      let rule = FileRules.rule(named: problem.rule)
      var place = Place(path: problem.path)
      if let value = problem.value {
        let map = LineMap(value.document.bytes)
        place = Place(
          path: problem.path, span: value.span,
          start: map.position(of: value.span.start, in: value.document.bytes),
          end: map.position(of: value.span.end, in: value.document.bytes),
          pointer: value.document.pointer(to: value.index))
      }
      return Finding(
        rule: rule.name, severity: rule.severity, place: place, message: problem.message, help: rule.remedy)
    }
    return files + schemas + BaselineRules.findings(of: snapshot)
  }
}

extension RuleNote {
  init(_ text: String, file: Int, span: ByteSpan, node: Int) {
    self.text = text
    self.file = file
    self.span = span
    self.node = node
  }
}

extension RuleMessage {
  fileprivate static let notAnObject = Self(
    "a definition is one object in braces, not a list or a single value")

  fileprivate static let notASetting = Self(
    "the configuration is one object in braces, not a list or a single value",
    help: "Write it as { \"version\": 1 } with your settings, or delete the file.")

  fileprivate static func unknownKind(_ kind: JSONValue, _ names: [String]) -> Self {
    guard let name = kind.string, kind.kind == .string else { return Self("the kind has to be a text") }
    return Self(
      "no kind is named '\(name)'", help: "The kinds are \(names.joined(separator: ", ")).",
      candidates: NearestNames.candidates(for: name, among: names))
  }

  fileprivate static func misspeltKind(_ key: JSONValue) -> Self {
    Self("the file has no \"kind\", but '\(key.string ?? "")' looks like it", candidates: ["kind"])
  }
}
