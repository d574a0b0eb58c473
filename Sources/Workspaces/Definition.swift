public import JSONSyntax

/// One definition of a snapshot: an object with a kind and an id.
public final class Definition: Sendable {
  /// Its position among the snapshot's `definitions`.
  public let position: Int
  /// The position of its file in the snapshot's `files`.
  public let file: Int
  /// What it says it is, such as `initiative`.
  public let kind: String
  /// Its id, unique among its kind.
  public let id: String
  private let idNode: Int
  /// The object.
  public let root: JSONValue
  private let fields: FieldTable

  init(position: Int, file: Int, kind: String, id: SourceFile.ID, source: SourceFile) {
    self.position = position
    self.file = file
    self.kind = kind
    self.id = id.text
    idNode = id.node
    root = JSONValue(document: source.document, index: 0)
    fields = source.fields
  }

  /// Whether its id is exactly `bytes`.
  func hasID(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    JSONValue(document: root.document, index: idNode).hasContent(bytes)
  }

  /// `kind:id`, the name by which history, findings and references know it.
  public var name: String { "\(kind):\(id)" }

  /// The title, or the id where there is none.
  public var title: String { self["title"]?.string ?? id }

  /// The value of the field named `field`.
  public subscript(_ field: StaticString) -> JSONValue? {
    guard fields.isComplete else { return root[field] }
    return fields.find(field.bytes, in: root.document).map {
      JSONValue(document: root.document, index: $0.node)
    }
  }

  /// The value of the field named `name`.
  public subscript(name name: String) -> JSONValue? {
    guard fields.isComplete else { return root[name: name] }
    var name = name
    return name.withUTF8 { fields.find($0, in: root.document) }.map {
      JSONValue(document: root.document, index: $0.node)
    }
  }

  /// Whether the field named `field` is the string `text`.
  public func has(_ field: StaticString, _ text: StaticString) -> Bool {
    guard fields.isComplete else { return root[field]?.isString(text) ?? false }
    guard let entry = fields.find(field.bytes, in: root.document), entry.isString else { return false }
    return isText(entry, text.bytes)
  }

  /// Whether the field named `field` is one of the strings `texts`.
  public func has(_ field: StaticString, oneOf texts: StaticString...) -> Bool {
    guard fields.isComplete else {
      return root[field].map { value in texts.contains { value.isString($0) } } ?? false
    }
    guard let entry = fields.find(field.bytes, in: root.document), entry.isString else { return false }
    return texts.contains { isText(entry, $0.bytes) }
  }

  /// Whether the string at `entry` is `text`: most that are not differ in their hash.
  private func isText(_ entry: FieldTable.Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    entry.content == ContentHash.of(text)
      && JSONValue(document: root.document, index: entry.node).hasContent(text)
  }

  /// The items of the list named `field`; none where it is missing.
  public func items(_ field: StaticString) -> JSONItems { self[field]?.items ?? JSONItems() }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}

extension JSONValue {
  /// The items of the list named `field` of this object; none where it is missing.
  public func items(_ field: StaticString) -> JSONItems { self[field]?.items ?? JSONItems() }

  /// The string in the field named `field` of this object.
  public func string(_ field: StaticString) -> String? { self[field]?.string }
}
