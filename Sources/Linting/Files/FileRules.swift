internal import Diagnostics
internal import Workspaces

/// The rules about files, kinds and the repository's own schemas.
enum FileRules {
  static let tooLarge = fatal(
    "file/size", "A file larger than the limit.",
    "No definition is that large, and reading it would make every check slow.",
    "Split it, or move data into a file that is no definition.")
  static let symbolicLink = fatal(
    "path/symlink", "A symbolic link where a definition should be.",
    "Links can lead out of the repository, so they are never followed: what is behind it is missing.",
    "Put the definition itself there.")
  static let linkedFolder = RuleMetadata(
    "path/linked-folder", .info, summary: "A symbolic link to a folder, or out of the workspace.",
    why: "Links are never followed: definitions behind it are read where they really stand, or not at all.",
    remedy:
      "Move the definitions there if they are meant to count; else name the link under \"exclude\" in prodops.json.",
    isWaivable: false)
  static let unreadable = fatal(
    "file/unreadable", "A file that could not be read.",
    "What it declares is missing from every check and report.",
    "Look at the reason given, and at the file's permissions.")
  static let name = fatal(
    "path/not-utf8", "A file name that is no UTF-8.", "Other systems cannot check the repository out.",
    "Rename the file.")
  static let caseCollision = fatal(
    "path/case-collision", "Two paths that differ only in case.",
    "On macOS and Windows they are one file, and one of the two is lost.", "Rename one of them.")
  static let treeEntry = fatal(
    "git/tree-entry", "A file name in a commit that git itself refuses.",
    "Such names are made by hand to attack whoever checks the repository out.",
    "Find out who committed it, and take it out of the history.")
  static let tooMany = fatal(
    "repository/size", "More files, folders or definitions than the limit.", "The rest was not looked at.",
    "Set \"roots\" in prodops.json to the folders that hold definitions.")
  static let unknownKind = RuleMetadata(
    "kind/unknown", .error, summary: "A kind that no schema describes.",
    why: "Nothing in the definition is checked, planned or reported.",
    remedy: "Correct the kind, or name a schema for it under \"kinds\" in prodops.json.", isWaivable: false)
  static let misspeltKind = RuleMetadata(
    "kind/misspelt", .warning, summary: "A key that nearly says \"kind\", in a file that has none.",
    why: "A file without a kind is left alone: nothing in it is checked, planned or reported.",
    remedy: "Write the key as \"kind\".")
  static let schemaMissing = config(
    "schema-missing", "A schema that prodops.json names and that is not there.")
  static let schemaInvalid = config("schema-invalid", "A schema of the repository's own that cannot be used.")
  static let schemaCycle = config("schema-ref-cycle", "References of a schema that go round in a circle.")
  static let schemaRemote = config(
    "schema-remote-ref", "A schema that refers to something outside the repository.")
  static let schemaPattern = config("schema-pattern", "A regular expression of a schema that cannot be used.")
  static let schemaWarning = RuleMetadata(
    "config/schema-warning", .warning,
    summary: "Something in a schema of the repository's own that has no effect.",
    why: "The schema checks less than it seems to.", remedy: "Correct the schema.")

  static let all = [
    tooLarge, symbolicLink, linkedFolder, unreadable, name, caseCollision, treeEntry, tooMany, unknownKind,
    misspeltKind,
    schemaMissing, schemaInvalid, schemaCycle, schemaRemote, schemaPattern, schemaWarning,
  ]

  private static func fatal(_ name: String, _ summary: String, _ why: String, _ remedy: String)
    -> RuleMetadata
  {
    RuleMetadata(name, .error, summary: summary, why: why, remedy: remedy, isWaivable: false)
  }

  private static func config(_ name: String, _ summary: String) -> RuleMetadata {
    fatal(
      "config/" + name, summary, "Definitions of the kind are not checked as their authors expect.",
      "Correct the schema; a schema is checked as JSON Schema 2020-12, and nothing is ever fetched.")
  }

  private static func linkWords(_ target: [UInt8]) -> String {
    let text = VisibleText.beginning(of: RepositoryPath(bytes: target).text, atMost: 200)
    let place = target.isEmpty ? "a folder" : "'\(text)'"
    return "this is a symbolic link to \(place), which is not followed"
  }

  static func rule(named name: String) -> RuleMetadata { all.first { $0.name == name } ?? schemaInvalid }

  static func rule(of reason: FileProblem.Reason) -> (RuleMetadata, String) {
    switch reason {
    case .tooLarge(let bytes, let limit): (tooLarge, "the file has \(bytes) bytes; at most \(limit) are read")
    case .symbolicLink: (symbolicLink, "this is a symbolic link, which is not followed")
    case .linkedFolder(let target): (linkedFolder, linkWords(target))
    case .unreadable(let why): (unreadable, "the file could not be read: \(why)")
    case .nameNotUTF8: (name, "the file's name is no UTF-8")
    case .caseCollision(let other): (caseCollision, "this path and '\(other.text)' differ only in case")
    case .badName(let why): (treeEntry, "the name is one that git refuses: \(why)")
    case .tooMany(let what, let limit):
      (tooMany, "there are more than \(limit) \(what); the rest was not looked at")
    }
  }
}
