internal import CivilDates
internal import Diagnostics
internal import JSONSyntax
internal import Linting

/// Findings as one JSON document; `docs/output/lint.schema.json` describes it.
public enum JSONFindings {
  /// The document.
  public static func render(_ list: FindingList) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", list.version)
      }
      writer.member("asOf", list.result.asOf.description)
      writer.object("summary") { summary in
        for severity in Severity.allCases.reversed() {
          summary.member(severity == .info ? "infos" : severity.name + "s", list.count(of: severity))
        }
        summary.member("definitions", list.result.definitions)
        summary.member("waived", list.result.waived)
        summary.member("heldBack", list.result.heldBack.count)
        summary.member("filesWithoutKind", list.result.withoutKind)
        summary.member("findingsNotShown", list.result.notShown)
      }
      write(list.result.findings, key: "findings", to: &writer)
      if let fixed = list.result.fixedSince { write(fixed, key: "fixed", to: &writer) }
    }
    return writer.text
  }

  static func write(_ findings: [Finding], key: String, to writer: inout JSONWriter) {
    writer.array(key, of: findings) { writer, finding in
      writer.object { object in
        object.member("rule", finding.rule)
        object.member("severity", finding.severity.name)
        write(finding.place, to: &object)
        object.member("pointer", finding.place.pointer)
        object.member("definition", finding.place.definition.isEmpty ? nil : finding.place.definition)
        object.member("message", finding.message)
        object.member("help", finding.help)
        object.member("candidates", finding.candidates)
        object.array("notes", of: finding.notes) { writer, note in
          writer.object {
            $0.member("message", note.message)
            write(note.place, to: &$0)
          }
        }
        object.array("fixes", of: finding.fixes) { writer, fix in
          writer.object {
            $0.member("title", fix.title)
            $0.member("isSafe", fix.isSafe)
            $0.array("edits", of: fix.edits) { writer, edit in
              writer.object {
                $0.member("startByte", edit.span.start)
                $0.member("endByte", edit.span.end)
                $0.member("replacement", String(decoding: edit.replacement, as: UTF8.self))
              }
            }
          }
        }
        object.member("fingerprint", finding.fingerprint)
      }
    }
  }

  static func write(_ place: Place, to writer: inout JSONWriter) {
    writer.member("path", place.path.text)
    writer.member("line", place.start.line)
    writer.member("column", place.start.column)
    writer.member("endLine", place.end.line)
    writer.member("endColumn", place.end.column)
  }
}
