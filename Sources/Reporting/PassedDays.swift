public import CivilDates
internal import Diagnostics
public import Diffing
internal import JSONSyntax
internal import Linting
internal import SchemaChecking
public import Workspaces

/// What the passing of days did between two days, though no file changed: targets, notices, reviews, waivers.
///
/// A tree is held against both days by the rules that know the clock; what they find on the later day only went by
/// in between. So the events have the names, the words and the settings of lint.
public enum PassedDays {
  /// Rules whose event matters more than their severity says: on that day something happened that cannot be undone.
  private static let irrevocable: Set<String> = ["tool/notice-missed"]

  /// The events of `snapshot` after the day `from`, up to and with `to`; none where that is no later day.
  public static func events(in snapshot: Snapshot, after from: Day, upTo to: Day) async -> [Change] {
    guard from < to else { return [] }
    let before = await Linter.run(snapshot, asOf: from, rules: RuleCatalog.clocked)
    let after = await Linter.run(snapshot, asOf: to, rules: RuleCatalog.clocked)
    return after.new(since: before).findings.compactMap { change(for: $0, in: snapshot) }
  }

  private static func change(for finding: Finding, in snapshot: Snapshot) -> Change? {
    guard let file = snapshot.file(at: finding.place.path), let root = file.source.document.root else {
      return nil
    }
    let definition = finding.place.definition
    let kind = String(definition.prefix { $0 != ":" })
    let version = DefinitionVersion(
      kind: kind, id: String(definition.dropFirst(kind.count + 1)), path: finding.place.path, root: root)
    let shape = snapshot.library.shape(of: kind)
    let value = value(at: finding.place, in: root)
    var change = Change(
      .dayPassed, of: version.subject(shape), at: steps(finding.place.pointer, shape), before: value,
      after: value, pathBefore: finding.place.path, pathAfter: finding.place.path)
    change.judgedBy = finding.rule
    change.words = finding.message
    change.weight =
      switch finding.severity {
      case _ where irrevocable.contains(finding.rule): .breaking
      case .error: .risky
      case .warning: .notable
      case .info: .routine
      }
    return change
  }

  private static func value(at place: Place, in root: JSONValue) -> JSONValue {
    let nodes = root.document.nodes
    let found = nodes.indices.first {
      Int(nodes[$0].start) == place.span.start && Int(nodes[$0].end) == place.span.end
    }
    return found.map { JSONValue(document: root.document, index: $0) } ?? root
  }

  /// The way that a pointer tells, with the names that the schema gives.
  private static func steps(_ pointer: String, _ shape: Shape?) -> [FieldStep] {
    var shape = shape
    var steps: [FieldStep] = []
    for part in pointer.split(separator: "/", omittingEmptySubsequences: true) {
      let token = String(part.replacing("~1", with: "/").replacing("~0", with: "~"))
      let isItem = shape?.items != nil
      let next = isItem ? shape?.items : shape?[token]
      steps.append(
        FieldStep(isItem: isItem, token: token, label: next?.label ?? FieldLabels.humanised(token)))
      shape = next
    }
    return steps
  }
}
