public import CivilDates
internal import JSONSyntax
public import SchemaChecking

/// What a comparison has to know beside the two versions.
public struct DiffContext: Sendable {
  /// The month, from 1, in which the fiscal year begins.
  public var fiscalYearStart: Int
  /// The day on which the change is made: tells whether an old date had passed.
  public var day: Day?
  /// How often the promise at a pointer of `kind:id` has moved later, this time included; nil where no history was
  /// read.
  public var slips: (@Sendable (_ definition: String, _ pointer: String) -> Int)?

  /// A context.
  public init(
    fiscalYearStart: Int = 1, day: Day? = nil,
    slips: (@Sendable (_ definition: String, _ pointer: String) -> Int)? = nil
  ) {
    self.fiscalYearStart = fiscalYearStart
    self.day = day
    self.slips = slips
  }
}

/// Compares two versions of a definition by meaning, guided by its schema's annotations.
public enum DefinitionDiff {
  /// What changed, the fields in the order of the schema; empty where only formatting or key order did.
  ///
  /// A definition that is new or gone is one change: what stands in it is not told again.
  public static func changes(
    before: DefinitionVersion?, after: DefinitionVersion?, shape: Shape?, context: DiffContext
  ) -> [Change] {
    guard let subject = (after ?? before)?.subject(shape) else { return [] }
    var walk = DiffWalk(subject: subject, shape: shape, before: before, after: after, context: context)
    guard let before, let after else {
      walk.addWhole(before?.root, after?.root)
      return walk.changes
    }
    if before.id != after.id {
      var change = walk.change(.definitionRenamed)
      change.facts.previous = before.subject(shape)
      walk.changes.append(change)
    }
    walk.compareObjects(before.root, after.root, shape, .notable)
    walk.foldEnded()
    if before.path != after.path { walk.changes.append(walk.change(.definitionMoved, weight: .routine)) }
    return walk.changes
  }

  /// Whether two versions say the same.
  public static func areEqual(_ before: DefinitionVersion, _ after: DefinitionVersion, shape: Shape?) -> Bool
  {
    if before.id != after.id { return false }
    var walk = DiffWalk(
      subject: after.subject(shape), shape: shape, before: before, after: after, context: DiffContext())
    walk.compareObjects(before.root, after.root, shape, .notable)
    return walk.changes.isEmpty
  }
}

/// One walk over two versions of one definition, side by side.
///
/// Goes as deep as the documents, which the parser bounds.
struct DiffWalk {
  let subject: Change.Subject
  let shape: Shape?
  let before: DefinitionVersion?
  let after: DefinitionVersion?
  let context: DiffContext
  var fields: [FieldStep] = []
  var changes: [Change] = []
  /// The objects that hold the field that is being compared.
  var holders: (before: JSONValue?, after: JSONValue?) = (nil, nil)

  init(
    subject: Change.Subject, shape: Shape?, before: DefinitionVersion?, after: DefinitionVersion?,
    context: DiffContext
  ) {
    self.subject = subject
    self.shape = shape
    self.before = before
    self.after = after
    self.context = context
  }

  func change(
    _ idiom: ChangeIdiom, _ old: JSONValue? = nil, _ new: JSONValue? = nil, weight: ChangeClass = .notable
  ) -> Change {
    var change = Change(
      idiom, of: subject, at: fields, before: old, after: new, pathBefore: before?.path,
      pathAfter: after?.path
    )
    change.weight = weight
    return change
  }

  /// The definition as a whole came or went.
  mutating func addWhole(_ old: JSONValue?, _ new: JSONValue?) {
    var change = change(new == nil ? .definitionRemoved : .definitionAdded, old, new)
    if let value = new ?? old { change.facts.promises = promises(in: value, shape) }
    changes.append(change)
  }

  /// What is cleared away together with the end of a definition is no news of its own.
  mutating func foldEnded() {
    guard changes.contains(where: { $0.idiom == .lifecycleEnded && $0.fields.count == 1 }) else { return }
    for index in changes.indices {
      switch changes[index].idiom {
      case .fieldRemoved, .itemRemoved, .promiseDropped:
        changes[index].weight = .routine
        changes[index].reasons.append(.endedWithIt)
      default: break
      }
    }
  }

  // MARK: Values

  /// Two values of one field.
  mutating func compare(_ old: JSONValue, _ new: JSONValue, _ shape: Shape?, _ inherited: ChangeClass) {
    if old.kind == new.kind, old.isSpelled(like: new) { return }
    let weight = shape?.changeClass.flatMap(ChangeClass.init(name:)) ?? inherited
    if shape?.isMoney == true || shape?.isEffort == true {
      if !SemanticEquality.areEqual(old, new) { addScalar(old, new, shape, weight) }
    } else if old.kind == .object, new.kind == .object {
      compareObjects(old, new, shape, weight)
    } else if old.kind == .array, new.kind == .array {
      compareLists(Array(old.items), Array(new.items), shape, weight)
    } else if !SemanticEquality.areEqual(old, new) {
      addScalar(old, new, shape, weight)
    }
  }

