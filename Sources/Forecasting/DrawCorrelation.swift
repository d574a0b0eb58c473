/// How much of what makes efforts vary is shared: one item late makes others likely to be late too.
///
/// With none, late and early items even out and every date looks safer than it is.
public struct DrawCorrelation: Sendable, Hashable {
  /// The share of the variance that all items have in common; 0 to 1.
  public let common: Double
  /// The share that the items of one team have in common besides; 0 to 1.
  public let team: Double

  /// Two shares; negative or no numbers count as 0, and of a sum above 1 both are cut alike.
  public init(common: Double, team: Double) {
    func share(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
    let sum = share(common) + share(team)
    let cut = sum > 1 ? sum : 1
    self.common = share(common) / cut
    self.team = min(share(team) / cut, 1 - self.common)
  }

  /// What is assumed: 0.1 between any two items, 0.2 within a team.
  public static let assumed = DrawCorrelation(common: 0.1, team: 0.1)
  /// Every item for itself.
  public static let none = DrawCorrelation(common: 0, team: 0)
  /// 0.25 between any two items, 0.5 within a team.
  public static let strong = DrawCorrelation(common: 0.25, team: 0.25)

  /// The share that each item has for itself.
  public var own: Double { max(1 - common - team, 0) }
}
