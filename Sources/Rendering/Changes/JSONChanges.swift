internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// Changes as one JSON document; `docs/output/diff.schema.json` describes it.
public enum JSONChanges {
  /// The document.
  public static func render(_ list: ChangeListing) -> String {
    var writer = JSONWriter()
    var places = ChangePlaces()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", list.version)
      }
      writer.member("base", list.sides.base)
      writer.member("head", list.sides.head)
      writer.object("summary") { summary in
        for weight in ChangeClass.allCases.reversed() {
          summary.member(weight.name, list.changes.changes.count { $0.weight == weight })
        }
        summary.member("compared", list.changes.compared)
      }
      write(list.changes, to: &writer, &places)
    }
    return writer.text
  }

  /// The members `changes`, `folds`, `consequences`, `formatOnly` and `unreadable`.
  static func write(_ changes: ChangeSet, to writer: inout JSONWriter, _ places: inout ChangePlaces) {
    writer.array("changes", of: changes.changes) { writer, change in
      writer.object { write(change, to: &$0, &places) }
    }
    writer.array("folds", of: changes.folds) { writer, fold in
      writer.object { object in
        object.member("rule", changes.changes[fold.members[0]].rule)
        object.member("pointer", changes.changes[fold.members[0]].pointer)
        object.member("hasSameValues", fold.hasSameValues)
        object.member("fingerprints", fold.members.map { changes.changes[$0].fingerprint })
      }
    }
    writer.array("consequences", of: changes.consequences) { writer, consequence in
      writer.object { object in
        object.member("of", consequence.of)
        object.member("definition", consequence.referrer.name)
        object.member("path", consequence.path.text)
        object.member("pointer", consequence.pointer)
        object.member("through", consequence.through)
      }
    }
    writer.member("formatOnly", changes.formatOnly.map(\.text))
    writer.array("unreadable", of: changes.unreadable) { writer, file in
      writer.object { object in
        object.member("path", file.path.text)
        object.member("before", file.before)
        object.member("after", file.after)
      }
    }
  }

  static func write(_ change: Change, to writer: inout JSONWriter, _ places: inout ChangePlaces) {
    let (old, new) = (places.place(change.before), places.place(change.after))
    let isAfter = change.after != nil || change.before == nil && change.pathAfter != nil
    writer.member("rule", change.rule)
    writer.member("operation", change.operation.rawValue)
    writer.member("class", change.weight.name)
    writer.member("path", (isAfter ? change.pathAfter : change.pathBefore)?.text)
    writer.member("line", (isAfter ? new : old)?.line ?? 1)
    writer.member("column", (isAfter ? new : old)?.column ?? 1)
    writer.member("side", isAfter ? "after" : "before")
    writer.member("definition", change.subject.name)
    writer.member("title", change.subject.title)
    writer.member("pointer", change.pointer)
    side("before", change.before, change.pathBefore, old, isWhole: change.fields.isEmpty, to: &writer)
    side("after", change.after, change.pathAfter, new, isWhole: change.fields.isEmpty, to: &writer)
    writer.member("words", ChangeWords.sentence(for: change))
    writer.array("reasons", of: change.reasons) { writer, reason in
      writer.object {
        $0.member("code", reason.code)
        $0.member("text", reason.text)
      }
    }
    writer.object("facts") { facts in
      if let days = change.facts.days { facts.member("days", days) }
      if let notice = change.facts.notice { facts.member("notice", notice) }
      if !change.facts.skipped.isEmpty { facts.member("skipped", change.facts.skipped) }
      if let previous = change.facts.previous { facts.member("previous", previous.name) }
      if let evidence = change.facts.evidence {
        facts.object("evidence") {
          $0.member("path", evidence.path.rawValue)
          $0.member("title", evidence.title.rawValue)
          $0.member("similarity", evidence.similarity)
        }
      }
    }
    if let cause = change.cause {
      writer.object("cause") {
        $0.member("definition", cause.subject.name)
        $0.member("pointer", cause.fields.pointer)
        $0.member("rule", cause.rule)
        $0.member("via", cause.via)
      }
    }
    if !change.parts.isEmpty {
      writer.array("parts", of: change.parts) { writer, part in
        writer.object { write(part, to: &$0, &places) }
      }
    }
    writer.member("fingerprint", change.fingerprint)
  }

  private static func side(
    _ key: String, _ value: JSONValue?, _ path: RepositoryPath?, _ place: Position?, isWhole: Bool,
    to writer: inout JSONWriter
  ) {
    guard value != nil || path != nil else { return writer.member(key, nil as String?) }
    writer.object(key) { side in
      side.member("path", path?.text)
      if let place {
        side.member("line", place.line)
        side.member("column", place.column)
      }
      // A definition as a whole stands in its file; repeating it here would only make the output large.
      if let value, !isWhole {
        side.key("value")
        side.value(value)
      }
    }
  }
}

/// Lines and columns of values, counted once for each document.
struct ChangePlaces {
  private var maps: [ObjectIdentifier: LineMap] = [:]

  /// Where a value starts.
  mutating func place(_ value: JSONValue?) -> Position? {
    guard let value else { return nil }
    let key = ObjectIdentifier(value.document)
    let map = maps[key] ?? LineMap(value.document.bytes)
    maps[key] = map
    return map.position(of: value.span.start, in: value.document.bytes)
  }
}
