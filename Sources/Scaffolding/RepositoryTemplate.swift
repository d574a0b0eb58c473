public import CivilDates
public import Diagnostics
internal import EditorSchemas
internal import JSONSyntax

/// The files that a repository of definitions starts with.
public struct RepositoryTemplate: Sendable {
  /// One file of it.
  public struct File: Sendable {
    /// Where it stands.
    public let path: RepositoryPath
    /// Its text.
    public let bytes: [UInt8]

    init(_ path: String, _ text: String) {
      self.path = RepositoryPath(path)
      bytes = Array(text.utf8)
    }

    init(_ path: String, _ tree: JSONTree) {
      self.path = RepositoryPath(path)
      bytes = tree.text
    }
  }

  /// What the repository plans, for its readers.
  public let title: String
  /// The handle of its first person, without the @.
  public let person: String
  /// The day that its dates count from.
  public let today: Day

  /// A repository of this title, begun by a person today.
  public init(title: String, person: String, today: Day) {
    self.title = title
    self.person = person
    self.today = today
  }

  /// The configuration, what git and editors need, a check for pull requests, and a page that explains it all.
  public var surroundings: [File] {
    [
      File("prodops.json", configuration),
      File(".gitattributes", "*.json text eol=lf\n*.jsonc text eol=lf\n"),
      File(".vscode/settings.json", editorSettings),
      File(".github/workflows/prodops.yml", TemplateTexts.workflow),
      File("README.md", TemplateTexts.readme(title: title)),
    ] + Self.schemas
  }

  /// The schemas for editors.
  public static let schemas = EditorSchemas.files.map { file in
    File("\(EditorSchemas.folder)/\(file.name)", String(decoding: file.bytes, as: UTF8.self))
  }

  /// A first definition of each kind that a plan is made of: to be edited, not to be kept.
  public var definitions: [File] {
    let start = TemplateDates(today)
    return [
      file(
        "team", "product",
        """
        "title": "Product", "owner": "@\(person)", "status": "active",
        "description": "Replace this by your first team: one file for each team, with its people.",
        "function": "product", "lead": "@\(person)", "members": [{"id": "\(person)", "role": "product manager"}]
        """),
      file(
        "metric", "activation-rate",
        """
        "title": "Activation rate", "owner": "@\(person)", "status": "proposed",
        "definition": "New customers who reach their first success within seven days, divided by all new customers of that week.",
        "direction": "up", "type": "proportion", "unit": "%", "tier": "kpi"
        """),
      file(
        "plan", "first-plan",
        """
        "title": "Our first plan", "owner": "@\(person)", "status": "draft", "product": \(Self.quoted(title)),
        "period": {"from": "\(start.first)", "to": "\(start.last)"},
        "narrative": "Write here, in a few sentences, why these objectives and not others.",
        "objectives": [{"id": "more-active", "title": "More newcomers succeed in their first week",
          "metric": "activation-rate", "target": 0.4, "by": "\(start.last)"}]
        """),
      file(
        "initiative", "guided-start",
        """
        "title": "A guided start", "owner": "@\(person)", "status": "idea", "team": "product", "plan": "first-plan",
        "problem": "Say whose problem this is and how you know: a solution without a problem cannot fail.",
        "objectives": ["first-plan/more-active"],
        "work": [{"team": "product", "effort": {"low": 2, "likely": 3, "high": 6}}], "rank": 1,
        "target": "\(start.target)"
        """),
    ]
  }

  private func file(_ kind: String, _ id: String, _ members: String) -> File {
    let schema = "../\(EditorSchemas.folder)/\(EditorSchemas.fileName(of: kind))"
    let text = "{\"$schema\": \"\(schema)\", \"kind\": \"\(kind)\", \"id\": \"\(id)\", \(members)}"
    let document = JSONDocument.parse(Array(text.utf8))
    return File(
      "\(Plural.of(kind))/\(id).json",
      String(decoding: document.formatted() ?? document.bytes, as: UTF8.self))
  }

  private var configuration: JSONTree {
    .object([
      .init("$schema", .string("\(EditorSchemas.folder)/\(EditorSchemas.fileName(of: "prodops"))")),
      .init("version", .scalar(Array("1".utf8))), .init("title", .string(title)),
      .init("exclude", .array([.string("\(EditorSchemas.folder)/**")])), .init("timezone", .string("UTC")),
    ])
  }

  private var editorSettings: JSONTree {
    let schemas = EditorSchemas.files.map { file in
      let pattern = file.kind == "prodops" ? "/prodops.json" : "/\(Plural.of(file.kind))/**/*.json"
      return JSONTree.object([
        .init("fileMatch", .array([.string(pattern)])),
        .init("url", .string("./\(EditorSchemas.folder)/\(file.name)")),
      ])
    }
    return .object([
      .init("json.schemas", .array(schemas)),
      .init("[json]", .object([.init("editor.formatOnSave", .scalar(Array("false".utf8)))])),
    ])
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: JSONEscapes.quoted(text), as: UTF8.self)
  }
}

/// The dates of a plan that begins now: a year from this month on, with a first target in its first half.
struct TemplateDates {
  let first: Day
  let last: Day
  let target: String

  init(_ today: Day) {
    let (year, month, _) = today.civil
    first = Day(year: year, month: month, day: 1) ?? today
    last = Day(year: year + 1, month: month, day: 1)?.advanced(by: -1) ?? .last
    let months = year * 12 + month + 3
    let isBeyond = months / 12 > Day.last.civil.year
    let number = months % 12 + 1
    target = isBeyond ? "\(year)" : "\(months / 12)-\(number < 10 ? "0" : "")\(number)"
  }
}
