internal import Diffing
internal import JSONSyntax
internal import Workspaces

/// What a tool cost a year before a change and costs after it, in one currency: rough numbers, to be compared.
struct CostMove {
  let old: Double
  let new: Double

  /// The costs before and after; nil where they cannot be compared.
  ///
  /// Where the price stayed the same and is one for each seat, what is paid grows with the seats.
  init?(_ context: ChangeContext) {
    let (before, after) = (context.before?.root, context.after?.root)
    guard let old = YearlyCost(before), let new = YearlyCost(after), old.currency == new.currency else {
      return nil
    }
    func isBySeat(_ tool: JSONValue?) -> Bool { tool?["cost"]?["model"]?.string == "seat" }
    func seats(_ tool: JSONValue?) -> Double? { tool?["seats"]?["purchased"]?.decimal?.double }
    if old.amount == new.amount, isBySeat(before), isBySeat(after), let had = seats(before),
      let has = seats(after),
      let all = CostMove(from: old.amount.double * had, to: new.amount.double * has)
    {
      self = all
    } else {
      self.init(from: old.amount.double, to: new.amount.double)
    }
  }

  private init?(from old: Double, to new: Double) {
    guard old.isFinite, new.isFinite, old >= 0, new >= 0 else { return nil }
    self.old = old
    self.new = new
  }

  /// The costs by those who really use the tool; nil where nobody does.
  func perActiveSeat(before: JSONValue, after: JSONValue) -> CostMove? {
    guard let had = before["seats"]?["active"]?.decimal?.double, had > 0,
      let has = after["seats"]?["active"]?.decimal?.double, has > 0
    else { return nil }
    return CostMove(from: old / had, to: new / has)
  }

  /// How much more it is than before, in percent; nil where it was nothing.
  var percent: Double? { old > 0 ? (new / old - 1) * 100 : nil }

  /// `12 %`.
  static func words(_ percent: Double) -> String { "\(Int(percent.rounded().clamped(to: 0...1e6))) %" }
}

extension Double {
  /// The nearest number within a range.
  func clamped(to range: ClosedRange<Double>) -> Double {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
