import JSONSyntax

/// The findings of a JSON output, read back with the strict parser.
struct Findings {
  struct Item {
    let rule: String
    let severity: String
    let path: String
    let line: Int
    let message: String
    let help: String
    let candidates: [String]
  }

  let items: [Item]

  /// Nil where the output is not strictly JSON, or not of the form that is expected.
  init?(_ output: [UInt8]) {
    let document = JSONDocument.parse(output)
    guard document.faults.isEmpty, let findings = document.root?["findings"], findings.kind == .array else {
      return nil
    }
    items = findings.items.map { item in
      Item(
        rule: item["rule"]?.string ?? "", severity: item["severity"]?.string ?? "",
        path: item["path"]?.string ?? "",
        line: item["line"]?.integer ?? 0, message: item["message"]?.string ?? "",
        help: item["help"]?.string ?? "",
        candidates: item["candidates"]?.items.compactMap(\.string) ?? [])
    }
  }

  /// How many annotations they are for GitHub, which takes ten of a kind.
  var annotations: Int {
    ["error", "warning", "info"].reduce(0) { sum, severity in
      sum + min(10, items.count { $0.severity == severity })
    }
  }

  var errors: [Item] { items.filter { $0.severity == "error" } }
  var warnings: [Item] { items.filter { $0.severity == "warning" } }
}
