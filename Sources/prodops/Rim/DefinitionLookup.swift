import Diagnostics
import Rendering
import Workspaces

extension Snapshot {
  /// The position of the definition that a text names; the kind may be left out where one kind has the id.
  func position(named name: String) throws -> Int {
    if let full = DefinitionName(name), let position = position(kind: full.kind, id: full.id) {
      return position
    }
    if !name.utf8.contains(0x3A) {
      let found = definitions.indices.filter { definitions[$0].id.utf8.elementsEqual(name.utf8) }
      // Two files may say the same name: that is the linter's to tell.
      let names = Set(found.map { definitions[$0].name }).sorted().map { "'\($0)'" }
      if let first = found.first, names.count == 1 { return first }
      if names.count > 1 {
        throw Failure.usage("several definitions have the id '\(name)': \(Counting.list(names, "and"))")
      }
    }
    throw Failure.usage("there is no definition '\(name)'; \(hint(for: name))")
  }

  /// What may have been meant by a name that no definition has.
  func hint(for name: String) -> String {
    // An id of another kind is nearer than any other name.
    let id = DefinitionName(name)?.id ?? name
    var near = definitions.filter { $0.id.utf8.elementsEqual(id.utf8) }.prefix(3).map(\.name)
    if near.isEmpty { near = NearestNames.candidates(for: name, among: definitions.map(\.name)) }
    if near.isEmpty {
      let ids = NearestNames.candidates(for: id, among: Set(definitions.map(\.id)).sorted())
      near = definitions.filter { ids.contains($0.id) }.prefix(3).map(\.name)
    }
    return near.isEmpty ? "'prodops list' names them all" : Counting.suggestion(near)
  }
}
