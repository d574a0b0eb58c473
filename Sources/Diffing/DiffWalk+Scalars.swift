internal import CivilDates
internal import JSONSyntax
internal import SchemaChecking

extension DiffWalk {
  /// A value that came, went or changed as a whole.
  mutating func addScalar(_ old: JSONValue?, _ new: JSONValue?, _ shape: Shape?, _ weight: ChangeClass) {
    let idiom: ChangeIdiom = old == nil ? .fieldAdded : new == nil ? .fieldRemoved : .fieldChanged
    var change = change(idiom, old, new, weight: old == nil ? min(weight, .notable) : weight)
    change.meaning = FieldMeaning(shape)
    if let shape {
      if shape.isWhen || shape.isPromise {
        classifyDate(&change, shape, weight)
      } else if let lifecycle = shape.lifecycle {
        change.meaning.sort = .state
        Lifecycle(lifecycle).classify(&change)
      }
    }
    if let value = new ?? old, value.kind == .object || value.kind == .array {
      change.facts.promises = promises(in: value, shape, at: fields)
    }
    changes.append(change)
  }

  func when(_ value: JSONValue?) -> When? {
    value?.content.flatMap { When($0, fiscalYearStart: context.fiscalYearStart) }
  }

  /// A date: promises have rules of their own.
  private func classifyDate(_ change: inout Change, _ shape: Shape, _ weight: ChangeClass) {
    change.meaning.sort = .date
    let (old, new) = (when(change.before), when(change.after))
    // A date that others take over from, or hand over to, is a promise on one side only, and did not move as one.
    let isPromise =
      (change.before == nil || isPromise(shape, holders.before))
      && (change.after == nil || isPromise(shape, holders.after))
    if let old, let day = context.day { change.facts.notice = day.days(until: old.last) }
    if let old, let new {
      let days = old.last.days(until: new.last)
      change.facts.days = days
      let isMoreExact = new.precision < old.precision && new.first >= old.first && new.last <= old.last
      change.idiom =
        if days == 0 || isMoreExact {
          isPromise ? .promiseReworded : .dateReworded
        } else if days > 0 {
          isPromise ? .promiseSlipped : .dateLater
        } else {
          isPromise ? .promisePulledIn : .dateEarlier
        }
    } else if isPromise {
      if change.before == nil || old == nil && new != nil { change.idiom = .promiseSet }
      if change.after == nil || old != nil && new == nil { change.idiom = .promiseDropped }
    }
    weigh(&change, shape, weight)
  }

  /// Whether the date at hand is one that someone relies on.
  func isPromise(_ shape: Shape, _ holder: JSONValue?) -> Bool {
    guard shape.isPromise else { return false }
    guard let other = shape.annotation("x-promise-unless")?.string, let list = holder?[name: other] else {
      return true
    }
    return list.count == 0
  }

  private func weigh(_ change: inout Change, _ shape: Shape, _ weight: ChangeClass) {
    switch change.idiom {
    case .promiseSlipped, .promiseDropped, .dateLater, .fieldRemoved, .fieldChanged: break
    case .promiseReworded, .dateReworded:
      change.weight = .routine
      return
    default:
      change.weight = min(weight, .notable)
      return
    }
    if change.idiom == .dateLater, shape.isPromise {
      change.weight = min(weight, .notable)
      change.reasons.append(.derivedDate)
    }
    let stage = LifeStage(before?.root, shape)
    if let notice = change.facts.notice {
      if notice < 0 {
        change.reasons.append(.oldDatePassed)
      } else if notice < 28 {
        change.reasons.append(.shortNotice)
      } else if notice >= 91 {
        change.reasons.append(.ampleNotice)
        change.weight = min(change.weight, .notable)
      }
    }
    if stage == .ended {
      change.reasons.append(.alreadyEnded)
      change.weight = .routine
    } else if stage == .first {
      change.reasons.append(.notCommitted)
      change.weight = .routine
    }
  }

  // MARK: Promises within

  /// The promises in a value that came or went as a whole, in the order of the document.
  func promises(in value: JSONValue, _ shape: Shape?, at start: [FieldStep] = []) -> [ChangeFacts.Promise] {
    var found: [ChangeFacts.Promise] = []
    var steps = start
    collect(value, shape, nil, &steps, &found)
    return found
  }

  private func collect(
    _ value: JSONValue, _ shape: Shape?, _ holder: JSONValue?, _ steps: inout [FieldStep],
    _ found: inout [ChangeFacts.Promise]
  ) {
    guard let shape else { return }
    switch value.kind {
    case .object:
      for member in value.members {
        guard let field = shape[key: member.key] else { continue }
        guard field.isPromise || member.value.kind == .object || member.value.kind == .array else { continue }
        let name = member.name
        steps.append(FieldStep(isItem: false, token: name, label: field.label ?? FieldLabels.humanised(name)))
        collect(member.value, field, value, &steps, &found)
        steps.removeLast()
      }
    case .array:
      var position = -1
      for item in value.items {
        position += 1
        guard item.kind == .object else { continue }
        let token = ItemKeys.token(of: item, position, shape)
        steps.append(FieldStep(isItem: true, token: token, label: ItemLabels.label(of: item, token, shape)))
        collect(item, shape.items, nil, &steps, &found)
        steps.removeLast()
      }
    default:
      guard isPromise(shape, holder), let text = value.string else { return }
      found.append(ChangeFacts.Promise(fields: steps, text: text, when: when(value)))
    }
  }
}

extension FieldMeaning {
  /// What the annotations of a field say of its values.
  init(_ shape: Shape?) {
    guard let shape else { return }
    unit = shape.unit
    kinds = shape.referredKinds
    if shape.isPerson {
      sort = .person
    } else if !kinds.isEmpty {
      sort = .reference
    } else if shape.isMoney {
      sort = .money
    } else if shape.isEffort {
      sort = .effort
    } else if shape.isWhen || shape.format == "date" {
      sort = .date
    } else if shape.lifecycle != nil {
      sort = .state
    } else if shape.isProse {
      sort = .prose
    }
  }
}
