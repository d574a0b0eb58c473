import ArgumentParser
import JSONSyntax

/// Measures the binary beside its floors.
struct RunTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Measures prodops beside its floors and prints what is met and what is missed.",
    discussion: """
      Every row runs the floor and prodops in turn in the same minutes, with the page cache warm and the \
      outputs thrown away; the figures are medians.
      """)

  @Option(help: "The binary to measure.") var prodops: String
  @Option(help: "A corpus without faults.") var corpus: String
  @Option(help: "The compiled read-floor.c.") var floor: String
  @Option(help: "A git repository with a long history of definitions.") var history: String?
  @Option(help: "The revision that its history is told from.") var historyFrom: String?
  @Option(help: "The definition of it whose life is told; the first one that is listed where none is named.")
  var definition: String?
  @Option(help: "The same history, repeated ten times by 'lengthen'.") var longHistory: String?
  @Option(help: "A small repository of definitions.") var example: String?
  @Option(help: "How many runs of each after the warm-up.") var runs = 9

  func validate() throws {
    guard runs > 0 else { throw ValidationError("Give at least one run.") }
  }

  func run() throws {
    print(Self.line("what", "wall", "floor", "ratio", "cpu", "floor", "peak", "goal", ""))
    var isMet = true
    for contest in contests() {
      do {
        let row = try contest.measure(runs: runs)
        isMet = isMet && row.isMet
        print(Self.line(row))
      } catch let problem as Unmeasured {
        isMet = false
        print(problem)
      }
    }
    if !isMet { throw ExitCode(1) }
  }

  private func contests() -> [Contest] {
    let prodops = Subprocess.program(prodops)
    let floor = Subprocess.program(floor)
    let bench = Subprocess.program(CommandLine.arguments[0])
    let asOf = ["--as-of", "2026-01-15"]
    var contests = [
      Contest(
        name: "lint the corpus", folder: corpus, command: [prodops, "lint"] + asOf, floorName: "read",
        floor: [floor, "."], goal: .init(ratio: 3, peakMiB: 60)),
      Contest(
        name: "--version", folder: ".", command: [prodops, "--version"], floorName: "true", floor: ["true"],
        goal: .init(seconds: 0.010)),
      Contest(
        name: "simulate 120 initiatives", folder: ".", command: [bench, "simulate"], floorName: "decode",
        floor: [bench, "simulate", "--decode-only"], goal: .init(ratio: 8, seconds: 0.500, peakMiB: 40)),
    ]
    if let example {
      contests.append(
        Contest(
          name: "lint the example", folder: example, command: [prodops, "lint"] + asOf, floorName: "read",
          floor: [floor, "."], goal: .init(seconds: 0.030), accepted: [0, 1]))
    }
    if let history {
      let from = ["--from", historyFrom ?? "1970-01-01"]
      let log = ["git", "log", "--raw", "--no-renames", "--first-parent", "-m"]
      // Everything that landed is compared and classified in all three; the list looks into merges for people too.
      contests += [
        Contest(
          name: "classify all that landed", folder: history,
          command: [prodops, "log", "--summary", "--format", "json"], floorName: "git log --raw", floor: log,
          goal: .init(ratio: 2)),
        Contest(
          name: "list all that landed", folder: history, command: [prodops, "log", "--format", "json"],
          floorName: "git log --raw", floor: log, goal: .init()),
        Contest(
          name: "report the whole history", folder: history,
          command: [prodops, "report"] + from + ["--to", "HEAD"] + asOf, floorName: "git log --raw",
          floor: log, goal: .init()),
      ]
      contests += lives(prodops, history)
    }
    return contests
  }

  /// The life of one definition, and the same of a history that is ten times as long.
  private func lives(_ prodops: String, _ history: String) -> [Contest] {
    guard let name = definition ?? Self.firstDefinition(prodops, history) else { return [] }
    let git = ["git", "log", "--raw", "--no-renames", "--first-parent", "-m"]
    return ["log", "blame"].flatMap { command in
      let life = [prodops, command, name]
      let one = Contest(
        name: "\(command) of one definition", folder: history, command: life, floorName: "git log --raw",
        floor: git, goal: .init(seconds: 0.100))
      guard let longHistory else { return [one] }
      return [
        one,
        Contest(
          name: "\(command), tenfold history", folder: longHistory, command: life, floorName: "once",
          floor: life, floorFolder: history, goal: .init(ratio: 10)),
      ]
    }
  }

  private static func firstDefinition(_ prodops: String, _ history: String) -> String? {
    let list = try? Subprocess.run(
      [prodops, "list", "--rev", "HEAD", "--format", "json"], in: history, capturing: true)
    let first = list.flatMap { JSONDocument.parse($0.output).root?["definitions"]?.items.first { _ in true } }
    guard let kind = first?["kind"]?.string, let id = first?["id"]?.string else { return nil }
    return "\(kind):\(id)"
  }

  private static func line(_ row: Contest.Row) -> String {
    let goals = [
      row.goal.ratio.map { "≤ \(fixed($0, 0)) ×" }, row.goal.seconds.map { "< \(fixed($0 * 1000, 0)) ms" },
      row.goal.peakMiB.map { "≤ \(fixed($0, 0)) MiB" },
    ]
    return line(
      row.name, "\(fixed(row.wall * 1000, 1)) ms", "\(fixed(row.floor * 1000, 1)) ms",
      "\(fixed(row.wall / row.floor, 2)) ×", "\(fixed(row.cpu * 1000, 1)) ms",
      "\(fixed(row.floorCPU * 1000, 1)) ms", "\(fixed(row.peakMiB, 1)) MiB",
      goals.compactMap(\.self).joined(separator: ", "),
      goals.allSatisfy { $0 == nil } ? "" : row.isMet ? "met" : "MISSED")
  }

  private static func line(_ columns: String...) -> String {
    let widths = [26, 11, 11, 9, 11, 11, 11, 20, 0]
    var text = ""
    for (column, width) in zip(columns, widths) {
      text +=
        column
        + String(repeating: " ", count: max(width - column.unicodeScalars.count, column.isEmpty ? 0 : 1))
    }
    return text
  }

  private static func fixed(_ value: Double, _ places: Int) -> String {
    let scale = places == 0 ? 1 : 10.0 * (places == 1 ? 1 : 10)
    let units = Int((value * scale).rounded())
    guard places > 0 else { return "\(units)" }
    let fraction = "\(units % Int(scale))"
    return "\(units / Int(scale))." + String(repeating: "0", count: places - fraction.utf8.count) + fraction
  }
}
