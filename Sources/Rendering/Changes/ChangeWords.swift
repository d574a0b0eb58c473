internal import CivilDates
internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// Changes as a product manager would say them.
///
/// The sentences hold what strangers wrote: each format escapes them as a whole.
public enum ChangeWords {
  /// One sentence without a final full stop, which does not name the definition.
  public static func sentence(for change: Change) -> String {
    if let words = change.words { return words }
    if change.idiom.area == "definition" { return definition(change) }
    let place = FieldPhrase(change.fields)
    return place.prefix + body(change, place)
  }

  /// Why the change has its class, after a dash; empty where the sentence says it.
  public static func reasons(of change: Change) -> String {
    let reasons = change.reasons.compactMap(\.text)
    return reasons.isEmpty ? "" : " — " + reasons.joined(separator: "; ")
  }

  private static func body(_ change: Change, _ place: FieldPhrase) -> String {
    switch change.idiom {
    case .itemAdded, .itemRemoved, .itemMoved, .itemRewritten: return item(change, place)
    case .fieldAdded, .promiseSet: return added(change, place.field)
    case .fieldRemoved, .promiseDropped: return removed(change, place.field)
    case .promiseSlipped, .promisePulledIn, .dateLater, .dateEarlier, .promiseReworded, .dateReworded:
      return DateWords.move(change, place.field)
    case .fieldChanged: return changed(change, place.field)
    default: return LifecycleWords.step(change, place.field)
    }
  }

  // MARK: Definitions

  private static func definition(_ change: Change) -> String {
    let kind = FieldPhrase.lowered(change.subject.kindLabel)
    let previous = change.facts.previous
    switch change.idiom {
    case .definitionAdded:
      return "New \(kind)" + DateWords.ofNew(change.facts.promises)
    case .definitionRemoved: return "Removed"
    case .definitionRenamed: return "Renamed: its id was \(previous?.id ?? "another")"
    case .renameSuspected:
      return "Probably \(previous?.id ?? "another") under a new id (\(evidence(change.facts.evidence)))"
    case .definitionReplaced:
      guard let previous else { return "Takes the place of another \(kind)" }
      return "Takes the place of \(ValueWords.quoted(previous.title)) (\(previous.id)), which was removed"
    default:
      return "File moved from \(change.pathBefore?.text ?? "") to \(change.pathAfter?.text ?? "")"
    }
  }

  private static func evidence(_ evidence: RenameEvidence?) -> String {
    guard let evidence else { return "no evidence" }
    var parts: [String] = []
    switch evidence.path {
    case .same: parts.append("the same file")
    case .alike: parts.append("nearly the same file name")
    case .different: break
    }
    switch evidence.title {
    case .same: parts.append("the same title")
    case .alike: parts.append("nearly the same title")
    case .different: break
    }
    parts.append("\(evidence.similarity) % of the content the same")
    return Counting.list(parts)
  }

  // MARK: Fields

  private static func added(_ change: Change, _ field: String) -> String {
    guard let after = change.after else { return "\(field) set" }
    let value = ValueWords.brief(after, change.meaning)
    let remark = change.reasons.contains(.unknownState) ? ", which is no known state" : ""
    return (value.map { "\(field) set to \($0)" } ?? "\(field) added") + companion(change) + remark
  }

  private static func removed(_ change: Change, _ field: String) -> String {
    let verb = change.idiom == .promiseDropped ? "dropped" : "removed"
    guard let before = change.before, let value = ValueWords.brief(before, change.meaning) else {
      return "\(field) \(verb)"
    }
    return "\(field) \(verb) (was \(value)\(companion(change, separator: "; ")))"
  }

