import ChangeHistory
import Diagnostics
import Diffing
import JSONSyntax
import SchemaChecking
import TestSupport
import WorkspaceIO
import Workspaces

/// The history of definitions told in the slowest way: git gives every object, every version of every landed step is
/// read in full, each is compared with the one before, field by field, from the first step to the last.
///
/// Knows nothing of the walk, of its order or of when it may stop.
final class LifeReference {
  /// A file of a tree.
  struct File: Hashable {
    let path: String
    let blob: String
  }

  /// What a tree says: definitions by their name, and the files that cannot be read.
  struct State {
    var definitions: [String: File] = [:]
    var broken: Set<String> = []
  }

  /// What stands in a blob.
  enum Content {
    case definition(name: String, former: [String], JSONDocument)
    case broken
    case other
  }

  /// Where a value comes from: the landed step, and the commit in it that wrote the value.
  struct Origin: Equatable {
    var landed: String
    var written: String
  }

  /// What one step did to a definition.
  struct Step {
    let commit: String
    var before: File?
    var after: File?
    var isBrokenBefore = false
    var isBrokenAfter = false
  }

  private let scratch: ScratchRepository
  private let path: String
  private var contents: [String: Content] = [:]
  private var trees: [String: ArraySlice<UInt8>] = [:]
  /// The files of folders without folders, by path and tree.
  private var folders: [String: [File]] = [:]
  /// Each text once, since there are very many.
  private var texts: Set<String> = []
  private var roots: [String: String] = [:]
  private var parents: [String: [String]] = [:]
  /// The landed steps, the first one first.
  private var chain: [String] = []
  /// The commits that each step brought in, newest first.
  private var brought: [String: [String]] = [:]
  private var history: [String: [Step]] = [:]
  /// Names that stood for two definitions at once, of which there is no one history.
  private(set) var ambiguous: Set<String> = []
  /// What the last step has.
  private(set) var newest = State()

