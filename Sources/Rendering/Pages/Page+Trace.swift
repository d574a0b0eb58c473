internal import ChangeHistory
internal import CivilDates
internal import Diffing

extension Page.Trace {
  /// `Ana Lee and Ben Ode`; programs only where there is nobody else.
  var people: String {
    let humans = step.authors.filter { !$0.isBot }
    let authors = humans.isEmpty ? step.authors : humans
    let names = authors.prefix(3).map { ValueWords.cut($0.name) }
    let rest = authors.count - names.count
    return names.isEmpty ? "somebody" : Counting.list(names + (rest > 0 ? ["\(rest) more"] : []))
  }

  /// The day on which it landed.
  var day: String { step.day.description }

  /// `, the last of 3 times`.
  var repetition: String { times > 1 ? ", the last of \(Counting.grouped(times)) times" : "" }
}

/// The address at which a commit can be seen.
enum CommitAddress {
  /// The address by the pattern of the configuration; nil where there is none, or where it is no plain web address.
  static func of(_ commit: String, _ pattern: String?) -> String? {
    guard let pattern,
      pattern.utf8.starts(with: "https://".utf8) || pattern.utf8.starts(with: "http://".utf8)
    else { return nil }
    let address = pattern.replacing("{commit}", with: commit)
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[]\\\"`|'".utf8.contains($0) }
    return isPlain ? address : nil
  }
}
