internal import Diagnostics
internal import JSONSyntax
public import SchemaChecking

/// What another definition has to do with one that came or went in the same step.
public struct Kin: Sendable {
  /// How the two belong together.
  public enum Relation: Sendable {
    /// The one that came declares the id of the other in `formerly`.
    case renamed
    /// The one that came refers to the other, whose place it takes.
    case replaced
    /// One went and one came that look like the same thing.
    case suspected(RenameEvidence)
  }

  /// The other definition: before the step where it went, after it where it came.
  public let other: DefinitionVersion
  /// How the two belong together.
  public let relation: Relation

  /// Another definition and its relation.
  public init(_ other: DefinitionVersion, _ relation: Relation) {
    self.other = other
    self.relation = relation
  }
}

/// What went and what came in one step, and what of it belongs together.
public struct Kinship: Sendable {
  /// One that went with one that came.
  private struct Bond: Sendable {
    let before: DefinitionVersion
    let after: DefinitionVersion
    let relation: Kin.Relation
  }

  private var bonds: [Bond] = []

  /// Finds out what belongs together: declared renames first, then replacements, then what only looks like it.
  public init(
    went: [DefinitionVersion], came: [DefinitionVersion], shape: (_ kind: String) -> Shape?
  ) {
    let places = Dictionary(went.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<Int> = []
    var rest: [DefinitionVersion] = []
    func bind(_ after: DefinitionVersion, _ relation: Kin.Relation, to names: [String]) -> Bool {
      let place = names.lazy.compactMap { places[$0] }.first {
        !taken.contains($0) && went[$0].kind == after.kind
      }
      guard let place else { return false }
      taken.insert(place)
      bonds.append(Bond(before: went[place], after: after, relation: relation))
      return true
    }
    for after in came where !bind(after, .renamed, to: after.formerIDs.map { "\(after.kind):\($0)" }) {
      rest.append(after)
    }
    guard taken.count < went.count else { return }
    rest.removeAll { bind($0, .replaced, to: Self.references(in: $0.root, shape($0.kind))) }
    let left = went.indices.filter { !taken.contains($0) }.map { went[$0] }
    for pair in RenameSearch.pairs(removed: left, added: rest) {
      bonds.append(Bond(before: pair.before, after: pair.after, relation: .suspected(pair.evidence)))
    }
  }

  /// Where the definition `name`, which came, comes from.
  public func origin(of name: String) -> Kin? {
    bonds.first { $0.after.name == name }.map { Kin($0.before, $0.relation) }
  }

  /// What became of the definition `name`, which went.
  public func heir(of name: String) -> Kin? {
    bonds.first { $0.before.name == name }.map { Kin($0.after, $0.relation) }
  }

  /// The definitions, as `kind:id`, that the references in a value can mean, in the order of the document.
  private static func references(in value: JSONValue, _ shape: Shape?) -> [String] {
    guard let shape else { return [] }
    switch value.kind {
    case .object: return value.members.flatMap { references(in: $0.value, shape[key: $0.key]) }
    case .array: return value.items.flatMap { references(in: $0, shape.items) }
    default:
      guard !shape.referredKinds.isEmpty, let text = value.string else { return [] }
      return shape.referredKinds.count > 1 ? [text] : shape.referredKinds.map { "\($0):\(text)" }
    }
  }
}
