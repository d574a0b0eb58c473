internal import JSONSyntax

/// One step on the way to a field: a property, or an item of a list.
public struct FieldStep: Hashable, Sendable {
  /// Whether it is an item of a list.
  public let isItem: Bool
  /// The property's name, or the item's key, or its position where it has none.
  public let token: String
  /// What people call it.
  public let label: String
  /// Whether it only holds fields of the repository's own, so that people need not hear of it.
  public let isHolder: Bool

  /// A step with its name for people.
  public init(isItem: Bool, token: String, label: String, isHolder: Bool = false) {
    self.isItem = isItem
    self.token = token
    self.label = label
    self.isHolder = isHolder
  }
}

extension [FieldStep] {
  /// The JSON pointer, items by their key.
  public var pointer: String { reduce(into: "") { $0 += "/" + JSONPointer.escaped($1.token) } }
}

/// What the values of a field are, so that they can be put into words.
public struct FieldMeaning: Hashable, Sendable {
  /// What a value is.
  public enum Sort: Hashable, Sendable {
    case plain
    case prose
    case person
    case reference
    case state
    case money
    case effort
    case date
  }

  /// What a value is.
  public var sort = Sort.plain
  /// What a number counts (`x-unit`), such as `percent-share`.
  public var unit: String?
  /// The kinds that a reference leads to.
  public var kinds: [String] = []

  /// The meaning of a text, a number or an object that no annotation explains.
  public init() {}
}
