internal import JSONSyntax

/// Numbers with their units.
enum Quantity {
  /// The number as it stands, with the unit that its schema names.
  static func words(_ value: JSONValue, unit: String?) -> String {
    let number = String(decoding: value.text, as: UTF8.self)
    switch unit {
    case "percent-share"?: return value.decimal.map { "\(percent($0)) %" } ?? number
    case "person-weeks"?, "people"?, "days"?, "seats"?: return "\(number) \(noun(unit, number))"
    case "working-days"?: return "\(number) working \(number == "1" ? "day" : "days")"
    case "units-per-day"?: return "\(number) a day"
    default: return number
    }
  }

  private static func noun(_ unit: String?, _ number: String) -> String {
    guard number == "1", let unit else { return unit ?? "" }
    return unit == "people" ? "person" : String(unit.dropLast())
  }

  private static func percent(_ share: ExactDecimal) -> String {
    ExactDecimal(isNegative: share.isNegative, digits: share.digits, exponent: share.exponent + 2).description
  }
}
