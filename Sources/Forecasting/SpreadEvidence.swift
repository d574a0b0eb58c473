/// What the ranges of a forecast rest on, counted, so that words can say how far it is known and how far assumed.
public struct SpreadEvidence: Sendable, Equatable {
  /// Items with a range that somebody stated.
  public var stated = 0
  /// Items with one number, spread as their team's finished items were.
  public var recorded = 0
  /// Items with one number, spread as is assumed where nothing is known.
  public var assumed = 0
  /// Items with one number that was taken as certain.
  public var certain = 0
  /// The teams whose record was used, sorted.
  public var records: [SpreadRecord] = []
  /// Keys of items whose range had to be repaired, in their order.
  public var repaired: [String] = []
  /// Keys of items under way that took more already than their range gives one chance in a hundred, in their order.
  public var disbelieved: [String] = []

  /// What `items` rest on.
  public init(_ items: [WorkItem]) {
    var records: [String: SpreadRecord] = [:]
    for item in items {
      switch item.estimate.source {
      case .stated: stated += 1
      case .record(let record):
        recorded += 1
        records[record.team] = record
      case .assumed: assumed += 1
      case .none: certain += 1
      }
      if !item.estimate.repairs.isEmpty { repaired.append(item.key) }
      if item.shareAboveSpent < 0.01 { disbelieved.append(item.key) }
    }
    self.records = records.values.sorted { $0.team < $1.team }
  }
}
