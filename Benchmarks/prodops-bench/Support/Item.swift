/// A JSON value as the corpus writes it: members keep their order, and repeat where a fault wants it.
indirect enum Item: Equatable, Sendable {
  case string(String)
  case number(String)
  case bool(Bool)
  case array([Item])
  case object([Member])

  struct Member: Equatable, Sendable {
    var name: String
    var value: Item

    init(_ name: String, _ value: Item) {
      self.name = name
      self.value = value
    }
  }
}

extension Item: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number("\(value)") }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: Item...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, Item)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension Item {
  static func integer(_ value: Int) -> Item { .number("\(value)") }
  static func strings(_ values: [String]) -> Item { .array(values.map(Item.string)) }

  /// `value` divided by ten to the power of `places`, in its shortest spelling.
  static func decimal(_ value: Int, places: Int) -> Item { .number(decimalText(value, places: places)) }

  static func decimalText(_ value: Int, places: Int) -> String {
    var digits = String(value.magnitude)
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    var text = digits.dropLast(places) + "." + digits.suffix(places)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return (value < 0 ? "-" : "") + text
  }
}