  private static func changed(_ change: Change, _ field: String) -> String {
    guard let before = change.before, let after = change.after else { return "\(field) changed" }
    if change.meaning.sort == .prose { return "\(field) reworded" }
    guard let (old, new) = ValueWords.pair(before, after, change.meaning) else { return "\(field) changed" }
    if change.reasons.contains(.unknownState) {
      return "\(field) went from \(old) to \(new), and one of these is no known state"
    }
    if change.meaning.kinds == ["team"] { return "\(field) handed over from \(old) to \(new)" }
    let verb = ValueWords.direction(before, after, change.meaning) ?? "changed"
    return "\(field) \(verb) from \(old) to \(new)\(companion(change))"
  }

  /// What changed together with the date, as ", release 4.1 → 4.2".
  static func companion(_ change: Change, separator: String = ", ") -> String {
    guard let companion = change.facts.companion else { return "" }
    let label = FieldPhrase.lowered(companion.label)
    return switch (companion.before, companion.after) {
    case (let before?, let after?):
      "\(separator)\(label) \(ValueWords.cut(before)) → \(ValueWords.cut(after))"
    case (nil, let after?): "\(separator)\(label) \(ValueWords.cut(after))"
    case (let before?, nil): "\(separator)\(label) was \(ValueWords.cut(before))"
    default: ""
    }
  }

  // MARK: Items

  private static func item(_ change: Change, _ place: FieldPhrase) -> String {
    let isPerson = change.meaning.sort == .person
    switch change.idiom {
    case .itemAdded:
      if isPerson { return "\(place.item) joined" }
      let promises = DateWords.promises(change.facts.promises, insideOf: change.fields.count)
      let late = change.reasons.contains(.appendOnly) ? ", though the list only grows at its end" : ""
      return "\(place.item) added" + (promises.isEmpty ? "" : ", \(promises)") + late
    case .itemRemoved:
      if isPerson { return "\(place.item) left" }
      let promises = DateWords.promises(change.facts.promises, insideOf: change.fields.count)
      let late = change.reasons.contains(.appendOnly) ? ", though the list only grows" : ""
      return "\(place.item) removed" + (promises.isEmpty ? "" : " (was \(promises))") + late
    case .itemMoved:
      let places = change.facts.places
      return "\(place.item) moved from place \(places?.before ?? 0) to place \(places?.after ?? 0)"
    default: return "\(place.item) rewritten, though the list only grows"
    }
  }
}

/// The way to a field, in words.
struct FieldPhrase {
  /// What stands before the field, such as `Beta: `.
  let prefix: String
  /// The field, with a capital where it begins the sentence.
  let field: String
  /// The last item.
  let item: String
  /// The whole way, to be named in a list.
  var whole: String { prefix + field }

  init(_ fields: [FieldStep]) {
    let isItem = fields.last?.isItem ?? false
    var parts: [String] = []
    for (index, step) in fields.dropLast().enumerated() where !step.isHolder {
      if step.isItem {
        parts.append(ValueWords.cut(step.label))
      } else if !(index + 1 < fields.count - 1 && fields[index + 1].isItem)
        || Self.isBareName(fields[index + 1])
      {
        // A list's label is left out before an item that has a name of its own.
        parts.append(step.label)
      }
    }
    prefix = parts.isEmpty ? "" : parts.joined(separator: " › ") + ": "
    let label = ValueWords.cut(fields.last?.label ?? "")
    field = prefix.isEmpty || isItem ? label : Self.lowered(label)
    item = label
  }

  /// Whether an item is known by a mere key, such as the id of a team.
  private static func isBareName(_ step: FieldStep) -> Bool { step.label == step.token }

  /// `label` within a sentence: its first letter small, unless it begins an abbreviation.
  static func lowered(_ label: String) -> String {
    let scalars = label.unicodeScalars
    guard let first = scalars.first, first.value >= 0x41, first.value <= 0x5A else { return label }
    if let second = scalars.dropFirst().first, second.value >= 0x41, second.value <= 0x5A { return label }
    return String(Unicode.Scalar(UInt8(first.value | 0x20))) + String(Substring(scalars.dropFirst()))
  }
}
