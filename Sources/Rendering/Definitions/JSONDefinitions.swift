public import Browsing
internal import CivilDates
internal import Diagnostics
internal import JSONSyntax
internal import Linting
internal import Workspaces

/// Definitions as JSON documents; `docs/output/show.schema.json` and `list.schema.json` describe them.
public enum JSONDefinitions {
  /// One definition, as it stands in its file, with its place, who refers to it and what the linter says.
  public static func render(_ sheet: DefinitionSheet) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.key("definition")
      writer.tree(JSONTree(sheet.definition.root))
      writer.member("path", sheet.place.path.text)
      writer.member("line", sheet.place.start.line)
      writer.array("referencedBy", of: sheet.referrers) { writer, referrer in
        writer.object {
          $0.member("kind", referrer.definition.kind)
          $0.member("id", referrer.definition.id)
          $0.member("title", referrer.definition.title)
          $0.member("fields", referrer.fields.map(\.name))
        }
      }
      JSONFindings.write(sheet.lint.findings, key: "findings", to: &writer)
    }
    return writer.text
  }

  /// The rows of a table.
  public static func render(_ table: DefinitionTable) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.member("asOf", table.asOf.description)
      writer.member("kind", table.kind)
      writer.member("count", table.rows.count)
      writer.array("definitions", of: table.rows) { writer, row in
        writer.object {
          $0.member("kind", row.definition.kind)
          $0.member("id", row.definition.id)
          $0.member("title", row.definition.title)
          $0.member("status", row.status)
          $0.member("owner", row.owner)
          $0.member("team", row.team)
          $0.member("date", row.date)
          $0.member("path", row.path.text)
          $0.member("line", row.line)
        }
      }
    }
    return writer.text
  }
}
