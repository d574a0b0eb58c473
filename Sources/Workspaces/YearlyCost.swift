public import JSONSyntax

/// What a tool costs a year, as far as its definition says: exactly, to be added up.
public struct YearlyCost: Sendable {
  /// The amount.
  public let amount: ExactDecimal
  /// The currency.
  public let currency: String

  /// An amount in a currency.
  public init(amount: ExactDecimal, currency: String) {
    self.amount = amount
    self.currency = currency
  }

  /// The amount times the periods of a year: what is paid in all, for all seats where seats are paid for; nil where
  /// the amount, its currency or its period is missing.
  public init?(_ tool: JSONValue?) {
    guard let cost = tool?["cost"], let amount = cost["amount"]?.decimal,
      let currency = cost["currency"]?.string
    else { return nil }
    let periods: Int
    switch cost["per"]?.string {
    case "month": periods = 12
    case "quarter": periods = 4
    case "year": periods = 1
    default: return nil
    }
    self.init(amount: amount.multiplied(by: periods), currency: currency)
  }
}
