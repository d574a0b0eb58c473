internal import Diagnostics
internal import JSONSyntax
internal import Linting

/// Findings as SARIF 2.1.0, for code scanning.
public enum SARIFFindings {
  /// The results that code scanning takes in one run.
  private static let resultLimit = 25_000

  /// The document, without white space: its size counts.
  public static func render(_ list: FindingList) -> String {
    let findings = list.result.findings.prefix(resultLimit)
    let rules = Set(findings.map(\.rule)).sorted()
    let positions = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    var writer = JSONWriter(indented: false)
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.array("runs") { runs in
        runs.object { run in
          run.object("tool") { tool in
            tool.object("driver") { driver in
              driver.member("name", "prodops")
              driver.member("version", list.version)
              driver.array("rules", of: rules) { writer, rule in writeRule(rule, list, &writer) }
            }
          }
          run.object("automationDetails") { $0.member("id", "prodops/lint/") }
          run.member("columnKind", "unicodeCodePoints")
          run.array("results", of: findings) { writer, finding in
            writeResult(finding, positions[finding.rule] ?? 0, &writer)
          }
        }
      }
    }
    return writer.text
  }

  private static func writeRule(_ rule: String, _ list: FindingList, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("id", rule)
      guard let metadata = RuleCatalog.metadata(of: rule) else { return }
      object.object("shortDescription") { $0.member("text", metadata.summary) }
      object.object("fullDescription") { $0.member("text", metadata.why) }
      object.object("help") { $0.member("text", metadata.remedy) }
      // The standard wants a full address.
      let page = list.page(of: rule)
      if page.contains("://") { object.member("helpUri", page) }
      object.object("defaultConfiguration") { $0.member("level", level(metadata.severity)) }
    }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func writeResult(_ finding: Finding, _ rule: Int, _ writer: inout JSONWriter) {
    writer.object { result in
      result.member("ruleId", finding.rule)
      result.member("ruleIndex", rule)
      result.member("level", level(finding.severity))
      var text = finding.message
      if !finding.candidates.isEmpty {
        text += "; " + Counting.suggestion(finding.candidates)
      }
      if !finding.help.isEmpty { text += " " + finding.help }
      result.object("message") { $0.member("text", VisibleText.escaping(text)) }
      result.array("locations") { $0.object { location(finding.place, message: nil, &$0) } }
      if !finding.notes.isEmpty {
        result.array("relatedLocations", of: finding.notes.prefix(100)) { writer, note in
          writer.object { location(note.place, message: note.message, &$0) }
        }
      }
      result.object("partialFingerprints") { $0.member("prodops/v1", finding.fingerprint) }
    }
  }

  private static func location(_ place: Place, message: String?, _ writer: inout JSONWriter) {
    writer.object("physicalLocation") { physical in
      physical.object("artifactLocation") { $0.member("uri", uri(place.path)) }
      physical.object("region") { region in
        region.member("startLine", place.start.line)
        region.member("startColumn", place.start.column)
        region.member("endLine", place.end.line)
        region.member(
          "endColumn", max(place.end.column, place.end.line == place.start.line ? place.start.column : 1))
      }
    }
    if !place.definition.isEmpty {
      writer.array("logicalLocations") {
        $0.object { $0.member("fullyQualifiedName", VisibleText.escaping(place.definition + place.pointer)) }
      }
    }
    if let message { writer.object("message") { $0.member("text", VisibleText.escaping(message)) } }
  }

  /// The path as a relative reference of RFC 3986.
  static func uri(_ path: RepositoryPath) -> String {
    var bytes = path.bytes
    Secrets.mask(&bytes)
    return bytes.reduce(into: "") { text, byte in
      let isPlain =
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || [0x2D, 0x2E, 0x5F, 0x7E, 0x2F].contains(byte)
      if isPlain {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
  }
}
