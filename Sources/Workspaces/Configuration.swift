public import CivilDates
public import Diagnostics
public import JSONSyntax
public import Patterns

/// What `prodops.json` says, with a default for everything: a repository without the file works.
public struct Configuration: Sendable {
  /// The repository's name for people.
  public var title = ""
  /// Folders and files that are read, as globs; empty means everything.
  public var roots: [Glob] = []
  /// Folders and files that are passed over.
  public var exclude: [Glob] = []
  /// The time zone, by its name in the tz database.
  public var timezone = "UTC"
  /// The month, from 1, in which the fiscal year begins.
  public var fiscalYearStart = 1
  /// The currency that sums are told in.
  public var currency: String?
  /// The days on which people work.
  public var workCalendar = WorkCalendar()
  /// Days on which nothing may be launched, with their reason and the teams that they hold for: all, where none is named.
  public var freezes: [(from: Day, to: Day, title: String, teams: [String])] = []
  /// What schedules and forecasts take for granted where a definition says nothing.
  public var schedule: JSONValue?
  /// Severities and options by rule or area, the more special ones last.
  public var rules: [RuleSetting] = []
  /// Classes and thresholds of changes by rule or area, the more special ones last.
  public var changeRules: [ChangeSetting] = []
  /// The file with findings that are held back.
  public var baselinePath: RepositoryPath?
  /// What that file says, where the tree that the configuration is from has been read.
  public var baseline: Baseline?
  /// Kinds of the repository's own: the kind and the path of its schema.
  public var kinds: [(kind: String, schema: RepositoryPath)] = []
  /// Schemas of `custom` objects, by kind.
  public var customSchemas: [(kind: String, schema: RepositoryPath)] = []
  /// The heading of reports.
  public var reportTitle: String?
  /// The address of a commit, with `{commit}` in it.
  public var commitLink: String?
  /// The sections of reports, by name; empty where it is not said.
  public var reportSections: [String] = []
  /// The file's own reading, nil where there is no file.
  public var document: JSONDocument?

  /// The defaults.
  public init() {}

  /// The same with what the baseline's file says.
  public func with(_ baseline: Baseline?) -> Configuration {
    var copy = self
    copy.baseline = baseline
    return copy
  }

  /// Where the file stands.
  public static let path: RepositoryPath = "prodops.json"
}

/// One setting of `diff.rules`.
public struct ChangeSetting: Sendable {
  /// The rule's name, or an area.
  public let selector: String
  /// The class by its name; nil where only options are set.
  public let changeClass: String?
  /// Options by name.
  public let options: JSONValue?

  /// A setting by the rule or area that it is about.
  public init(selector: String, changeClass: String?, options: JSONValue?) {
    self.selector = selector
    self.changeClass = changeClass
    self.options = options
  }
}

/// One setting of `lint.rules` or of an override.
public struct RuleSetting: Sendable {
  /// What a rule does when it finds something.
  public enum Level: Sendable, Equatable {
    case off
    case on(Severity)
  }

  /// The rule's name, or an area.
  public var selector: String
  /// The level; nil where only options are set.
  public var level: Level?
  /// Options by name.
  public var options: JSONValue?
  /// The paths that it holds for; empty means all.
  public var paths: [Glob] = []
  /// The kinds that it holds for; empty means all.
  public var kinds: [String] = []

  /// Whether the setting is about the rule named `rule`, at a place of `path` and `kind`.
  public func applies(to rule: String, path: RepositoryPath, kind: String) -> Bool {
    guard selector == rule || rule.hasPrefix(selector + "/") else { return false }
    if !kinds.isEmpty, !kinds.contains(kind) { return false }
    return paths.isEmpty || paths.contains { $0.matches(path.bytes) }
  }
}

