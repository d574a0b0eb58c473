public import ChangeHistory
public import Workspaces

/// Every promise of a repository with its history: what calibration, forecasts and backtests are made from.
public struct TrackRecord: Sendable {
  /// The promises, by definition and pointer.
  public let promises: [PromiseHistory]

  /// The promises that a history made, with the names that the tree at its end gives to their definitions.
  public init(_ history: HistoryFold, in snapshot: Snapshot) {
    var parties: [String: KindParties] = [:]
    promises = history.ledger.all.map { record in
      let kind = String(record.definition.prefix { $0 != ":" })
      let definition = snapshot.definition(
        kind: kind, id: String(record.definition.dropFirst(kind.count + 1)))
      let ofKind = parties[kind] ?? KindParties(snapshot.library.shape(of: kind))
      parties[kind] = ofKind
      let turns = history.endings.turns(of: record.definition, holding: record.pointer)
      return PromiseHistory(
        definition: record.definition, pointer: record.pointer, title: definition?.title,
        owner: definition.flatMap { ofKind.owner(of: $0.root) },
        team: definition.flatMap { ofKind.team(of: $0.root) },
        statements: record.entries.map { PromiseHistory.Statement(said: $0.step.day, date: $0.last) },
        turns: turns.part, wholeTurns: turns.whole)
    }
  }
}
