internal import Diagnostics
internal import JSONSyntax
public import Patterns

/// How a schema is to be compiled.
public struct SchemaOptions: Sendable {
  /// Whether `format` is checked; otherwise it only informs.
  public var assertsFormats = false
  /// The keywords beside the standard ones that are known; values they stand at are reported as hits.
  public var annotations: [String] = []
  /// Whether keywords that are neither standard nor announced are warned about, unless they start with `x-`.
  public var warnsOfUnknownKeywords = false
  /// What regular expressions may cost.
  public var patternLimits = PatternLimits()
  /// How many parts a schema may have.
  public var subschemaLimit = 50_000

  /// Creates the default options.
  public init() {}
}

extension SchemaSet {
  /// Compiles the schema that a URI names, with all that it refers to.
  ///
  /// The result has no schema where a problem makes it unusable; problems that are warnings do not.
  public func compile(
    _ uri: String, options: SchemaOptions = SchemaOptions()
  ) -> (schema: CompiledSchema?, problems: [SchemaProblem]) {
    var compiler = SchemaCompiler(self, options)
    return compiler.compile(uri)
  }
}

/// Compiles schemas one after another from a list of what is still to do, never by recursion.
struct SchemaCompiler {
  let set: SchemaSet
  let options: SchemaOptions
  let annotationHashes: [UInt32: String]
  var tables = ProgramTables()
  var problems: [SchemaProblem] = []
  var resolved: [Reference: SchemaSet.Target] = [:]
  private var known: [SchemaLocation: Int32] = [:]
  private var pending: [(index: Int32, resource: Int)] = []
  private var vocabularies: [Int: Vocabulary] = [:]
  private var patternsBySource: [[UInt8]: Int32] = [:]
  private var dynamicNames: [[UInt8]] = []
  private var usedResources: Set<Int> = []

