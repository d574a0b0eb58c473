internal import Diffing
internal import JSONSyntax

/// What a tool costs in a year.
struct YearlyCost {
  let amount: Double
  let currency: String

  /// The cost in a year by what the tool's definition says; nil where the amount or its period is missing.
  init?(_ tool: JSONValue?) {
    guard let cost = tool?["cost"], let amount = cost["amount"]?.decimal?.double, amount.isFinite,
      let currency = cost["currency"]?.string
    else { return nil }
    let times: Double
    switch cost["per"]?.string {
    case "month": times = 12
    case "quarter": times = 4
    case "year": times = 1
    default: return nil
    }
    self.init(amount: amount * times, currency: currency)
  }

  private init?(amount: Double, currency: String) {
    guard amount.isFinite, amount >= 0 else { return nil }
    self.amount = amount
    self.currency = currency
  }

  /// The costs before and after a change; nil where they cannot be compared.
  ///
  /// Where the price stayed the same and is one for each seat, what is paid grows with the seats.
  static func pair(_ context: ChangeContext) -> (old: YearlyCost, new: YearlyCost)? {
    let (before, after) = (context.before?.root, context.after?.root)
    guard let old = YearlyCost(before), let new = YearlyCost(after), old.currency == new.currency else {
      return nil
    }
    func isBySeat(_ tool: JSONValue?) -> Bool { tool?["cost"]?["model"]?.string == "seat" }
    guard old.amount == new.amount, isBySeat(before), isBySeat(after),
      let had = before?["seats"]?["purchased"]?.decimal?.double,
      let has = after?["seats"]?["purchased"]?.decimal?.double,
      let all = YearlyCost(amount: old.amount * had, currency: old.currency),
      let now = YearlyCost(amount: new.amount * has, currency: new.currency)
    else { return (old, new) }
    return (all, now)
  }

  /// The cost by those who really use the tool; nil where nobody does.
  func perActiveSeat(_ tool: JSONValue) -> YearlyCost? {
    guard let active = tool["seats"]?["active"]?.decimal?.double, active > 0 else { return nil }
    return YearlyCost(amount: amount / active, currency: currency)
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
