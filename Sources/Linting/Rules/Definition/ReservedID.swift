public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an id that Windows keeps for a device.
public struct ReservedID: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/reserved-id", .error,
    summary: "An id that Windows keeps for a device.",
    why: "Ids become the names of files and pages, and no file on Windows can have this one.",
    remedy: "Choose another id, and keep the old one in \"formerly\" if others know it.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The team is named as a printer port",
      #"{"kind": "team", "id": ⟦"lpt1"⟧, "title": "Label printing", "members": []}"#),
    .good(
      "The id only starts like one",
      #"{"kind": "team", "id": "console", "title": "Console", "members": []}"#),
  ]

  private static let reserved: Set<String> = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2",
    "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
  ]

  /// Looks at every definition's id.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for definition in context.snapshot.definitions
    where definition.id.utf8.count <= 4 && reserved.contains(definition.id) {
      report.report(.reserved(definition.id), atStartOf: definition)
    }
  }
}

extension RuleMessage {
  fileprivate static func reserved(_ id: String) -> Self {
    Self("'\(id)' is the name of a device on Windows")
  }
}
