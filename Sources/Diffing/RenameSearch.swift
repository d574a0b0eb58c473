internal import Diagnostics
internal import JSONSyntax

/// Looks for definitions that went and came back under another id, in about linear time.
enum RenameSearch {
  struct Pair {
    let before: DefinitionVersion
    let after: DefinitionVersion
    let evidence: RenameEvidence
  }

  /// How many definitions may share a trait for it to lead from one to the other.
  private static let commonest = 8

  /// Pairs of one kind with enough in common, each definition in one at most.
  static func pairs(removed: [DefinitionVersion], added: [DefinitionVersion]) -> [Pair] {
    guard !removed.isEmpty, !added.isEmpty else { return [] }
    let traits = removed.map(Self.traits)
    var holders: [UInt64: [Int]] = [:]
    var byPlace: [String: [Int]] = [:]
    for (position, version) in removed.enumerated() {
      for trait in traits[position] { holders[trait, default: []].append(position) }
      byPlace[version.kind + "\n" + version.path.text, default: []].append(position)
    }
    var taken: Set<Int> = []
    var pairs: [Pair] = []
    for after in added {
      let own = Self.traits(of: after)
      var votes: [Int: Int] = [:]
      for trait in own {
        guard let found = holders[trait], found.count <= commonest else { continue }
        for position in found { votes[position, default: 0] += 1 }
      }
      for position in byPlace[after.kind + "\n" + after.path.text] ?? [] { votes[position, default: 0] += 1 }
      let likely = votes.filter { !taken.contains($0.key) && removed[$0.key].kind == after.kind }
        .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(commonest)
      let best = likely.map {
        (position: $0.key, evidence: evidence(removed[$0.key], traits[$0.key], after, own))
      }
      .max { (score($0.evidence), $1.position) < (score($1.evidence), $0.position) }
      guard let best, score(best.evidence) >= 100 else { continue }
      taken.insert(best.position)
      pairs.append(Pair(before: removed[best.position], after: after, evidence: best.evidence))
    }
    return pairs
  }

  /// What speaks for `after` being what `sketch` was.
  static func evidence(_ sketch: DefinitionSketch, _ after: DefinitionVersion) -> RenameEvidence {
    let traits = traits(of: after)
    return RenameEvidence(
      path: likeness(sketch.path.bytes, after.path.bytes),
      title: likeness(Array(sketch.title.utf8), Array((after.root["title"]?.content ?? []))),
      similarity: 100 * sketch.traits.intersection(traits).count / max(sketch.traits.count, traits.count, 1))
  }

  /// Whether the evidence is enough to take two definitions for one.
  static func isEnough(_ evidence: RenameEvidence) -> Bool { score(evidence) >= 100 }

  /// At 100 the pair is suspected: the same title or file needs some content in common, else nearly all of it.
  private static func score(_ evidence: RenameEvidence) -> Int {
    evidence.similarity + (evidence.title == .different ? 0 : 65) + (evidence.path == .different ? 0 : 55)
      + (evidence.similarity >= 80 ? 20 : 0)
  }

  private static func evidence(
    _ before: DefinitionVersion, _ old: Set<UInt64>, _ after: DefinitionVersion, _ new: Set<UInt64>
  ) -> RenameEvidence {
    let shared = old.intersection(new).count
    return RenameEvidence(
      path: likeness(before.path.bytes, after.path.bytes),
      title: likeness(
        Array((before.root["title"]?.content ?? [])), Array((after.root["title"]?.content ?? []))),
      similarity: 100 * shared / max(old.count, new.count, 1))
  }

  private static func likeness(_ left: [UInt8], _ right: [UInt8]) -> RenameEvidence.Likeness {
    guard !left.isEmpty, !right.isEmpty else { return .different }
    if left == right { return .same }
    let (bare, other) = (letters(left), letters(right))
    return !bare.isEmpty && bare == other ? .alike : .different
  }

  /// The text without digits, case and ASCII punctuation; slashes count.
  private static func letters(_ text: [UInt8]) -> [UInt8] {
    text.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x61...0x7A, 0x2F, 0x80...: byte
      default: nil
      }
    }
  }

  /// What stands in a definition, each field or item as a number.
  static func traits(of version: DefinitionVersion) -> Set<UInt64> {
    var traits: Set<UInt64> = []
    for member in version.root.members {
      let name = member.name
      if name == "kind" || name == "id" { continue }
      switch member.value.kind {
      case .array: for item in member.value.items { traits.insert(trait(name, SemanticHash.of(item))) }
      case .object:
        for inner in member.value.members { traits.insert(trait(name, SemanticHash.member(inner))) }
      default: traits.insert(SemanticHash.member(member))
      }
    }
    return traits
  }

  private static func trait(_ name: String, _ hash: UInt64) -> UInt64 {
    name.utf8.reduce(hash ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
