internal import CGitSupport
internal import CLibgit2

/// The size up to which a file of git's own is read.
private let fileLimit = 64 << 20

/// The commits that `shallow` lists.
func readShallowRoots(_ commonDirectory: String) -> Set<ObjectID> {
  Set(lines(of: commonDirectory + "/shallow").compactMap { ObjectID(hex: repairedText($0)) })
}

/// The commits of `info/grafts` with the parents that stand there.
func readGrafts(_ commonDirectory: String) -> [ObjectID: [ObjectID]] {
  var grafts: [ObjectID: [ObjectID]] = [:]
  for line in lines(of: commonDirectory + "/info/grafts") where line.first != UInt8(ascii: "#") {
    let words = line.split(separator: UInt8(ascii: " "))
    let ids = words.compactMap { ObjectID(hex: repairedText($0)) }
    guard let commit = ids.first, ids.count == words.count else { continue }
    grafts[commit] = Array(ids.dropFirst())
  }
  return grafts
}

/// The directories of objects beside the given one, as `info/alternates` names them.
func readAlternates(_ objectDirectory: String, depth: Int = 5) -> [String] {
  guard depth > 0 else { return [] }
  return lines(of: objectDirectory + "/info/alternates").flatMap { line -> [String] in
    guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "\"") else { return [] }
    let name = repairedText(line)
    let path = first == UInt8(ascii: "/") ? name : objectDirectory + "/" + name
    return [path] + readAlternates(path, depth: depth - 1)
  }
}

/// The objects that are read in place of others.
func readReplacements(
  _ repository: borrowing Handle<RepositoryHandle>, _ commonDirectory: String
) throws(GitError) -> [ObjectID: ObjectID] {
  guard hasReplacements(commonDirectory) else { return [:] }
  var iterator: OpaquePointer?
  try check(
    "git_reference_iterator_glob_new",
    unsafe git_reference_iterator_glob_new(&iterator, repository.pointer, "refs/replace/*"))
  defer { unsafe git_reference_iterator_free(iterator) }
  var found: [ObjectID: ObjectID] = [:]
  var name: UnsafePointer<CChar>?
  while unsafe git_reference_next_name(&name, iterator) == 0, let current = unsafe name {
    let text = unsafe String(cString: current)
    var target = git_oid()
    guard let id = ObjectID(hex: text.dropFirst("refs/replace/".count)),
      unsafe git_reference_name_to_id(&target, repository.pointer, text) == 0
    else { continue }
    found[id] = ObjectID(target)
  }
  return found
}

/// A cheap look for any replacement, since listing references costs time and few repositories have one.
private func hasReplacements(_ commonDirectory: String) -> Bool {
  if FileStatus(of: commonDirectory + "/refs/replace") != nil { return true }
  guard let packed = readFile(commonDirectory + "/packed-refs", limit: fileLimit) else { return false }
  let needle = Array(" refs/replace/".utf8)
  return unsafe prodops_contains(packed, packed.count, needle, needle.count) != 0
}

/// The lines of a small file of git's own; none if it is missing.
private func lines(of path: String) -> [ArraySlice<UInt8>] {
  (readFile(path, limit: fileLimit) ?? []).split(separator: UInt8(ascii: "\n")).map { line in
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}
