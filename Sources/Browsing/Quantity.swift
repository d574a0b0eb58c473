internal import JSONSyntax

/// Numbers with their units.
enum Quantity {
  /// The number as it stands, with the unit that its schema names.
  static func words(_ value: JSONValue, unit: String?) -> String {
    let number = String(decoding: value.text, as: UTF8.self)
    switch unit {
    case "percent-share"?: return value.decimal.map { "\(percent($0)) %" } ?? number
    case "person-weeks"?: return number == "1" ? "1 person-week" : "\(number) person-weeks"
    case "working-days"?: return number == "1" ? "1 working day" : "\(number) working days"
    case "units-per-day"?: return "\(number) a day"
    default: return number
    }
  }

  private static func percent(_ share: ExactDecimal) -> String {
    ExactDecimal(isNegative: share.isNegative, digits: share.digits, exponent: share.exponent + 2).description
  }
}
