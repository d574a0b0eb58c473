import ArgumentParser

/// Writes a corpus.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a corpus of definitions of all kinds that has nothing to object to.",
    discussion: "The same count and seed give the same bytes. The definitions are judged as of 2026-01-15.")

  @Argument(help: "The folder to write; it is made where it does not exist.") var folder: String
  @Option(help: "How many definitions, from \(Corpus.smallest) to \(Corpus.largest).") var count = 10_000
  @Option(help: "The number that the corpus is drawn from.") var seed: UInt64 = 7

  func validate() throws {
    guard (Corpus.smallest...Corpus.largest).contains(count) else {
      throw ValidationError("Give a count from \(Corpus.smallest) to \(Corpus.largest).")
    }
  }

  func run() throws {
    var corpus = Corpus(count: count, seed: seed)
    corpus.build()
    try corpus.write(to: folder)
    print("\(corpus.definitions.count) definitions, \(corpus.bytes) bytes")
  }
}
