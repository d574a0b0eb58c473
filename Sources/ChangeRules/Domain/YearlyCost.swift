internal import JSONSyntax

/// What a tool costs in a year.
struct YearlyCost {
  let amount: Double
  let currency: String

  /// The cost in a year, all seats together; nil where the amount, its period or the number of seats is missing.
  init?(_ tool: JSONValue?) {
    guard let tool, let cost = tool["cost"], let amount = cost["amount"]?.decimal?.double, amount.isFinite,
      let currency = cost["currency"]?.string
    else { return nil }
    let times: Double
    switch cost["per"]?.string {
    case "month": times = 12
    case "quarter": times = 4
    case "year": times = 1
    default: return nil
    }
    var seats = 1.0
    if cost["model"]?.string == "seat" {
      seats = tool["seats"]?["purchased"]?.decimal?.double ?? 1
    }
    self.init(amount: amount * times * seats, currency: currency)
  }

  private init?(amount: Double, currency: String) {
    guard amount.isFinite, amount >= 0 else { return nil }
    self.amount = amount
    self.currency = currency
  }

  /// The cost in a year by those who really use the tool; nil where nobody does.
  static func perActiveSeat(_ tool: JSONValue) -> YearlyCost? {
    guard let all = YearlyCost(tool), let active = tool["seats"]?["active"]?.decimal?.double, active > 0
    else {
      return nil
    }
    return YearlyCost(amount: all.amount / active, currency: all.currency)
  }

  /// How much more `other` is, in percent; nil where this is nothing.
  func percent(to other: YearlyCost) -> Double? {
    guard amount > 0 else { return nil }
    return (other.amount / amount - 1) * 100
  }

  /// `12 %`.
  static func words(_ percent: Double) -> String { "\(Int(percent.rounded().clamped(to: 0...1e6))) %" }
}

extension Double {
  /// The nearest number within a range.
  func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
