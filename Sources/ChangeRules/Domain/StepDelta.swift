/// The steps in which two checklists differ.
struct StepDelta {
  let added: [String]
  let dropped: [String]

  init(_ old: [String], _ new: [String]) {
    let (before, after) = (Set(old), Set(new))
    added = new.filter { !before.contains($0) }
    dropped = old.filter { !after.contains($0) }
  }

  /// `new steps a and b; gone c`; nil where nothing differs.
  var words: String? {
    var parts: [String] = []
    if !added.isEmpty { parts.append("new: \(Clause.list(added))") }
    if !dropped.isEmpty { parts.append("gone: \(Clause.list(dropped))") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