extension Configuration {
  /// Reads a `prodops.json`; what is wrong with it is left at its default, and told by its schema.
  public init(_ document: JSONDocument) {
    self.init()
    self.document = document
    guard let root = document.root, TextChecks.flood(in: document, limits: Limits()) == nil else { return }
    title = root.string("title") ?? ""
    roots = Self.globs(root, "roots")
    exclude = Self.globs(root, "exclude")
    timezone = root.string("timezone") ?? "UTC"
    if let month = root["fiscalYearStart"]?.integer, (1...12).contains(month) { fiscalYearStart = month }
    currency = root.string("currency")
    freezes =
      (root["calendar"]?.items("freezes")).map { items in
        items.compactMap { item in
          guard let from = item["from"]?.content.flatMap(Day.init(iso:)),
            let to = item["to"]?.content.flatMap(Day.init(iso:))
          else { return nil }
          let teams = item.items("teams").compactMap(\.string)
          return (from, to, item.string("title") ?? "a freeze", teams)
        }
      } ?? []
    if let calendar = root["calendar"] { workCalendar = Self.workCalendar(calendar) }
    schedule = root["schedule"]
    kinds = root.items("kinds").compactMap { item in
      guard let kind = item.string("kind"), let schema = item.string("schema") else { return nil }
      return (kind, Self.path(schema))
    }
    customSchemas =
      (root["custom"]?.members).map { members in
        members.compactMap { member in member.value.string.map { (member.name, Self.path($0)) } }
      } ?? []
    reportTitle = root["report"]?.string("title")
    commitLink = root["report"]?.string("commitLink")
    reportSections = root["report"]?.items("sections").compactMap(\.string) ?? []
    if let lint = root["lint"] { readRules(lint) }
    if let rules = root["diff"]?["rules"] {
      let all = rules.members.map { member in
        ChangeSetting(
          selector: member.name, changeClass: member.value.string ?? member.value.string("class"),
          options: member.value.kind == .object ? member.value : nil)
      }
      changeRules = Self.specialLast(all, \.selector)
    }
    baselinePath = root["lint"]?.string("baseline").map(Self.path).flatMap { $0.staysInside ? $0 : nil }
  }

  private static func workCalendar(_ calendar: JSONValue) -> WorkCalendar {
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    let weekdays = calendar.items("workingDays").compactMap { $0.string.flatMap(names.firstIndex(of:)) }
    let holidays = calendar.items("holidays").compactMap {
      ($0["date"] ?? $0).content.flatMap(Day.init(iso:))
    }
    return WorkCalendar(
      weekdays: weekdays.isEmpty ? Array(1...5) : weekdays.map { $0 + 1 }, holidays: holidays)
  }

  private mutating func readRules(_ lint: JSONValue) {
    rules = Self.settings(lint["rules"])
    for override in lint.items("overrides") {
      let kinds = override.items("kinds").compactMap(\.string)
      let paths = Self.globs(override, "paths")
      rules += Self.settings(override["rules"]).map { setting in
        var setting = setting
        setting.kinds = kinds
        setting.paths = paths
        return setting
      }
    }
  }

  private static func settings(_ rules: JSONValue?) -> [RuleSetting] {
    guard let rules else { return [] }
    let all = rules.members.map { member in
      let word = member.value.string ?? member.value.string("severity")
      return RuleSetting(
        selector: member.name, level: word.flatMap(level),
        options: member.value.kind == .object ? member.value : nil)
    }
    return specialLast(all, \.selector)
  }

  /// A setting of one rule holds against one of its area, wherever the two stand.
  private static func specialLast<Setting>(_ all: [Setting], _ selector: (Setting) -> String) -> [Setting] {
    all.filter { !selector($0).utf8.contains(0x2F) } + all.filter { selector($0).utf8.contains(0x2F) }
  }

  private static func level(_ word: String) -> RuleSetting.Level? {
    word == "off" ? .off : Severity(name: word).map { .on($0) }
  }

  private static func globs(_ object: JSONValue, _ field: StaticString) -> [Glob] {
    object.items(field).compactMap { $0.string.map { Glob($0) } }
  }

  private static func path(_ text: String) -> RepositoryPath {
    RepositoryPath(text.hasPrefix("./") ? String(text.dropFirst(2)) : text)
  }

  /// Whether the file at `path` is under the roots and not excluded.
  public func includes(_ path: RepositoryPath) -> Bool {
    func covers(_ glob: Glob) -> Bool {
      if glob.matches(path.bytes) { return true }
      return path.bytes.indices.contains {
        path.bytes[$0] == 0x2F && glob.matches(path.bytes[..<$0], isDirectory: true)
      }
    }
    if exclude.contains(where: covers) { return false }
    return roots.isEmpty || roots.contains(where: covers)
  }
}
