/// Writes JSON text in canonical form, piece by piece: the one way in which outputs become JSON.
public struct JSONWriter: Sendable {
  /// What has been written.
  public private(set) var bytes: [UInt8] = []
  private var isFirst: [Bool] = []
  /// The brackets that end what has begun.
  private var closers: [UInt8] = []
  private var afterKey = false
  private let isIndented: Bool

  /// Starts an empty text; indented like `JSON.stringify(x, null, 2)`, or without white space.
  public init(indented: Bool = true) { isIndented = indented }

  /// Starts the text of one item that `item` puts into what another writer has begun `levels` times.
  public init(forItemWithin levels: Int) {
    isIndented = true
    isFirst = Array(repeating: true, count: levels)
    afterKey = true
  }

  /// The text, with a final newline.
  public var text: String { String(decoding: bytes, as: UTF8.self) + "\n" }

  /// Writes an object; `body` writes its members.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { container(0x7B, 0x7D, body) }

  /// Writes an array; `body` writes its items.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { container(0x5B, 0x5D, body) }

  /// Writes a member whose value is an object.
  public mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// Writes a member whose value is an array.
  public mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    array(body)
  }

  /// Writes a member whose value is an array of one item for each element.
  public mutating func array<Elements: Sequence>(
    _ key: String, of elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array(key) { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes the key of a member; the value comes next.
  public mutating func key(_ name: String) {
    separate()
    OutputText.appendQuoted(name, to: &bytes)
    bytes += isIndented ? [0x3A, 0x20] : [0x3A]
    afterKey = true
  }

  /// Writes a member with a string.
  public mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  /// Writes a member with a string, or null.
  public mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { raw(Array("null".utf8)) }
  }

  /// Writes a member with an integer.
  public mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    raw(Array(String(value).utf8))
  }

  /// Writes a member with a truth value.
  public mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    raw(Array((value ? "true" : "false").utf8))
  }

  /// Writes a member with a number, or null where there is none.
  public mutating func member(_ key: String, optional value: Int?) {
    if let value { member(key, value) } else { member(key, nil as String?) }
  }

  /// Writes a member with strings.
  public mutating func member(_ key: String, _ values: [String]) {
    array(key, of: values) { $0.string($1) }
  }

  /// Writes a string as an item or a member's value.
  public mutating func string(_ value: String) {
    separate()
    OutputText.appendQuoted(value, to: &bytes)
  }

  /// Writes a value of a document as it stands there.
  public mutating func value(_ value: JSONValue) { raw(Array(value.text)) }

  /// Writes JSON text as an item or a member's value.
  public mutating func raw(_ text: [UInt8]) {
    separate()
    OutputText.append(text, to: &bytes)
  }

  /// Begins an object, or the member `key` with one, that `end` ends: for texts that are too long to be held.
  public mutating func beginObject(_ key: String? = nil) {
    if let key { self.key(key) }
    begin(0x7B, 0x7D)
  }

  /// Begins an array, or the member `key` with one, that `end` ends.
  public mutating func beginArray(_ key: String? = nil) {
    if let key { self.key(key) }
    begin(0x5B, 0x5D)
  }

  /// Ends what was begun last.
  public mutating func end() {
    guard let close = closers.popLast() else { return }
    let wasEmpty = isFirst.removeLast()
    if !wasEmpty { newline() }
    bytes.append(close)
  }

  /// Writes an item that another writer has made.
  public mutating func item(_ text: [UInt8]) {
    separate()
    bytes += text
  }

  /// Takes out what has been written so far.
  public mutating func drain() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let first = isFirst.last else { return }
    if !first { bytes.append(0x2C) }
    isFirst[isFirst.count - 1] = false
    newline()
  }

  private mutating func container(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    begin(open, close)
    body(&self)
    end()
  }

  private mutating func begin(_ open: UInt8, _ close: UInt8) {
    separate()
    bytes.append(open)
    isFirst.append(true)
    closers.append(close)
  }

  private mutating func newline() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes += Array(repeating: 0x20, count: 2 * isFirst.count)
  }
}
