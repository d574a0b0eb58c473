public import Diagnostics
public import JSONSyntax
internal import Workspaces

/// The committed order of the schedule, `schedule.lock.json`: an order, not dates.
public struct ScheduleLock: Sendable, Equatable {
  /// Where it stands.
  public static let path: RepositoryPath = OrderFile.path
  /// The version of the form that is written and read.
  public static let version = OrderFile.version

  /// The entries, the first to be placed first: ids of initiatives, and `id/team` for a team's share of one.
  public var order: [String]

  /// A lock by its order.
  public init(order: [String]) { self.order = order }

  /// What a document says; nil where it has not the form of a lock, or is no JSON throughout.
  public init?(_ document: JSONDocument) {
    let file = OrderFile(document)
    guard file.isUsable else { return nil }
    var seen: Set<String> = []
    order = file.entries.compactMap(\.string).filter { seen.insert($0).inserted }
  }

  /// The text of the file: one id a line, so that a change of the order reads well as a diff.
  public var text: String {
    var writer = JSONWriter()
    writer.object {
      $0.member("version", Self.version)
      $0.member("order", order)
    }
    return writer.text
  }

  /// What an entry names.
  struct Entry {
    /// The id of the initiative.
    let initiative: String
    /// The id of the team whose share it is; nil for all shares that no other entry names.
    let team: String?

    init(initiative: String, team: String? = nil) {
      self.initiative = initiative
      self.team = team
    }

    /// What an entry says.
    init(_ text: String) {
      let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      initiative = String(parts[0])
      team = parts.count == 2 ? String(parts[1]) : nil
    }

    /// The entry as it is written.
    var text: String { team.map { "\(initiative)/\($0)" } ?? initiative }
  }
}