  init(_ set: SchemaSet, _ options: SchemaOptions) {
    self.set = set
    self.options = options
    annotationHashes = Dictionary(
      options.annotations.map { (ContentHash.of($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func compile(_ uri: String) -> (schema: CompiledSchema?, problems: [SchemaProblem]) {
    var entry: Int32 = -1
    if let target = try? set.resolve(uri.utf8, from: SchemaURI(uri.utf8)) {
      entry = schema(at: target.location, resource: target.resource)
      work()
    } else if let document = set.documents.first, let root = document.root {
      problems.append(SchemaProblem(kind: .unknownDocument(uri), documentURI: "", value: root))
    }
    let used = Set(tables.subschemas.map { set.documentURIs[Int($0.document)] })
    problems = set.problems.filter { used.contains($0.documentURI) } + problems
    guard entry >= 0, !problems.contains(where: { !$0.isWarning }) else { return (nil, problems) }
    tables.resourceCount = set.resources.count
    finishDynamicTargets()
    guard finishAcceptedKinds() else { return (nil, problems) }
    return (CompiledSchema(tables, documents: set.documents, entry: entry), problems)
  }

  /// Compiles what is pending, then the dynamic anchors that this brought into reach, until nothing is left.
  private mutating func work() {
    var connected = 0
    while true {
      while let (index, resource) = pending.popLast() { fill(index, resource: resource) }
      let size = tables.subschemas.count
      for resource in usedResources {
        for name in dynamicNames {
          guard let node = set.resources[resource].dynamicAnchors[name] else { continue }
          let document = set.resources[resource].root.document
          _ = schema(at: SchemaLocation(document: document, node: node), resource: resource)
        }
      }
      guard tables.subschemas.count > size || connected == 0 else { return }
      connected += 1
    }
  }

  // MARK: Subschemas

  /// The index of the schema at a location, which is compiled later if it is new.
  mutating func schema(at location: SchemaLocation, resource: Int) -> Int32 {
    if let index = known[location] { return index }
    let index = Int32(clamping: tables.subschemas.count)
    known[location] = index
    let owner = set.owners[location.document][location.node] ?? resource
    var record = SubschemaRecord()
    record.resource = Int32(clamping: owner)
    record.document = Int32(clamping: location.document)
    record.node = Int32(clamping: location.node)
    tables.subschemas.append(record)
    guard tables.subschemas.count <= options.subschemaLimit else {
      if tables.subschemas.count == options.subschemaLimit + 1 { report(.tooLarge, value(record)) }
      return index
    }
    usedResources.insert(owner)
    pending.append((index, owner))
    return index
  }

  /// The index of the schema that is a keyword's value, or -1 where that is no schema.
  mutating func child(_ value: JSONValue, of keyword: Keyword, in context: Context) -> Int32 {
    guard SchemaSet.isSchema(value) else {
      report(.badKeyword(keyword.name, takes: "a schema: an object, true or false"), value, context)
      return -1
    }
    return schema(
      at: SchemaLocation(document: context.document, node: value.index), resource: context.resource)
  }

  func value(_ record: SubschemaRecord) -> JSONValue {
    JSONValue(document: set.documents[Int(record.document)], index: Int(record.node))
  }

  /// What is known while one schema is compiled.
  struct Context {
    let document: Int
    let resource: Int
    let draft: SchemaDraft
    let vocabulary: Vocabulary
    let value: JSONValue
  }

  private mutating func fill(_ index: Int32, resource: Int) {
    let position = Int(index)
    var record = tables.subschemas[position]
    let value = value(record)
    if let truth = value.bool {
      record.flags = truth ? .isTrue : .isFalse
      tables.subschemas[position] = record
      return
    }
    let context = Context(
      document: Int(record.document), resource: resource, draft: set.resources[resource].draft,
      vocabulary: vocabulary(of: resource), value: value)
    var parts = SchemaParts(of: value.document)
    for member in value.members {
      if let keyword = Keyword.of(member.key) {
        guard context.vocabulary.contains(keyword.vocabulary) else { continue }
        parts.insert(keyword, member.value)
      } else if let name = annotationHashes[member.key.node.payload], member.key.string == name {
        record.flags.insert(.isAnnotated)
        tables.traits.insert(.hasAnnotations)
      } else if options.warnsOfUnknownKeywords {
        warn(of: member.key, context)
      }
    }
    if context.draft == .draft7, parts[.ref] != nil { parts.keep(only: .ref) }
    let start = record.flags
    compileReferences(parts, &record, context)
    compileScalars(parts, &record, context)
    compileObject(parts, &record, context)
    compileArray(parts, &record, context)
    compileLogic(parts, &record, context)
    let hasRules =
      record.object >= 0 || record.array >= 0 || record.string >= 0 || record.number >= 0 || record.logic >= 0
      || record.equality >= 0 || record.types != .all
    if start.isEmpty, !hasRules {
      if record.reference < 0 { record.flags.insert(.isTrue) } else { record.flags.insert(.isAlias) }
    }
    tables.subschemas[position] = record
  }

  /// Notes a dynamic reference's name, and returns its index.
  mutating func dynamicName(_ name: [UInt8]) -> Int32 {
    tables.traits.insert(.hasDynamicScope)
    if let index = dynamicNames.firstIndex(of: name) { return Int32(clamping: index) }
    dynamicNames.append(name)
    return Int32(clamping: dynamicNames.count - 1)
  }

  private mutating func finishDynamicTargets() {
    let count = set.resources.count
    tables.dynamicTargets = Array(repeating: -1, count: dynamicNames.count * count)
    for (position, name) in dynamicNames.enumerated() {
      for (resource, record) in set.resources.enumerated() {
        guard let node = record.dynamicAnchors[name] else { continue }
        let location = SchemaLocation(document: record.root.document, node: node)
        tables.dynamicTargets[position * count + resource] = known[location] ?? -1
      }
    }
  }

  /// The index of a regular expression; -1 where it cannot be used.
  mutating func pattern(_ value: JSONValue, _ context: Context) -> Int32 {
    guard let source = value.content.map({ Array($0) }) else { return -1 }
    if let index = patternsBySource[source] { return index }
    do throws(PatternError) {
      tables.patterns.append(try Pattern(ecma: source, limits: options.patternLimits))
    } catch {
      report(.badPattern(String(decoding: source, as: UTF8.self), error), value, context)
      return -1
    }
    let index = Int32(clamping: tables.patterns.count - 1)
    patternsBySource[source] = index
    return index
  }

  // MARK: Problems

  mutating func report(_ kind: SchemaProblem.Kind, _ value: JSONValue, _ context: Context) {
    problems.append(
      SchemaProblem(kind: kind, documentURI: set.documentURIs[context.document], value: value))
  }

  private mutating func report(_ kind: SchemaProblem.Kind, _ value: JSONValue) {
    problems.append(SchemaProblem(kind: kind, documentURI: "", value: value))
  }

  private mutating func warn(of key: JSONValue, _ context: Context) {
    guard let name = key.string, !name.utf8.starts(with: "x-".utf8) else { return }
    let names = Keyword.allCases.map(\.name) + options.annotations
    report(.unknownKeyword(name, candidates: NearestNames.candidates(for: name, among: names)), key, context)
  }

  // MARK: Vocabularies

  /// The vocabularies of a resource: those of its metaschema where that was given, else the standard ones.
  private mutating func vocabulary(of resource: Int) -> Vocabulary {
    if let known = vocabularies[resource] { return known }
    var result = Vocabulary.standard
    if options.assertsFormats { result.insert(.formatAssertion) }
    let metaschema = set.resources[resource].metaschema
    if !metaschema.isEmpty, let target = set.byURI[SchemaURI(metaschema).withoutFragment] {
      let root = set.resources[target].root
      let value = JSONValue(document: set.documents[root.document], index: root.node)
      if let listed = value["$vocabulary"], listed.kind == .object {
        result = named(by: listed, in: resource)
        if options.assertsFormats { result.insert(.formatAssertion) }
      }
    }
    vocabularies[resource] = result
    return result
  }

  private mutating func named(by listed: JSONValue, in resource: Int) -> Vocabulary {
    var result: Vocabulary = .core
    for member in listed.members {
      let name = member.name
      switch name.utf8.split(separator: SchemaURI.slash).last.map({ String(decoding: $0, as: UTF8.self) }) {
      case "core": result.insert(.core)
      case "applicator": result.insert(.applicator)
      case "unevaluated": result.insert(.unevaluated)
      case "validation": result.insert(.validation)
      case "format-assertion": result.insert(.formatAssertion)
      case "meta-data", "format-annotation", "content", "format": break
      default:
        guard member.value.bool == true else { continue }
        let document = set.resources[resource].root.document
        problems.append(
          SchemaProblem(
            kind: .unknownVocabulary(name), documentURI: set.documentURIs[document], value: member.key))
      }
    }
    return result
  }
}

/// The standard keywords of one schema.
struct SchemaParts {
  private let document: JSONDocument
  /// The nodes of the keywords' values, by keyword; 0 where there is none, since that is the root.
  private var nodes = [Int32](repeating: 0, count: Keyword.allCases.count)

  init(of document: JSONDocument) {
    self.document = document
  }

  /// Drops all keywords but one, as where a reference's siblings are ignored.
  mutating func keep(only keyword: Keyword) {
    let node = nodes[Int(keyword.rawValue)]
    for index in nodes.indices { nodes[index] = 0 }
    nodes[Int(keyword.rawValue)] = node
  }

  mutating func insert(_ keyword: Keyword, _ value: JSONValue) {
    nodes[Int(keyword.rawValue)] = Int32(clamping: value.index)
  }

  subscript(_ keyword: Keyword) -> JSONValue? {
    let node = nodes[Int(keyword.rawValue)]
    return node > 0 ? JSONValue(document: document, index: Int(node)) : nil
  }
}
