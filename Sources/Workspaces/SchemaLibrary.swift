public import Diagnostics
public import JSONSyntax
internal import SchemaCatalog
public import SchemaChecking

/// The kinds that a repository knows, with their schemas: the built-in ones and its own.
public struct SchemaLibrary: Sendable {
  /// A field's role, with the kinds that it refers to as positions in the library.
  public final class Role: Sendable {
    /// What the annotations say.
    public let field: FieldRole
    /// The positions of the kinds referred to.
    public let slots: [Int]

    init(field: FieldRole, slots: [Int]) {
      self.field = field
      self.slots = slots
    }
  }

  /// A fault of a schema that the repository brings along.
  public struct Problem: Sendable {
    /// The schema's file.
    public let path: RepositoryPath
    /// The faulty value, nil where the file itself cannot be used.
    public let value: JSONValue?
    /// The rule that tells it.
    public let rule: String
    /// What is wrong.
    public let message: String
  }

  private struct Kind: Sendable {
    let name: String
    let nameBytes: [UInt8]
    let schema: CompiledSchema
    var custom: CompiledSchema?
    var roles: [Role] = []
  }

  private var kinds: [Kind] = []
  private var slots: [String: Int] = [:]
  private var ownSlots: Set<Int> = []
  /// What is wrong with the repository's own schemas.
  public private(set) var problems: [Problem] = []

  /// The library without anything of a repository's own.
  public static let builtIn = SchemaLibrary(configuration: Configuration()) { _ in nil }

  /// The schema of `prodops.json`.
  public static let configurationSchema: CompiledSchema? = Self.compile("prodops", SchemaCatalog.set).schema

  /// The kinds that `configuration` knows; `read` gives the text of a file of the repository.
  public init(configuration: Configuration, read: (RepositoryPath) -> [UInt8]?) {
    for name in SchemaCatalog.kinds {
      if let schema = Self.compile(name, SchemaCatalog.set).schema { add(name, schema) }
    }
    for (kind, path) in configuration.kinds {
      guard let schema = compileOwn(path, read) else { continue }
      add(kind, schema)
      if let slot = slots[kind] { ownSlots.insert(slot) }
    }
    for (kind, path) in configuration.customSchemas {
      guard let slot = slots[kind], let schema = compileOwn(path, read) else { continue }
      kinds[slot].custom = schema
    }
    for slot in kinds.indices { kinds[slot].roles = roles(of: kinds[slot].schema) }
  }

  private mutating func add(_ name: String, _ schema: CompiledSchema) {
    if let slot = slots[name] {
      kinds[slot] = Kind(name: name, nameBytes: Array(name.utf8), schema: schema)
    } else {
      slots[name] = kinds.count
      kinds.append(Kind(name: name, nameBytes: Array(name.utf8), schema: schema))
    }
  }

  private static func options() -> SchemaOptions {
    var options = SchemaOptions()
    options.assertsFormats = true
    options.annotations = FieldRole.keywords
    return options
  }

  private static func compile(
    _ name: String, _ set: SchemaSet
  ) -> (schema: CompiledSchema?, problems: [SchemaProblem]) {
    set.compile(SchemaCatalog.uri(of: name), options: options())
  }

  /// Compiles a schema of the repository's own; what is wrong with it is told, and nothing is fetched.
  private mutating func compileOwn(_ path: RepositoryPath, _ read: (RepositoryPath) -> [UInt8]?)
    -> CompiledSchema?
  {
    guard let bytes = read(path) else {
      problems.append(
        Problem(
          path: Configuration.path, value: nil, rule: "config/schema-missing",
          message: "the schema '\(path.text)' that prodops.json names cannot be read"))
      return nil
    }
    let document = JSONDocument.parse(bytes, dialect: JSONDialect(fileName: path.bytes))
    guard document.isComplete, document.root != nil else {
      problems.append(
        Problem(
          path: path, value: nil, rule: "config/schema-invalid", message: "the schema is no readable JSON"))
      return nil
    }
    let uri = "https://prodops.example/repository/" + path.text
    var set = SchemaCatalog.set
    set.add(document, at: uri)
    var options = Self.options()
    options.warnsOfUnknownKeywords = true
    let (schema, found) = set.compile(uri, options: options)
    for problem in found where problem.documentURI == uri {
      problems.append(
        Problem(
          path: path, value: problem.value, rule: SchemaProblemWords.rule(of: problem),
          message: SchemaProblemWords.message(of: problem)))
    }
    return schema
  }

  private func roles(of schema: CompiledSchema) -> [Role] {
    (0..<schema.subschemaCount).map { index in
      let field = FieldRole(schema.value(ofSubschema: index))
      return Role(field: field, slots: field.kinds.compactMap { slots[$0] })
    }
  }

  // MARK: Looking up

  /// How many kinds there are.
  public var count: Int { kinds.count }
  /// The names of all kinds, built-in ones first.
  public var kindNames: [String] { kinds.map(\.name) }
  /// The position of a kind.
  public func slot(of kind: String) -> Int? {
    // Hashing a text normalises it, which takes minutes for a flood of combining marks.
    kind.utf8.count <= 64 ? slots[kind] : nil
  }
  /// Whether the kind at a position is described by the tool's own schema.
  func isBuiltIn(_ slot: Int) -> Bool { !ownSlots.contains(slot) }
  /// The name of the kind at a position.
  public func kindName(_ slot: Int) -> String { kinds[slot].name }
  /// Whether the kind at a position has this name.
  public func isKind(_ slot: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    kinds[slot].nameBytes.elementsEqual(name)
  }
  /// The schema of the kind at a position.
  public func schema(_ slot: Int) -> CompiledSchema { kinds[slot].schema }
  /// The schema of the kind's `custom` objects, where the repository names one.
  public func customSchema(_ slot: Int) -> CompiledSchema? { kinds[slot].custom }
  /// The roles of the kind's subschemas, by their index.
  public func roles(_ slot: Int) -> [Role] { kinds[slot].roles }
  /// The shape of a kind.
  public func shape(of kind: String) -> Shape? { slots[kind].map { kinds[$0].schema.shape } }
}

extension SchemaLibrary {
  /// The library of a configuration: the built-in one where the repository adds nothing.
  public static func of(_ configuration: Configuration, read: (RepositoryPath) -> [UInt8]?) -> SchemaLibrary {
    configuration.kinds.isEmpty && configuration.customSchemas.isEmpty
      ? builtIn : SchemaLibrary(configuration: configuration, read: read)
  }
}
