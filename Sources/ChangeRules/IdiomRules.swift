internal import Diffing

/// What was done, where no rule of the kind knows better what it means: the names that changes have by default.
public enum IdiomRules {
  /// A rule for each idiom, and for what only history can tell, sorted by name.
  public static let all: [ChangeRuleMetadata] =
    (ChangeIdiom.allCases.filter { $0 != .definitionAffected && $0 != .dayPassed }.map(metadata) + history)
    .sorted {
      $0.name < $1.name
    }

  private static let history = [
    ChangeRuleMetadata(
      "definition/id-reused", .risky,
      summary: "A new definition has the id of another one that was removed earlier.",
      why: "Whoever refers to the id now means something else, and the histories of two things run together.",
      remedy: "Give the new definition an id of its own."),
    ChangeRuleMetadata(
      "definition/restored", .notable, summary: "A definition that was removed earlier is back.",
      why: "What was given up is on again; its history goes on.",
      remedy: "Check that its dates and references still hold."),
  ]

  private static func metadata(_ idiom: ChangeIdiom) -> ChangeRuleMetadata {
    let (usual, summary, why, remedy) = text(idiom)
    return ChangeRuleMetadata(
      idiom.rawValue, usual, summary: summary, why: why, remedy: remedy,
      options: idiom == .promiseSlipped ? [.slips] : [])
  }

  private typealias Text = (ChangeClass, summary: String, why: String, remedy: String)

  private static func text(_ idiom: ChangeIdiom) -> Text {
    switch idiom {
    case .definitionAdded, .definitionRemoved, .definitionRenamed, .renameSuspected, .definitionReplaced,
      .definitionMoved, .definitionAffected, .dayPassed, .scheduleMoved, .scheduleMissed, .scheduleLost:
      definition(idiom)
    case .promiseSet, .promiseDropped, .promiseSlipped, .promisePulledIn, .promiseReworded, .dateLater,
      .dateEarlier, .dateReworded:
      date(idiom)
    case .lifecycleAdvanced, .lifecycleSkipped, .lifecycleReopened, .lifecycleEnded, .lifecyclePaused,
      .lifecycleResumed:
      lifecycle(idiom)
    default: field(idiom)
    }
  }

  private static func definition(_ idiom: ChangeIdiom) -> Text {
    switch idiom {
    case .definitionAdded:
      (
        .notable, "A definition is new.", "There is something more to know of, to staff or to keep.",
        "Nothing, unless it is missing what a definition of its kind needs: lint says so."
      )
    case .definitionRemoved:
      (
        .notable, "A definition is gone; breaking while others still refer to it.",
        "What referred to it points at nothing, and nobody is told that it ended.",
        "Give it a final status in place of removing it, or mend what refers to it."
      )
    case .definitionRenamed:
      (
        .notable, "A definition has a new id, and says so in `formerly`.",
        "References by the old id point at nothing.", "Mend what still refers to the old id."
      )
    case .renameSuspected:
      (
        .notable, "One definition went and one came that look like the same thing under a new id.",
        "Unless it is declared, history, blame and the count of slips begin anew.",
        "Write the old id into `formerly`, if it is the same thing."
      )
    case .definitionReplaced:
      (
        .notable, "One definition went, and one that came refers to it as what it takes over from.",
        "What was promised for the old one is not promised any more.",
        "Mend what still refers to the old one."
      )
    case .definitionMoved:
      (
        .routine, "The file of a definition has another path.",
        "It is for information: identity is kind and id.",
        "Nothing."
      )
    case .scheduleMoved:
      (
        .notable,
        "The schedule gives an initiative another day of shipping; risky where it then misses what was promised.",
        "An edit elsewhere can take the people that it needs, and nobody who wrote it is told.",
        "See `prodops explain` of the initiative, and agree on the order or on a new date."
      )
    case .scheduleMissed:
      (
        .risky,
        "By the schedule an initiative misses what is promised, and did not before: it is new, or its promise is.",
        "Whoever relies on the date plans with one that the work does not allow.",
        "Promise a day that `prodops forecast` calls likely, or make room: `prodops explain` tells what would help."
      )
    case .scheduleLost:
      (
        .risky, "The schedule has no dates any more for an initiative that is still to come.",
        "It waits for something that is paused, waits for itself, or needs people whom its team does not have; nobody who "
          + "relies on it is told.",
        "See `prodops explain` of the initiative: it says what keeps it from having dates."
      )
    default:
      (
        .notable, "Nothing was edited in the definition, and yet it is not what it was.",
        "Others changed, or days went by.", "See the reason that is named."
      )
    }
  }

