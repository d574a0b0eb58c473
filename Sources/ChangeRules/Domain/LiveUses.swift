internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// Which definitions people count on at the moment, by the states of their kinds.
enum LiveUses {
  /// Whether a definition is under way: more than an idea, and not over.
  static func isLive(_ version: DefinitionVersion) -> Bool {
    let status = version.root["status"]?.string
    func isOne(of states: String...) -> Bool { status.map(states.contains) ?? false }
    return switch version.kind {
    case "initiative": isOne(of: "committed", "in-progress", "paused")
    case "experiment": isOne(of: "ready", "running", "enrolment-closed")
    case "launch": isOne(of: "planned", "go", "held")
    case "tool": isOne(of: "trial", "adopted", "on-hold", "deprecated")
    case "process": isOne(of: "trial", "adopted")
    case "study": isOne(of: "recruiting", "fielding", "analysing")
    case "metric": status == nil || status == "active"
    case "plan": isOne(of: "active")
    case "insight": isOne(of: "validated", "contested")
    case "team": status != "disbanded"
    default: false
    }
  }

  /// Whether a definition was there before, so that something can have happened to it.
  static func existed(_ version: DefinitionVersion, _ set: ChangeSetContext) -> Bool {
    set.base.definition(version.name) != nil
      || version.formerIDs.prefix(50).contains { set.base.definition("\(version.kind):\($0)") != nil }
  }

  /// Who under way refers to a definition, each once, in the order of the tree.
  static func referrers(of name: String, in surroundings: any Surroundings) -> [Referrer] {
    var seen: Set<String> = []
    return surroundings.referrers(of: name).filter {
      isLive($0.version) && seen.insert($0.version.name).inserted
    }
  }
}

/// Wording that reasons share.
enum Clause {
  /// `a`, `a and b`, `a, b, c and 4 more`.
  static func list(_ names: [String], limit: Int = 4) -> String {
    Enumeration.list(names, limit: limit)
  }

  /// The definitions by kind and id, each once.
  static func names(_ versions: [DefinitionVersion]) -> String {
    var seen: Set<String> = []
    return list(versions.map(\.name).filter { seen.insert($0).inserted })
  }

  /// What a definition is called by people.
  static func title(_ version: DefinitionVersion?) -> String {
    version.flatMap { $0.root["title"]?.string ?? $0.id } ?? ""
  }
}

extension JSONValue {
  /// The texts of a list, whatever else stands in it.
  func texts(_ field: StaticString) -> [String] { self[field]?.items.compactMap(\.string) ?? [] }

  /// The first item of a list whose `key` is `token`.
  func item(_ field: StaticString, _ key: StaticString, _ token: String?) -> JSONValue? {
    guard let token else { return nil }
    return self[field]?.items.first { $0[key]?.string == token }
  }

  /// Whether a text is one of `values`.
  func isOne(of values: String...) -> Bool { string.map(values.contains) ?? false }
}

extension ChangeContext {
  /// The positions of what was removed from the definition: cleared away together with its end.
  var clearedAway: [Int] {
    changes.indices.filter { changes[$0].idiom == .fieldRemoved || changes[$0].idiom == .itemRemoved }
  }
}

/// Teams that are no more.
enum DissolvedTeam {
  /// Whether the team called `id` was disbanded or removed in the same step: that it is taken out is no news.
  static func isOne(_ id: String?, _ context: ChangeContext) -> Bool {
    guard let id, let old = context.base.definition("team:\(id)"), LiveUses.isLive(old) else { return false }
    return context.head.definition("team:\(id)").map { !LiveUses.isLive($0) } ?? true
  }
}