  /// A field that only one side has.
  private mutating func compareOneSided(
    _ old: JSONValue?, _ new: JSONValue?, _ shape: Shape?, _ inherited: ChangeClass
  ) {
    guard let value = new ?? old else { return }
    let weight = shape?.changeClass.flatMap(ChangeClass.init(name:)) ?? inherited
    if value.kind == .array, value.count > 0, shape?.listKind != nil {
      // A list that begins or ends is a list whose items came or went.
      compareLists(old.map { Array($0.items) } ?? [], new.map { Array($0.items) } ?? [], shape, weight)
    } else if value.kind == .object, value.count > 0, shape?.isFreeObject == true {
      for member in value.members where isFirst(member, in: value) {
        compareMember(
          member.name, old == nil ? nil : member.value, new == nil ? nil : member.value, shape, weight,
          (old, new))
      }
    } else {
      addScalar(old, new, shape, weight)
    }
  }

  // MARK: Objects

  mutating func compareObjects(
    _ old: JSONValue, _ new: JSONValue, _ shape: Shape?, _ weight: ChangeClass
  ) {
    var differing: [Differing] = []
    // Most members stand in the same order on both sides: those are found without looking a name up.
    var partners = old.members
    var partner = partners.next()
    var matched = 0
    for member in new.members where isFirst(member, in: new) {
      let other: JSONValue?
      if let found = partner, found.key.node.payload == member.key.node.payload,
        found.key.isSpelled(like: member.key)
      {
        other = found.value
        partner = partners.next()
      } else {
        other = old[name: member.name]
        if let other { partners.continue(after: other, &partner) }
      }
      if let other {
        matched += 1
        if other.kind == member.value.kind, other.isSpelled(like: member.value) { continue }
      }
      differing.append(Differing(name: member.name, old: other, new: member.value))
    }
    if matched < old.count || !old.document.faults.isEmpty {
      for member in old.members where isFirst(member, in: old) && new[name: member.name] == nil {
        differing.append(Differing(name: member.name, old: member.value, new: nil))
      }
    }
    guard !differing.isEmpty else { return }
    let isRoot = fields.isEmpty
    if let shape, differing.count > 1 {
      let ordered = differing.map { (position: shape.position(of: $0.name) ?? .max, field: $0) }
        .sorted { ($0.position, $0.field.name) < ($1.position, $1.field.name) }
      differing = ordered.map(\.field)
    } else {
      differing.sort { $0.name < $1.name }
    }
    var spans: [(name: String, range: Range<Int>)] = []
    for field in differing where !isRoot || !Self.isIdentity(field.name, before, after) {
      let start = changes.count
      compareMember(field.name, field.old, field.new, shape, weight, (old, new))
      if changes.count > start { spans.append((field.name, start..<changes.count)) }
    }
    if spans.count > 1 { foldCompanions(spans, shape) }
  }

  private struct Differing {
    let name: String
    let old: JSONValue?
    let new: JSONValue?
  }

  /// Fields that say which definition it is; a new id is a change of its own.
  private static func isIdentity(
    _ name: String, _ before: DefinitionVersion?, _ after: DefinitionVersion?
  ) -> Bool {
    name == "kind" || name == "id" || name == "formerly" && before?.id != after?.id
  }

  private mutating func compareMember(
    _ name: String, _ old: JSONValue?, _ new: JSONValue?, _ shape: Shape?, _ weight: ChangeClass,
    _ holders: (JSONValue?, JSONValue?)
  ) {
    let field = shape?[name]
    fields.append(
      FieldStep(
        isItem: false, token: name, label: field?.label ?? FieldLabels.humanised(name),
        isHolder: field?.isFreeObject ?? false))
    let outer = self.holders
    self.holders = holders
    if let old, let new {
      compare(old, new, field, weight)
    } else {
      compareOneSided(old, new, field, weight)
    }
    self.holders = outer
    fields.removeLast()
  }

  /// Of equal keys the first counts.
  private func isFirst(_ member: JSONMember, in object: JSONValue) -> Bool {
    object.document.faults.isEmpty || object[name: member.name]?.index == member.value.index
  }
}

extension JSONMembers {
  /// Goes on with the member after the one whose value is `value`, where that is further on.
  fileprivate mutating func `continue`(after value: JSONValue, _ current: inout JSONMember?) {
    var rest = self
    var steps = 0
    while let member = rest.next(), steps < 8 {
      steps += 1
      guard member.value.index == value.index else { continue }
      self = rest
      current = next()
      return
    }
  }
}
