import ArgumentParser

/// Makes a repository whose landed steps are those of another one, several times over.
struct Lengthen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lengthen",
    abstract: "Makes a repository whose first-parent history is that of another one, repeated.",
    discussion: """
      The trees are the same ones, in the same order; at the end of each round everything is as it was at the start \
      of the next, so that definitions go and come again.
      """)

  @Argument(help: "A git repository.") var source: String
  @Argument(help: "The folder of the new, bare repository.") var destination: String
  @Option(help: "How many times.") var times = 10

  private struct Step {
    let tree: String
    let time: Int
  }

  func run() throws {
    try git(["clone", "--quiet", "--bare", source, destination], in: ".")
    let log = try git(["log", "--first-parent", "--reverse", "--format=%T %ct", "HEAD"], in: destination)
    let steps = log.split(separator: "\n").compactMap { line -> Step? in
      let words = line.split(separator: " ")
      guard words.count == 2, let time = Int(words[1]) else { return nil }
      return Step(tree: String(words[0]), time: time)
    }
    guard let first = steps.first, let last = steps.last else { return }
    let span = last.time - first.time + 86_400
    var stream = "reset refs/heads/long\n\n"
    for round in 0..<times {
      for step in steps {
        stream += "commit refs/heads/long\n"
        stream += "committer Bench <bench@example.com> \(step.time + round * span) +0000\n"
        stream += "data 0\nM 040000 \(step.tree) \n\n"
      }
    }
    let file = destination + "/stream"
    try Files.write(Array(stream.utf8), to: file)
    try git(["symbolic-ref", "HEAD", "refs/heads/long"], in: destination)
    let run = try Subprocess.run(
      ["sh", "-c", "git fast-import --quiet <stream && rm stream"], in: destination)
    guard run.status == 0 else { throw Unmeasured(name: "git fast-import", status: run.status) }
  }

  @discardableResult
  private func git(_ arguments: [String], in folder: String) throws -> String {
    let run = try Subprocess.run(["git"] + arguments, in: folder, capturing: true)
    guard run.status == 0 else { throw Unmeasured(name: "git \(arguments[0])", status: run.status) }
    return String(decoding: run.output, as: UTF8.self)
  }
}
