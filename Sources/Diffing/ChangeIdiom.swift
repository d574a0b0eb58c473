/// What kind of change it is; the raw values are the names that outputs show, and they are for ever.
public enum ChangeIdiom: String, Hashable, CaseIterable, Sendable {
  case definitionAdded = "definition/added"
  case definitionRemoved = "definition/removed"
  /// A new id, declared in `formerly`.
  case definitionRenamed = "definition/renamed"
  /// One went and one came that look like the same thing; never acted upon.
  case renameSuspected = "definition/rename-suspected"
  /// One went, and one that came refers to it.
  case definitionReplaced = "definition/replaced"
  /// Another path and nothing else: for information.
  case definitionMoved = "definition/moved"
  case fieldAdded = "field/added"
  case fieldRemoved = "field/removed"
  case fieldChanged = "field/changed"
  case itemAdded = "item/added"
  case itemRemoved = "item/removed"
  /// Another place in a list whose order means something.
  case itemMoved = "item/moved"
  /// An entry of a list that only ever grows was changed.
  case itemRewritten = "item/rewritten"
  case dateLater = "date/later"
  case dateEarlier = "date/earlier"
  /// A date that says the same or less than before: another precision.
  case dateReworded = "date/reworded"
  case promiseSet = "promise/set"
  case promiseDropped = "promise/dropped"
  case promiseSlipped = "promise/slipped"
  case promisePulledIn = "promise/pulled-in"
  /// The same promise, said more or less exactly.
  case promiseReworded = "promise/reworded"
  case lifecycleAdvanced = "lifecycle/advanced"
  case lifecycleSkipped = "lifecycle/skipped"
  case lifecycleReopened = "lifecycle/reopened"
  /// Ended other than by reaching the end of the order.
  case lifecycleEnded = "lifecycle/ended"
  case lifecyclePaused = "lifecycle/paused"
  case lifecycleResumed = "lifecycle/resumed"
  /// Nothing was edited here: something that the definition relies on changed its meaning.
  case definitionAffected = "definition/affected"
  /// Nothing was edited at all: a day that the definition names went by.
  case dayPassed = "time/day-passed"

  /// The schedule gives another date, whether the definition was edited itself or not.
  case scheduleMoved = "schedule/moved"
  /// By the schedule a promise is missed that was kept, or that is new.
  case scheduleMissed = "schedule/promise-missed"
  /// The schedule has no dates any more for what is still to come.
  case scheduleLost = "schedule/dates-lost"

  /// What was done, in the words of tree comparison.
  public var operation: Operation {
    switch self {
    case .definitionAdded, .fieldAdded, .itemAdded, .promiseSet: .add
    case .definitionRemoved, .fieldRemoved, .itemRemoved, .promiseDropped: .remove
    case .definitionRenamed, .renameSuspected, .definitionReplaced: .rename
    case .definitionMoved: .move
    case .itemMoved: .reorder
    case .definitionAffected, .scheduleMoved, .scheduleMissed, .scheduleLost: .affect
    case .dayPassed: .elapse
    default: .change
    }
  }

  /// Whether it follows from other edits or from nothing but time.
  public var isFollowing: Bool {
    switch self {
    case .dayPassed, .definitionAffected, .scheduleMoved, .scheduleMissed, .scheduleLost: true
    default: false
    }
  }

  /// What can be done to a definition, a field or an item.
  public enum Operation: String, Hashable, CaseIterable, Sendable {
    case add
    case remove
    case change
    case rename
    case move
    case reorder
    /// An entry at the end of a list that only grows.
    case append
    /// Nothing was edited in the definition itself.
    case affect
    /// Nothing was edited anywhere.
    case elapse
  }

  /// The part of the name before the slash.
  public var area: Substring { rawValue.prefix { $0 != "/" } }
}
