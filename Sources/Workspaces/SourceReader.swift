internal import Diagnostics
internal import JSONSyntax
internal import SchemaChecking

/// Reads files into what they say: one for each thread, used again for every file.
public final class SourceReader {
  private let library: SchemaLibrary
  private let limits: Limits
  private let validator = SchemaValidator()
  private var outcome = SchemaOutcome()
  private var scratch = JSONScratch()

  /// Reads files of the kinds in `library`.
  public init(library: SchemaLibrary, limits: Limits = Limits()) {
    self.library = library
    self.limits = limits
  }

  /// Reads one file; `name` decides whether comments are fine.
  public func read(_ bytes: [UInt8], name: some BidirectionalCollection<UInt8>) -> SourceFile {
    let document = JSONDocument.parse(bytes, dialect: JSONDialect(fileName: name), scratch: &scratch)
    guard let root = document.root, root.kind == .object else {
      return SourceFile(document: document, content: .nothing)
    }
    if let flood = TextChecks.flood(in: document, limits: limits) {
      return SourceFile(document: document, content: .nothing, textFaults: [flood])
    }
    guard let kind = root["kind"] else {
      return SourceFile(document: document, content: .noKind(nearMiss: nearMiss(root)))
    }
    guard kind.kind == .string, let name = kind.string, let slot = library.slot(of: name) else {
      return SourceFile(document: document, content: .unknownKind)
    }
    // A text with syntax errors is not checked further: what follows from them would only hide them. What it
    // refers to counts all the same, or others would seem to be of no use.
    guard document.isComplete else {
      validator.validate(document, by: library.schema(slot), into: &outcome)
      let links = fields(of: slot).links
      return SourceFile(document: document, content: .definition(schema: slot), links: links)
    }
    return check(document, root, slot)
  }

  /// Reads the text of `prodops.json`, checked against its own schema.
  public func readConfiguration(_ bytes: [UInt8]) -> SourceFile {
    let document = JSONDocument.parse(bytes)
    guard document.isComplete, document.root?.kind == .object, let schema = SchemaLibrary.configurationSchema
    else {
      return SourceFile(document: document, content: .nothing)
    }
    validator.validate(document, by: schema, into: &outcome)
    return SourceFile(
      document: document, content: .configuration, faults: outcome.isValid ? [] : outcome.findings)
  }

  /// Reads the text of `schedule.lock.json`, which holds no definition.
  public func readOrder(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(document: JSONDocument.parse(bytes), content: .order)
  }

  private func check(_ document: JSONDocument, _ root: JSONValue, _ slot: Int) -> SourceFile {
    validator.validate(document, by: library.schema(slot), into: &outcome)
    let hasKnownKeys = outcome.isValid && library.isBuiltIn(slot)
    let limit = 2 * limits.findingsPerFile
    var faults = outcome.isValid ? [] : outcome.findings(atMost: limit)
    var untold = max(0, outcome.faultCount - limit)
    let (links, several) = fields(of: slot)
    var multiline = several
    if let schema = library.customSchema(slot), let custom = root["custom"] {
      validator.validate(document, node: custom.index, by: schema, into: &outcome)
      faults += outcome.findings(atMost: limit)
      untold += max(0, outcome.faultCount - limit)
    }
    multiline.sort()
    if let custom = root["custom"] {
      // Free text of the repository's own may have line breaks.
      multiline += (custom.index..<custom.endIndex).map { Int32($0) }
      multiline.sort()
    }
    var textFaults = TextChecks.faults(in: document, multiline: multiline, limits: limits)
    // A blank text that its schema refuses has been told of.
    if !faults.isEmpty {
      textFaults.removeAll { fault in
        fault.problem == .blank && faults.contains { $0.value.index == fault.node }
      }
    }
    if textFaults.count > limit {
      untold += textFaults.count - limit
      textFaults = textFaults.filter(\.isSecret) + textFaults.filter { !$0.isSecret }.prefix(limit)
    }
    return SourceFile(
      document: document, content: .definition(schema: slot), faults: faults, textFaults: textFaults,
      untoldFaults: untold, links: links, doubtfulTexts: TextChecks.doubtful(in: document),
      fields: document.faults.isEmpty ? FieldTable(root, hasKnownKeys: hasKnownKeys) : FieldTable())
  }

  /// The values with a role that the last check came upon: links, and texts that may have several lines.
  private func fields(of slot: Int) -> (links: ContiguousArray<Link>, multiline: [Int32]) {
    let roles = library.roles(slot)
    var links: ContiguousArray<Link> = []
    var multiline: [Int32] = []
    links.reserveCapacity(outcome.hits.count)
    for hit in outcome.hits {
      if roles[Int(hit.subschema)].field.isMultiline {
        multiline.append(hit.node)
      } else {
        links.append(Link(node: hit.node, role: hit.subschema))
      }
    }
    return (links, multiline)
  }

  /// The key that may have been meant as `kind`, in an object that has none.
  private func nearMiss(_ root: JSONValue) -> Int? {
    for member in root.members where member.key.node.end - member.key.node.start <= 8 {
      let name = member.name
      guard let value = member.value.string, library.slot(of: value) != nil else { continue }
      if NearestNames.distance(Array(name.lowercased().utf8), Array("kind".utf8), atMost: 2) <= 2 {
        return member.key.index
      }
    }
    return nil
  }
}
