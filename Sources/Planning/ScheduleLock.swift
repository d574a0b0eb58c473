public import Diagnostics
public import JSONSyntax
internal import Workspaces

/// The committed order of the schedule, `schedule.lock.json`: an order, not dates.
public struct ScheduleLock: Sendable, Equatable {
  /// Where it stands.
  public static let path: RepositoryPath = "schedule.lock.json"
  /// The version of the form that is written and read.
  public static let version = 1

  /// The ids of the initiatives, the first to be placed first.
  public var order: [String]

  /// A lock by its order.
  public init(order: [String]) { self.order = order }

  /// What a document says; nil where it has not the form of a lock.
  public init?(_ document: JSONDocument) {
    guard let root = document.root, root.kind == .object, root["version"]?.integer == Self.version,
      root["order"]?.kind == .array
    else { return nil }
    var seen: Set<String> = []
    order = root.items("order").compactMap(\.string).filter { seen.insert($0).inserted }
  }

  /// The text of the file: one id a line, so that a change of the order reads well as a diff.
  public var text: String {
    let ids = order.map { "    \"\($0)\"" }.joined(separator: ",\n")
    return """
      {
        "version": \(Self.version),
        "order": [\(order.isEmpty ? "" : "\n\(ids)\n  ")]
      }

      """
  }
}
