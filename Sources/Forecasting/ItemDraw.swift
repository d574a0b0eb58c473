internal import Distributions

/// One item's effort as a function of a standard normal number, made ready for many draws.
///
/// Of an item under way only efforts above what is spent are possible. Its normal number, shared causes included, is
/// mapped onto the part of the distribution above what is spent: `Z` with the upper tail `q` of that part becomes the
/// number whose upper tail is `q` times that of `Z`. So the item's own distribution is exactly the conditional one,
/// ranks are kept, and with them how it goes along with others; and nobody else's draws move. Cutting its own share
/// `e` alone, given the shared causes, would not be right: futures in which everything is fast would count as much as
/// before, though the item's lateness speaks against them, and its rest would come out too short.
struct ItemDraw: Sendable {
  private let curve: EffortCurve
  private let spent: Double
  private let workPerEffort: Double
  private let mostWork: Double
  /// The share of futures above what is spent; 1 where nothing is.
  private let tail: Double
  /// Whether all draws are the same.
  let isCertain: Bool

  init(_ item: WorkItem, mostWork: Int) {
    curve = item.estimate.curve
    spent = item.spent > 0 ? min(item.spent, Estimate.largest) : 0
    workPerEffort = item.workPerEffort > 0 ? min(item.workPerEffort, 1e12) : 0
    self.mostWork = Double(max(mostWork, 0))
    // Far beyond everything the range allows the tail is kept above 0, where it still has quantiles.
    tail = spent > 0 ? max(curve.share(above: spent), 1e-290) : 1
    isCertain = curve.isCertain || workPerEffort == 0
  }

  /// The work left where the item's normal number is `z`.
  @inline(__always) func work(at z: Double) -> Int {
    var effort = curve.effort(at: z)
    if tail < 1 {
      let left = StandardNormal.upperQuantile(tail * StandardNormal.above(z))
      effort = max(curve.effort(at: left) - spent, 0)
    } else if spent > 0 {
      effort = max(effort - spent, 0)
    }
    let work = (effort * workPerEffort).rounded()
    guard work >= 1 else { return curve.likely > 0 && workPerEffort > 0 ? 1 : 0 }
    return Int(min(work, mostWork))
  }
}
