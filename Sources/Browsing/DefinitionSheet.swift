public import Diagnostics
internal import JSONSyntax
public import Linting
internal import SchemaChecking
public import Workspaces

/// One definition as people read it: fields by their labels, references by what they mean, and who refers to it.
public struct DefinitionSheet: Sendable {
  /// A field with its value.
  public struct Field: Sendable {
    /// What people call it.
    public let label: String
    /// The field's value.
    public let value: Value
  }

  /// A value as people read it.
  public indirect enum Value: Sendable {
    /// A short text.
    case text(String)
    /// Text of as many lines as it needs.
    case prose(String)
    /// Several values; `isLong` where each deserves a line of its own.
    case list([Value], isLong: Bool)
    /// Parts with labels of their own, under the name of the whole where it has one.
    case group(name: String, [Field])
  }

  /// A definition that refers to this one.
  public struct Referrer: Sendable {
    /// The definition.
    public let definition: Definition
    /// The fields that do: their names, and what people call them.
    public let fields: [(name: String, label: String)]
  }

  /// The definition.
  public let definition: Definition
  /// What people call its kind.
  public let kindLabel: String
  /// Where it stands.
  public let place: Place
  /// Its fields, in the order in which they stand, without kind, id and title.
  public let fields: [Field]
  /// Who refers to it, by kind and id.
  public let referrers: [Referrer]
  /// What the linter says of it.
  public let lint: LintResult

  /// The sheet of the definition at `position`; `lint` is the result for the whole snapshot.
  public init(_ position: Int, in snapshot: Snapshot, lint: LintResult) {
    let definition = snapshot.definitions[position]
    let shape = snapshot.library.shape(of: definition.kind)
    let bytes = definition.root.document.bytes
    let map = LineMap(bytes)
    let span = definition.root.span
    self.definition = definition
    kindLabel = shape?.label ?? definition.kind
    place = Place(
      path: snapshot.path(of: definition), span: span, start: map.position(of: span.start, in: bytes),
      end: map.position(of: span.end, in: bytes), definition: definition.name)
    let reader = FieldReader(snapshot, position)
    fields = definition.root.members
      .filter { !["$schema", "kind", "id", "title"].contains($0.name) }
      .map { reader.field($0, shape) }
    referrers = Self.referrers(of: position, in: snapshot)
    var own = lint
    own.findings.removeAll { $0.place.path != snapshot.path(of: definition) }
    own.definitions = 1
    own.waived = 0
    own.heldBack = []
    own.withoutKind = 0
    own.notShown = 0
    self.lint = own
  }

  private static func referrers(of position: Int, in snapshot: Snapshot) -> [Referrer] {
    var fields: [Int: [(name: String, label: String)]] = [:]
    for index in snapshot.referrers(of: position) {
      let reference = snapshot.references[Int(index)]
      let source = snapshot.definitions[Int(reference.source)]
      guard Int(reference.source) != position else { continue }
      guard case .member(let name)? = source.root.document.steps(to: Int(reference.node)).first else {
        continue
      }
      let label = snapshot.library.shape(of: source.kind)?[name]?.label ?? name
      let referring = Int(reference.source)
      guard fields[referring]?.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) != true else {
        continue
      }
      fields[referring, default: []].append((name, label))
    }
    return fields.map { Referrer(definition: snapshot.definitions[$0.key], fields: $0.value) }
      .sorted { snapshot.precedes($0.definition, $1.definition) }
  }
}

extension Snapshot {
  /// Whether a definition comes first: by kind in the library's order, then by id.
  func precedes(_ left: Definition, _ right: Definition) -> Bool {
    (library.slot(of: left.kind) ?? .max, left.id) < (library.slot(of: right.kind) ?? .max, right.id)
  }
}
