import ArgumentParser
import JSONSyntax

/// Whether the linter finds what is wrong, and nothing else.
struct CheckFaults: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lints a corpus and compares what is found with what is wrong: rule, path, pointer and line.")

  @Argument(help: "The folder of the corpus.") var folder: String
  @Argument(help: "The list of faults that seed-faults wrote; leave it out for a corpus without any.")
  var expected: String?
  @Option(help: "The binary to try.") var prodops: String
  @Option(help: "How many lines of each table to print.") var show = 20

  func run() throws {
    let command = [Subprocess.program(prodops), "lint", "--format", "json", "--as-of", "2026-01-15"]
    let run = try Subprocess.run(command, in: folder, capturing: true)
    guard run.status <= 1, let report = JSONDocument.parse(run.output).root.flatMap({ Item($0) }),
      let findings = report["findings"]?.items
    else { throw ValidationError("\(prodops) exited with \(run.status) and no findings as JSON.") }
    var open: [String: Fault] = [:]
    for fault in try faults() { open[fault.place] = fault }
    let count = open.count
    var extras: [String] = []
    for finding in findings {
      let place = "\(finding.word("path")) \(finding.word("pointer")) \(finding["line"]?.integer ?? 0)"
      guard let fault = open[place], fault.rule == finding.word("rule") else {
        extras.append("\(finding.word("rule"))\t\(place)\t\(finding.word("message"))")
        continue
      }
      open[place] = nil
    }
    let misses = open.values.map { "\($0.name)\t\($0.rule)\t\($0.place)" }.sorted()
    table("missed", misses)
    table("not expected", extras)
    print("\(count - misses.count) of \(count) faults found, \(extras.count) other findings")
    if !misses.isEmpty || !extras.isEmpty { throw ExitCode(1) }
  }

  private func faults() throws -> [Fault] {
    guard let expected else { return [] }
    let list = JSONDocument.parse(try Files.read(expected)).root.flatMap { Item($0) }
    return list?.items?.compactMap { Fault($0) } ?? []
  }

  private func table(_ title: String, _ lines: [String]) {
    guard !lines.isEmpty else { return }
    var counts: [String: Int] = [:]
    for line in lines { counts[String(line.prefix { $0 != "\t" }), default: 0] += 1 }
    print("\(title): \(lines.count)")
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      print("  \(count) \(name)")
    }
    for line in lines.prefix(show) { print("    \(line)") }
  }
}

extension Fault {
  var place: String { "\(path) \(pointer) \(line)" }
}

extension Item {
  fileprivate func word(_ name: String) -> String { self[name]?.text ?? "" }
}
