internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

extension DiffWalk {
  /// The items of two lists, matched as the schema says.
  mutating func compareLists(
    _ old: [JSONValue], _ new: [JSONValue], _ shape: Shape?, _ weight: ChangeClass
  ) {
    let kind = shape?.listKind
    let isOrdered = kind == .ordered || kind == .appendOnly || kind == nil && !holdsObjects(old, new)
    let keys = (old.map { key(of: $0, shape) }, new.map { key(of: $0, shape) })
    var matching = ItemMatching(old, new, keys.0, keys.1)
    if isOrdered { matching.findMoves() }
    if shape?.listKey == nil || shape?.keyIsDate == true {
      if isOrdered {
        matching.pairWithinGaps(old, new)
      } else if kind != .set {
        matching.pairSimilar(old, new)
      }
    }
    for (position, item) in new.enumerated() {
      let token = keys.1[position] ?? String(position)
      guard let partner = matching.partnerOfNew[position] else {
        addItem(nil, item, token, shape, weight, isLast: isTail(position, matching))
        continue
      }
      let start = changes.count
      step(token, item, shape) { $0.compareItems(old[partner], item, shape, weight) }
      if kind == .appendOnly, changes.count > start {
        foldRewritten(start, old[partner], item, token, shape, weight)
      }
      if kind == .ordered, matching.moved.contains(position) {
        step(token, item, shape) { walk in
          var change = walk.change(.itemMoved, old[partner], item, weight: min(weight, .notable))
          change.facts.places = (partner + 1, position + 1)
          walk.changes.append(change)
        }
      }
    }
    for position in old.indices where matching.partnerOfOld[position] == nil {
      addItem(old[position], nil, keys.0[position] ?? String(position), shape, weight, isLast: false)
    }
  }

  /// Two items that are the same one; a bare text stands for an object that has only the key.
  private mutating func compareItems(
    _ old: JSONValue, _ new: JSONValue, _ shape: Shape?, _ weight: ChangeClass
  ) {
    guard let key = shape?.listKey, old.kind != new.kind, old.kind == .object || new.kind == .object else {
      return compare(old, new, shape?.items, weight)
    }
    let isNewer = new.kind == .object
    for member in (isNewer ? new : old).members where member.name != key {
      let field = shape?.items?[member.name]
      let own = field?.changeClass.flatMap(ChangeClass.init(name:)) ?? weight
      fields.append(
        FieldStep(
          isItem: false, token: member.name, label: field?.label ?? FieldLabels.humanised(member.name)))
      addScalar(isNewer ? nil : member.value, isNewer ? member.value : nil, field, own)
      fields.removeLast()
    }
  }

  /// An item that came or went.
  private mutating func addItem(
    _ old: JSONValue?, _ new: JSONValue?, _ token: String, _ shape: Shape?, _ weight: ChangeClass,
    isLast: Bool
  ) {
    guard let value = new ?? old else { return }
    let isAppendOnly = shape?.listKind == .appendOnly
    step(token, value, shape) { walk in
      var change = walk.change(
        new == nil ? .itemRemoved : .itemAdded, old, new, weight: new == nil ? weight : min(weight, .notable))
      change.meaning = FieldMeaning(shape?.items)
      if let key = shape?.listKey, value.kind == .object {
        change.meaning.sort = FieldMeaning(shape?.items?[key]).sort
      }
      change.facts.promises = walk.promises(in: value, shape?.items, at: walk.fields)
      if isAppendOnly, new == nil || !isLast {
        change.weight = max(weight, .risky)
        change.reasons.append(.appendOnly)
      }
      change.facts.isAppended = isAppendOnly && new != nil && isLast
      walk.changes.append(change)
    }
  }

  /// What changed in an entry of a list that only grows is one change: the entry was rewritten.
  private mutating func foldRewritten(
    _ start: Int, _ old: JSONValue, _ new: JSONValue, _ token: String, _ shape: Shape?, _ weight: ChangeClass
  ) {
    changes.removeSubrange(start...)
    step(token, new, shape) { walk in
      var change = walk.change(.itemRewritten, old, new, weight: max(weight, .risky))
      change.meaning = FieldMeaning(shape?.items)
      change.reasons = [.appendOnly]
      walk.changes.append(change)
    }
  }

  private mutating func step(
    _ token: String, _ item: JSONValue, _ shape: Shape?, _ body: (inout DiffWalk) -> Void
  ) {
    fields.append(FieldStep(isItem: true, token: token, label: ItemLabels.label(of: item, token, shape)))
    body(&self)
    fields.removeLast()
  }

  private func key(of item: JSONValue, _ shape: Shape?) -> String? { SemanticPath.key(of: item, in: shape) }

  private func holdsObjects(_ old: [JSONValue], _ new: [JSONValue]) -> Bool {
    old.contains { $0.kind == .object } || new.contains { $0.kind == .object }
  }

  /// Whether only items without a partner follow.
  private func isTail(_ position: Int, _ matching: ItemMatching) -> Bool {
    !matching.partnerOfNew[position...].contains { $0 != nil }
  }
}

/// What people call an item of a list.
enum ItemLabels {
  /// The item's title, or its key in words, or the value itself.
  static func label(of item: JSONValue, _ token: String, _ shape: Shape?) -> String {
    if let text = item.string { return text }
    if item.kind == .object {
      if let title = item["title"]?.string ?? item["name"]?.string { return title }
      if let key = shape?.listKey, let field = shape?.items?[key] {
        let isName = !field.referredKinds.isEmpty || field.isPerson || field.isWhen || field.format == "date"
        return isName || token.utf8.contains(0x2F) ? token : FieldLabels.humanised(token)
      }
    }
    if item.kind == .object, let first = item.members.lazy.compactMap({ $0.value.string }).first {
      return first
    }
    if item.kind == .number { return String(decoding: item.text, as: UTF8.self) }
    return Int(token).map { "no. \($0 + 1)" } ?? token
  }
}

extension Shape {
  /// Whether the key of the list's items is itself a date, which may move.
  var keyIsDate: Bool { listKey.flatMap { items?[$0]?.isWhen } ?? false }
}
