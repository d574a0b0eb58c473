import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import Testing
import Workspaces

/// Snapshots and differences of a few files.
enum Trial {
  static func snapshot(
    _ files: [String: String], configuration: String? = nil, schemas: [String: String] = [:]
  ) -> Snapshot {
    let judge = configuration.map { Configuration(JSONDocument.parse(Array($0.utf8))) } ?? Configuration()
    let library =
      judge.kinds.isEmpty
      ? .builtIn : SchemaLibrary(configuration: judge) { path in schemas[path.text].map { Array($0.utf8) } }
    let reader = SourceReader(library: library)
    let read = files.map { name, text in
      Snapshot.File(path: RepositoryPath(name), source: reader.read(Array(text.utf8), name: Array(name.utf8)))
    }
    return Snapshot(files: read, configuration: judge, library: library)
  }

  static func changes(
    _ before: [String: String], _ after: [String: String], day: String? = nil
  ) -> ChangeSet {
    ChangeSet.between(
      base: snapshot(before), head: snapshot(after), context: DiffContext(day: day.flatMap { Day($0) }))
  }

  /// An initiative with some more members.
  static func initiative(_ id: String = "a", _ members: String = "", status: String = "committed") -> String {
    """
    {"kind": "initiative", "id": "\(id)", "title": "Title of \(id)", "status": "\(status)", "team": "t"\
    \(members.isEmpty ? "" : ", " + members)}
    """
  }

  /// What happens between two sets of members of one initiative.
  static func between(
    _ before: String, _ after: String, status: (String, String) = ("committed", "committed"),
    day: String? = nil
  ) -> [Change] {
    changes(
      ["a.json": initiative("a", before, status: status.0)],
      ["a.json": initiative("a", after, status: status.1)],
      day: day
    ).changes
  }
}

extension Change {
  /// The rule and the pointer, for expectations.
  var brief: String { "\(idiom.rawValue) \(pointer)" }
}