  private static func field(_ idiom: ChangeIdiom) -> Text {
    switch idiom {
    case .fieldAdded:
      (
        .notable, "A field has a value that had none.", "Readers of the definition learn something new.",
        "Nothing, usually."
      )
    case .fieldRemoved:
      (
        .notable, "A field has no value any more.", "What it said is no longer known to those who read it.",
        "Say in the pull request why it went."
      )
    case .fieldChanged:
      (
        .notable, "A field has another value.", "How much that matters, the field's schema says.",
        "Say in the pull request why it changed, where the field matters."
      )
    case .itemAdded:
      (
        .notable, "A list has an item more.", "How much that matters, the list's schema says.",
        "Nothing, usually."
      )
    case .itemRemoved:
      (
        .notable, "A list has an item less.", "Someone may have relied on it.",
        "Say in the pull request why it went."
      )
    case .itemMoved:
      (
        .notable, "An item has another place in a list whose order means something.",
        "What comes first is what people do or read first.", "Check that the new order is meant."
      )
    default:
      (
        .risky, "An entry of a list that only ever grows was changed or taken out.",
        "Such lists are records: what is rewritten cannot be relied on later.",
        "Restore the entry, and add a new one that corrects it."
      )
    }
  }

  private static func date(_ idiom: ChangeIdiom) -> Text {
    switch idiom {
    case .promiseSet:
      (.notable, "A date is promised for the first time.", "Others begin to plan by it.", "Nothing.")
    case .promiseDropped:
      (
        .risky, "A date that was promised is no longer said.",
        "Those who planned by it do not know what holds now.",
        "Name the new date, a vaguer one if need be."
      )
    case .promiseSlipped:
      (
        .risky, "A date that was promised is later than it was.",
        "Those who planned by it wait; the later it is said, the less they can do about it.",
        "Tell those who depend on it, and say what moved it."
      )
    case .promisePulledIn:
      (
        .notable, "A date that was promised is earlier than it was.",
        "What has to be ready before it has less time.", "Check that what it depends on fits."
      )
    case .promiseReworded:
      (
        .routine, "A promise says the same date, or a part of what it said, in other words.",
        "Nothing moved for those who planned by its last day.", "Nothing."
      )
    case .dateLater:
      (
        .notable, "A date is later than it was.", "What follows it may have to wait.",
        "Check what follows it."
      )
    case .dateEarlier:
      (
        .notable, "A date is earlier than it was.", "What has to be ready before it has less time.",
        "Check what comes before it."
      )
    default:
      (
        .routine, "A date says the same, or a part of what it said, in other words.", "Nothing moved.",
        "Nothing."
      )
    }
  }

  private static func lifecycle(_ idiom: ChangeIdiom) -> Text {
    switch idiom {
    case .lifecycleAdvanced:
      (.notable, "A status went one step forward.", "It is how things should go.", "Nothing.")
    case .lifecycleSkipped:
      (
        .notable, "A status went forward and passed over at least one state.",
        "What the state in between stands for may not have been done.", "Check that nothing was left out."
      )
    case .lifecycleReopened:
      (
        .risky, "A status went back.", "What was said to be done is not: whoever built upon it has to know.",
        "Say why, and tell those who were told that it was done."
      )
    case .lifecycleEnded:
      (
        .risky, "A definition ended other than by reaching its goal.",
        "Whoever waits for it waits in vain.", "Mend what refers to it, and say what was learned."
      )
    case .lifecyclePaused:
      (.notable, "A definition is paused.", "Its dates do not hold while it rests.", "Say until when.")
    default: (.notable, "A paused definition goes on.", "Its dates hold again.", "Check its dates.")
    }
  }
}
