internal import Diffing
internal import JSONSyntax
internal import Workspaces

/// What happened to one process in a period, and where it took hold.
public struct ProcessStory: Sendable {
  /// One team's way with the process.
  public struct Adoption: Sendable {
    /// The team's id.
    public let team: String
    /// The state before; nil where the team is new to the process.
    public let from: String?
    /// The state after; nil where the team is none of its any more.
    public let to: String?
  }

  /// The process with its changes.
  public let definition: ChangedDefinition
  /// What the steps are called that are new.
  public let stepsAdded: [String]
  /// What the steps were called that are gone.
  public let stepsRemoved: [String]
  /// What the steps are called that changed.
  public let stepsChanged: [String]
  /// Where its adoption moved.
  public let adoption: [Adoption]
  /// How many notes of feedback are settled that were not.
  public let feedbackSettled: Int
  /// The version before and after, where both say one and they differ.
  public let versions: (before: String, after: String)?
}

extension ChangeReport {
  /// The processes that changed, and are not new or gone.
  func findProcesses() -> [ProcessStory] {
    changed.filter { $0.subject.kind == "process" }.compactMap { process in
      guard process.after != nil, process.before != nil else { return nil }
      let (before, after) = (Self.steps(of: process.before), Self.steps(of: process.after))
      let touched = Set(process.entries(in: "steps").compactMap { $0.change.fields.dropFirst().first?.token })
      return ProcessStory(
        definition: process, stepsAdded: after.filter { before[$0.key] == nil }.map(\.value),
        stepsRemoved: before.filter { after[$0.key] == nil }.map(\.value),
        stepsChanged: after.filter { before[$0.key] != nil && touched.contains($0.key) }.map(\.value),
        adoption: Self.adoption(process),
        feedbackSettled: max(0, Self.settled(process.after) - Self.settled(process.before)),
        versions: Self.versions(process))
    }
  }

  private static func steps(of process: JSONValue?) -> KeyedTitles {
    KeyedTitles(
      (process?.items("steps")).map { items in
        items.compactMap { step in step.string("id").map { ($0, step.string("title") ?? $0) } }
      } ?? [])
  }

  private static func adoption(_ process: ChangedDefinition) -> [ProcessStory.Adoption] {
    func states(_ value: JSONValue?) -> KeyedTitles {
      KeyedTitles(
        (value?.items("adoption")).map { items in
          items.compactMap { item in item.string("team").map { ($0, item.string("state") ?? "") } }
        } ?? [])
    }
    let (before, after) = (states(process.before), states(process.after))
    let moved = after.filter { before[$0.key] != $0.value }.map {
      ProcessStory.Adoption(team: $0.key, from: before[$0.key], to: $0.value)
    }
    let gone = before.filter { after[$0.key] == nil }.map {
      ProcessStory.Adoption(team: $0.key, from: $0.value, to: nil)
    }
    return moved + gone
  }

  private static func settled(_ process: JSONValue?) -> Int {
    (process?.items("feedback")).map { items in
      items.reduce(0) {
        $0 + ($1.string("status") == "resolved" || $1.string("status") == "declined" ? 1 : 0)
      }
    } ?? 0
  }

  private static func versions(_ process: ChangedDefinition) -> (before: String, after: String)? {
    func version(_ value: JSONValue?) -> String? {
      guard let version = value?["version"] else { return nil }
      return version.string ?? version.decimal?.description
    }
    guard let before = version(process.before), let after = version(process.after), before != after else {
      return nil
    }
    return (before, after)
  }
}

/// Texts by key, in their order; of equal keys the first counts.
struct KeyedTitles: Sequence {
  private var pairs: [(key: String, value: String)] = []
  private var values: [String: String] = [:]

  init(_ pairs: [(String, String)]) {
    for (key, value) in pairs where values[key] == nil {
      values[key] = value
      self.pairs.append((key, value))
    }
  }

  subscript(_ key: String) -> String? { values[key] }

  func makeIterator() -> some IteratorProtocol<(key: String, value: String)> { pairs.makeIterator() }
}
