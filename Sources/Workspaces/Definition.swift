public import JSONSyntax

/// One definition of a snapshot: an object with a kind and an id.
public struct Definition: Sendable {
  /// The position of its file in the snapshot's `files`.
  public let file: Int
  /// What it says it is, such as `initiative`.
  public let kind: String
  /// Its id, unique among its kind.
  public let id: String
  /// The object.
  public let root: JSONValue
  /// Where its fields stand in `table`.
  let fields: Range<Int32>
  let table: FieldTable
  /// Whether every key is one that the schema knows, so that equal hashes are equal keys.
  let hasKnownKeys: Bool

  /// `kind:id`, the name by which history, findings and references know it.
  public var name: String { "\(kind):\(id)" }

  /// The title, or the id where there is none.
  public var title: String { root["title"]?.string ?? id }

  /// The value of the field named `field`.
  public subscript(_ field: StaticString) -> JSONValue? { root[field] }

  /// Whether the field named `field` is the string `text`.
  public func has(_ field: StaticString, _ text: StaticString) -> Bool {
    root[field]?.isString(text) ?? false
  }

  /// Whether the field named `field` is one of the strings `texts`.
  public func has(_ field: StaticString, oneOf texts: StaticString...) -> Bool {
    guard let value = root[field] else { return false }
    return texts.contains { value.isString($0) }
  }

  /// The items of the list named `field`; none where it is missing.
  public func items(_ field: StaticString) -> JSONItems { (root[field] ?? root.document.nothing).items }
}

extension JSONValue {
  /// The items of the list named `field` of this object; none where it is missing.
  public func items(_ field: StaticString) -> JSONItems { (self[field] ?? document.nothing).items }

  /// The string in the field named `field` of this object.
  public func string(_ field: StaticString) -> String? { self[field]?.string }
}

extension JSONDocument {
  /// A value without items or members: the last node of a tape is a scalar, or an empty list.
  fileprivate var nothing: JSONValue { JSONValue(document: .empty, index: 0) }

  private static let empty = JSONDocument.parse(Array("null".utf8))
}
