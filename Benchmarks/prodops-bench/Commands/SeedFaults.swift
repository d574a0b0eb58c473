import ArgumentParser

/// Puts faults into a corpus.
struct SeedFaults: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts one fault each into some definitions of a corpus and writes down where they are.")

  @Argument(help: "The folder of the corpus; it is changed.") var folder: String
  @Option(help: "How many faults.") var faults = 500
  @Option(help: "The number that they are drawn from.") var seed: UInt64 = 11
  @Option(help: "Where to write the list; beside the folder, as expected.json, if it is left out.")
  var expected: String?

  func run() throws {
    var seeder = Seeder(try Stock(folder: folder), seed: seed)
    let planted = seeder.plant(faults)
    guard planted.count == faults else {
      throw ValidationError("The corpus has room for \(planted.count) of \(faults) faults.")
    }
    for (fault, bytes) in planted { try Files.write(bytes, to: "\(folder)/\(fault.path)") }
    let list = Item.array(planted.map { $0.fault.item })
    try Files.write(ItemWriter.file(list), to: expected ?? "\(folder)/../expected.json")
    let names = Set(planted.map(\.fault.name)).count
    print("\(planted.count) faults of \(names) classes")
  }
}

extension Fault {
  var item: Item {
    [
      "path": .string(path), "pointer": .string(pointer), "line": .integer(line), "class": .string(name),
      "rule": .string(rule),
    ]
  }

  init?(_ item: Item) {
    guard let path = item["path"]?.text, let pointer = item["pointer"]?.text,
      let line = item["line"]?.integer,
      let name = item["class"]?.text, let rule = item["rule"]?.text
    else { return nil }
    self.init(path: path, pointer: pointer, line: line, name: name, rule: rule)
  }
}

extension Item {
  var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}
