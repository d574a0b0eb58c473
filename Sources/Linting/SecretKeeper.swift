internal import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Takes credentials out of findings: what a finding quotes is printed in logs that more people can read.
struct SecretKeeper {
  private let nodes: [Int: Set<Int>]

  /// Keeps the secrets that stand in the files of `snapshot`.
  init(_ snapshot: Snapshot) {
    var nodes: [Int: Set<Int>] = [:]
    for (position, file) in snapshot.files.enumerated() where !file.source.textFaults.isEmpty {
      let found = file.source.secretNodes
      if !found.isEmpty { nodes[position] = Set(found) }
    }
    self.nodes = nodes
  }

  /// The finding without what its file has to keep secret.
  func keep(_ finding: Finding, file: Int, node: Int, rule: RuleMetadata) -> Finding {
    guard let secret = nodes[file] else { return finding }
    var kept = finding
    if secret.contains(node), rule.area != TextRules.secret.area {
      // The message may quote the value in part, which no search would find.
      kept.message =
        "this value, which is not shown since it looks like a secret, has a fault: \(rule.summary)"
      kept.help = rule.remedy
      kept.candidates = []
      kept.discriminator = ""
      kept.fixes = []
    }
    kept.message = Secrets.masked(kept.message)
    kept.help = Secrets.masked(kept.help)
    kept.candidates = kept.candidates.map(Secrets.masked)
    kept.place.pointer = masked(pointer: kept.place.pointer)
    kept.place.definition = Secrets.masked(kept.place.definition)
    kept.notes = kept.notes.map { note in
      var place = note.place
      place.pointer = masked(pointer: place.pointer)
      place.definition = Secrets.masked(place.definition)
      return Note(Secrets.masked(note.message), at: place)
    }
    return kept
  }

  /// A pointer whose names are looked at as they were before slashes in them were escaped.
  private func masked(pointer: String) -> String {
    guard let tokens = JSONPointer.tokens(pointer) else { return Secrets.masked(pointer) }
    return tokens.reduce(into: "") { $0 += "/" + JSONPointer.escaped(Secrets.masked($1)) }
  }
}
