internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// Who works with a tool.
enum ToolUses {
  /// What under way relies on the tool called `tool:id`; a successor's mention is no use.
  static func users(of name: String, in surroundings: any Surroundings) -> [DefinitionVersion] {
    referrers(of: name, in: surroundings).map(\.version)
  }

  /// The same, with the places.
  static func referrers(of name: String, in surroundings: any Surroundings) -> [Referrer] {
    var seen: Set<String> = []
    return surroundings.referrers(of: name).filter {
      $0.field != "replacedBy" && LiveUses.isLive($0.version) && seen.insert($0.version.name).inserted
    }
  }

  /// Whether people work with a tool.
  static func isInUse(_ tool: JSONValue?) -> Bool {
    tool?["status"]?.isOne(of: "trial", "adopted", "on-hold", "deprecated") ?? false
  }
}

/// How sensitive data is.
enum DataClass {
  private static let order = ["public", "internal", "confidential", "personal"]

  /// The place of a class, from the least sensitive; nil where there is none.
  static func rank(_ data: JSONValue?) -> Int? {
    data?["classification"]?.string.flatMap(order.firstIndex(of:))
  }

  /// Whether data became more and whether it became less sensitive; nil where nothing of that changed.
  static func step(_ old: JSONValue?, _ new: JSONValue?) -> (isRaised: Bool, isLowered: Bool)? {
    let (before, after) = (rank(old) ?? -1, rank(new) ?? -1)
    let (had, has) = (old?["customerData"]?.bool ?? false, new?["customerData"]?.bool ?? false)
    let isRaised = after > before && (before >= 0 || after > 1) || has && !had
    let isLowered = after < before || had && !has
    return isRaised || isLowered ? (isRaised, isLowered) : nil
  }
}

/// What a tool was vetted for.
enum ToolVetting {
  /// The topics that were passed.
  static func passed(_ tool: JSONValue) -> [String] {
    tool["vetting"]?.items.compactMap { item in
      item["status"]?.string == "passed" ? item["topic"]?.string : nil
    } ?? []
  }

  /// The topics that the data in the tool asks for and that were not passed.
  static func missing(_ tool: JSONValue) -> [String] {
    guard let rank = DataClass.rank(tool["data"]), rank >= 2 else { return [] }
    let passed = passed(tool)
    return (rank == 3 ? ["security", "privacy"] : ["security"]).filter { !passed.contains($0) }
  }

  /// Whether a passed vetting has a later day than before.
  static func isRenewed(_ old: JSONValue?, _ new: JSONValue) -> Bool {
    new["vetting"]?.items.contains { item in
      guard item["status"]?.string == "passed", let day = item["on"]?.content.flatMap(Day.init(iso:)) else {
        return false
      }
      let former = old?.item("vetting", "topic", item["topic"]?.string)
      guard former?["status"]?.string == "passed" else { return true }
      return former?["on"]?.content.flatMap(Day.init(iso:)).map { $0 < day } ?? true
    } ?? false
  }
}
