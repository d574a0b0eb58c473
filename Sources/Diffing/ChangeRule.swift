/// What kind of change it is; the raw values are the names that outputs show, and they are for ever.
public enum ChangeRule: String, Hashable, CaseIterable, Sendable {
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

  /// The part of the name before the slash.
  public var area: Substring { rawValue.prefix { $0 != "/" } }
}

/// Why a change has its class, or what is remarkable about it.
public enum ChangeReason: String, Hashable, CaseIterable, Sendable {
  /// The old date had passed before it was changed.
  case oldDatePassed = "old-date-passed"
  /// Less than four weeks were left of the old date.
  case shortNotice = "short-notice"
  /// At least a quarter of a year was left of the old date.
  case ampleNotice = "ample-notice"
  /// The definition had ended: its dates are history.
  case alreadyEnded = "already-ended"
  /// The definition ended in the same step, and this went with it.
  case endedWithIt = "ended-with-it"
  /// The definition is at the start of its lifecycle: nobody relies on it yet.
  case notCommitted = "not-committed"
  /// The date follows from others, which are the promises.
  case derivedDate = "derived-date"
  /// A state that the schema does not know.
  case unknownState = "unknown-state"
  /// The list is meant to grow only.
  case appendOnly = "append-only"
  /// Other definitions still refer to it.
  case stillReferenced = "still-referenced"
}
