internal import JSONSyntax

/// What a tool costs in a year.
struct YearlyCost {
  let amount: Double
  let currency: String

  /// The cost in a year; nil where the amount or its period is missing.
  init?(_ cost: JSONValue?) {
    guard let cost, let amount = cost["amount"]?.decimal?.double, amount.isFinite,
      let currency = cost["currency"]?.string
    else { return nil }
    let times: Double
    switch cost["per"]?.string {
    case "month": times = 12
    case "quarter": times = 4
    case "year": times = 1
    default: return nil
    }
    self.amount = amount * times
    self.currency = currency
  }
}

extension Double {
  /// The nearest number within a range.
  func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