  init(_ scratch: ScratchRepository, at path: String? = nil) throws {
    self.scratch = scratch
    self.path = path ?? scratch.path
    var order: [String] = []
    let log = try scratch.git("log", "--date-order", "--format=%H %T %P", "HEAD", in: self.path)
    for line in log.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      roots[words[0]] = words[1]
      parents[words[0]] = Array(words.dropFirst(2))
      order.append(words[0])
    }
    chain = try scratch.git("rev-list", "--first-parent", "--reverse", "HEAD", in: self.path)
      .split(separator: "\n").map(String.init)
    findLandings(order)
    try readObjects()
    compareSteps()
  }

  /// Which commits each step brought in: those that it reaches and no earlier one.
  private func findLandings(_ order: [String]) {
    var landing: [String: String] = [:]
    for step in chain {
      var waiting = [step]
      while let commit = waiting.popLast() {
        guard landing[commit] == nil else { continue }
        landing[commit] = step
        waiting += parents[commit] ?? []
      }
    }
    for commit in order {
      if let step = landing[commit], step != commit { brought[step, default: []].append(commit) }
    }
  }

  // MARK: Reading

  private func readObjects() throws {
    let names = try scratch.git("rev-list", "--objects", "HEAD", in: path).split(separator: "\n")
      .map { String($0.prefix(40)) }.filter { roots[$0] == nil }
    let request = names.map { $0 + "\n" }.joined()
    let bytes = try scratch.gitBytes(["cat-file", "--batch"], in: path, input: Array(request.utf8))
    var start = 0
    while start < bytes.count, let end = bytes[start...].firstIndex(of: 0x0A) {
      let head = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: " ").map(String.init)
      let size = Int(head[2]) ?? 0
      let body = bytes[(end + 1)..<(end + 1 + size)]
      if head[1] == "tree" { trees[head[0]] = Array(body)[...] }
      if head[1] == "blob" { contents[head[0]] = Self.content(Array(body)) }
      start = end + 2 + size
    }
  }

  private static func entries(_ bytes: ArraySlice<UInt8>) -> [(mode: String, name: String, id: String)] {
    var entries: [(mode: String, name: String, id: String)] = []
    var rest = bytes
    while let space = rest.firstIndex(of: 0x20), let zero = rest.firstIndex(of: 0) {
      let id = rest[(zero + 1)..<(zero + 21)].map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }
      entries.append(
        (
          String(decoding: rest[..<space], as: UTF8.self),
          String(decoding: rest[(space + 1)..<zero], as: UTF8.self), id.joined()
        ))
      rest = rest[(zero + 21)...]
    }
    return entries
  }

  private static func content(_ bytes: [UInt8]) -> Content {
    let document = JSONDocument.parse(bytes)
    guard document.isComplete, let root = document.root else { return .broken }
    guard root.kind == .object, let kind = root["kind"]?.string, let id = root["id"]?.string,
      SchemaLibrary.builtIn.slot(of: kind) != nil
    else { return .other }
    let former = root["formerly"]?.items.compactMap(\.string) ?? []
    return .definition(name: "\(kind):\(id)", former: former.map { "\(kind):\($0)" }, document)
  }

  /// The definition files of a tree that stands at `prefix`.
  private func files(_ tree: String, at prefix: String = "") -> [File] {
    let key = prefix + tree
    if let known = folders[key] { return known }
    var files: [File] = []
    let entries = Self.entries(trees[tree] ?? [])
    for entry in entries {
      if entry.mode == "40000" {
        files += self.files(entry.id, at: prefix + entry.name + "/")
      } else if entry.mode.hasPrefix("100"), entry.name.hasSuffix(".json") {
        files.append(File(path: once(prefix + entry.name), blob: once(entry.id)))
      }
    }
    if !entries.contains(where: { $0.mode == "40000" }) { folders[key] = files }
    return files
  }

  private func once(_ text: String) -> String { texts.insert(text).memberAfterInsert }

  private func state(_ commit: String) -> State {
    var state = State()
    for file in files(roots[commit] ?? "") {
      switch contents[file.blob] {
      case .definition(let name, _, _)?:
        if state.definitions.updateValue(file, forKey: name) != nil { ambiguous.insert(name) }
      case .broken?: state.broken.insert(file.path)
      default: break
      }
    }
    return state
  }

  /// Compares each step with the one before it.
  private func compareSteps() {
    for commit in chain {
      let state = state(commit)
      for (name, file) in state.definitions where newest.definitions[name] != file {
        let old = newest.definitions[name]
        history[name, default: []].append(
          Step(
            commit: commit, before: old, after: file,
            isBrokenBefore: old == nil && newest.broken.contains(file.path)))
      }
      for (name, file) in newest.definitions where state.definitions[name] == nil {
        history[name, default: []].append(
          Step(commit: commit, before: file, after: nil, isBrokenAfter: state.broken.contains(file.path)))
      }
      newest = state
    }
  }

  // MARK: Lives

  /// What the landed steps did to a definition, the first one first: versions that cannot be read stepped over, and
  /// continued from the definition whose id `formerly` declares.
  func steps(of name: String) -> [Step] {
    var steps: [Step] = []
    for var step in history[name] ?? [] {
      if step.isBrokenBefore, let last = steps.last, last.isBrokenAfter {
        step.before = last.before
        steps.removeLast()
      } else if step.before == nil, !step.isBrokenBefore, let after = step.after,
        case .definition(_, let former, _)? = contents[after.blob]
      {
        let earlier = former.first { other in
          history[other]?.contains { $0.commit == step.commit && $0.after == nil } ?? false
        }
        if let earlier {
          let before = self.steps(of: earlier)
          let end = before.lastIndex { $0.commit == step.commit } ?? before.count
          step.before = end < before.count ? before[end].before : nil
          steps = Array(before[..<end])
        }
      }
      steps.append(step)
    }
    return steps
  }

  func document(_ file: File?) -> JSONDocument? {
    guard let file, case .definition(_, _, let document)? = contents[file.blob] else { return nil }
    return document
  }

  /// The commits that changed what a definition says, its id or its file, the first one first.
  func landed(_ name: String) -> [String] {
    let kind = String(name.prefix { $0 != ":" })
    return steps(of: name).filter { step in
      guard let before = document(step.before), let after = document(step.after) else { return true }
      return step.before?.path != step.after?.path || before.root?["id"]?.string != after.root?["id"]?.string
        || Self.fields(before, kind) != Self.fields(after, kind)
    }.map(\.commit)
  }

  /// Where each field of a definition, as the last step has it, comes from.
  func blame(of name: String) -> [String: Origin] {
    let kind = String(name.prefix { $0 != ":" })
    var origins: [String: Origin] = [:]
    for step in steps(of: name) {
      let (old, new) = (Self.fields(document(step.before), kind), Self.fields(document(step.after), kind))
      for pointer in Array(origins.keys) where new[pointer] == nil { origins[pointer] = nil }
      let moved = new.filter { old[$0.key] != $0.value }
      guard !moved.isEmpty else { continue }
      for pointer in moved.keys { origins[pointer] = Origin(landed: step.commit, written: step.commit) }
      guard (parents[step.commit] ?? []).count > 1 else { continue }
      for (pointer, commit) in authors(of: moved, in: step, kind) { origins[pointer]?.written = commit }
    }
    return origins
  }

  /// For each value the newest commit that a merge brought in, that has it, and whose parents have it not.
  private func authors(of values: [String: String], in step: Step, _ kind: String) -> [String: String] {
    var names: Set<String> = []
    for file in [step.before, step.after] {
      guard let file, case .definition(let name, let former, _)? = contents[file.blob] else { continue }
      names.formUnion([name] + former)
    }
    var known: [String: [String: String]] = [:]
    func fields(_ commit: String) -> [String: String] {
      if let found = known[commit] { return found }
      let all = files(roots[commit] ?? "").filter { file in
        if case .definition(let name, _, _)? = contents[file.blob] { return names.contains(name) }
        return false
      }
      // Where a branch has two copies, the file that the merge has counts.
      let file =
        all.first { $0.path == step.after?.path } ?? all.first { $0.path == step.before?.path } ?? all.first
      let found = Self.fields(document(file), kind)
      known[commit] = found
      return found
    }
    var authors: [String: String] = [:]
    for commit in brought[step.commit] ?? [] {
      for (pointer, value) in values where authors[pointer] == nil && fields(commit)[pointer] == value {
        if !(parents[commit] ?? []).contains(where: { fields($0)[pointer] == value }) {
          authors[pointer] = commit
        }
      }
    }
    return authors
  }

  /// Every value of a definition, by pointer, as compact text: written apart from the tool's own way.
  static func fields(_ document: JSONDocument?, _ kind: String) -> [String: String] {
    guard let root = document?.root else { return [:] }
    var result: [String: String] = [:]
    func walk(_ value: JSONValue, _ shape: Shape?, _ pointer: String) {
      let isWhole = shape?.isMoney == true || shape?.isEffort == true || value.count == 0
      if value.kind == .object, !isWhole {
        for member in value.members {
          walk(member.value, shape?[member.name], pointer + "/" + JSONPointer.escaped(member.name))
        }
        return
      }
      let items = Array(value.items)
      let keys = items.map { SemanticPath.key(of: $0, in: shape) }
      if value.kind == .array, !isWhole, shape?.listKind != nil, !keys.contains(nil),
        Set(keys).count == keys.count
      {
        for (item, key) in zip(items, keys) {
          let inner = pointer + "/" + JSONPointer.escaped(key ?? "")
          result[inner] = "\(key ?? "")"
          guard item.kind == .object, let name = shape?.listKey else { continue }
          for member in item.members where member.name != name {
            walk(member.value, shape?.items?[member.name], inner + "/" + JSONPointer.escaped(member.name))
          }
        }
        return
      }
      result[pointer] = canonical(value)
    }
    let shape = SchemaLibrary.builtIn.shape(of: kind)
    for member in root.members where !["kind", "id", "$schema"].contains(member.name) {
      walk(member.value, shape?[member.name], "/" + JSONPointer.escaped(member.name))
    }
    return result
  }

  /// A value with its keys in order and its numbers in one spelling.
  private static func canonical(_ value: JSONValue) -> String {
    switch value.kind {
    case .object:
      let members = value.members.map { "\($0.name):\(canonical($0.value))" }.sorted()
      return "{" + members.joined(separator: ",") + "}"
    case .array: return "[" + value.items.map(canonical).joined(separator: ",") + "]"
    case .number: return value.decimal?.description ?? "?"
    case .string: return "\"" + (value.string ?? "") + "\""
    default: return String(decoding: value.text, as: UTF8.self)
    }
  }
}
