public import Diagnostics
public import JSONSyntax

/// The committed order of the schedule as its file has it, and what keeps it from being used.
public struct OrderFile: Sendable {
  /// What keeps the file, or one of its entries, from being used.
  public enum Problem: Sendable {
    /// It is not JSON throughout, or says one thing twice.
    case syntax
    /// It is a list or a single value.
    case notAnObject(JSONValue)
    /// It does not say the version of its form.
    case noVersion(JSONValue)
    /// It has the form of another version.
    case otherVersion(JSONValue)
    /// It has no order.
    case noOrder(JSONValue)
    /// Its order is no list.
    case notAList(JSONValue)
    /// One of its entries is no text.
    case badEntry(JSONValue)
  }

  /// Where it stands.
  public static let path: RepositoryPath = "schedule.lock.json"
  /// The version of the form that is written and read.
  public static let version = 1

  /// The entries that are texts, in the order in which they stand.
  public private(set) var entries: [JSONValue] = []
  /// What keeps it, or some of its entries, from being used.
  public private(set) var problems: [Problem] = []
  /// Whether it has the form of an order, so that its entries hold.
  public private(set) var isUsable = false

  /// Reads a document; what is wrong with single entries is told, and the rest of them hold.
  public init(_ document: JSONDocument) {
    // Of a text that ends too early the rest of the order is missing, and nobody could tell.
    guard let root = document.root, document.faults.allSatisfy({ $0.problem == .byteOrderMark }) else {
      problems = [.syntax]
      return
    }
    guard root.kind == .object else {
      problems = [.notAnObject(root)]
      return
    }
    if let version = root["version"] {
      if version.integer != Self.version { problems.append(.otherVersion(version)) }
    } else {
      problems.append(.noVersion(root))
    }
    guard let order = root["order"] else {
      problems.append(.noOrder(root))
      return
    }
    guard order.kind == .array else {
      problems.append(.notAList(order))
      return
    }
    // What entries are, only the version tells.
    guard problems.isEmpty else { return }
    isUsable = true
    for item in order.items {
      if item.kind == .string { entries.append(item) } else { problems.append(.badEntry(item)) }
    }
  }
}
