import ChangeHistory
import Diffing
import TestSupport
import Testing
import WorkspaceIO
import Workspaces

/// The tool's log and blame, beside those of the reference.
struct LifeCheck {
  let reader: LifeReader
  let repository: WorkspaceRepository
  let path: String

  init(_ path: String) throws {
    self.path = path
    repository = try WorkspacePlace.find(path).repository()
    reader = try LifeReader(of: repository, at: repository.resolve("HEAD"))
  }

  func log(
    _ name: String, from base: String? = nil, to tip: String = "HEAD", field: String? = nil, limit: Int? = nil
  )
    throws -> DefinitionLog?
  {
    try reader.log(
      of: #require(DefinitionName(name)), from: base.map { try repository.resolve($0) },
      to: repository.resolve(tip), field: field.flatMap { FieldQuery($0) }, limit: limit)
  }

  func blame(_ name: String, at tip: String = "HEAD", withDisk: Bool = false) throws -> DefinitionBlame? {
    try reader.blame(of: #require(DefinitionName(name)), at: repository.resolve(tip), withDisk: withDisk)
  }

  /// The origins of a blame, by pointer.
  func origins(_ name: String) throws -> [String: LifeReference.Origin] {
    var origins: [String: LifeReference.Origin] = [:]
    for field in try blame(name)?.fields ?? [] {
      guard case .landed(let landing, let authorship) = field.origin else { continue }
      origins[field.leaf.pointer] = LifeReference.Origin(
        landed: landing.reference.commit, written: authorship.commit)
    }
    return origins
  }

  /// Compares both with the reference.
  func expectAgreement(_ name: String, _ reference: LifeReference) throws {
    if reference.newest.definitions[name] != nil {
      let (wanted, found) = (reference.blame(of: name), try origins(name))
      for pointer in Set(wanted.keys).union(found.keys).sorted() {
        #expect(found[pointer] == wanted[pointer], "\(name) \(pointer)")
      }
    }
    let log = try #require(try log(name), "\(name)")
    let told = log.entries.filter { $0.unreadable == nil }
    let wanted = reference.landed(name)
    let commits = Set(wanted)
    #expect(
      told.map(\.landing.reference.commit).filter { commits.contains($0) } == wanted.reversed(), "\(name)")
    // What the reference does not see is that items only changed their order.
    for entry in told where !commits.contains(entry.landing.reference.commit) {
      #expect(
        entry.changes.allSatisfy { $0.idiom == .itemMoved }, "\(name) \(entry.landing.reference.commit)")
    }
  }
}
