/// Why a change has its class, or what is remarkable about it.
///
/// The code is for machines and for ever; the text is a clause for people, made by the rule that gives the reason.
public struct ChangeReason: Hashable, Sendable {
  /// A name in kebab case, such as `old-date-passed`.
  public let code: String
  /// A clause without a capital or a full stop, such as `3 running experiments measure it`.
  ///
  /// Nil where the sentence of the change says it already. It may hold what strangers wrote.
  public let text: String?

  /// A reason by its code, with a clause where the change's own sentence does not tell.
  public init(_ code: String, _ text: String? = nil) {
    self.code = code
    self.text = text
  }

  /// Reasons are the same where their codes are.
  public static func == (left: ChangeReason, right: ChangeReason) -> Bool { left.code == right.code }

  /// Hashes the code.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }

  /// The old date had passed before it was changed.
  public static let oldDatePassed = ChangeReason("old-date-passed")
  /// Less than four weeks were left of the old date.
  public static let shortNotice = ChangeReason("short-notice")
  /// At least a quarter of a year was left of the old date.
  public static let ampleNotice = ChangeReason("ample-notice")
  /// The definition had ended: its dates are history.
  public static let alreadyEnded = ChangeReason("already-ended")
  /// The definition ended in the same step, and this went with it.
  public static let endedWithIt = ChangeReason("ended-with-it")
  /// The definition is in a tentative state of its lifecycle: nobody relies on it yet.
  public static let notCommitted = ChangeReason("not-committed")
  /// The date follows from others, which are the promises.
  public static let derivedDate = ChangeReason("derived-date")
  /// A state that the schema does not know.
  public static let unknownState = ChangeReason("unknown-state")
  /// The list is meant to grow only.
  public static let appendOnly = ChangeReason("append-only")
  /// Other definitions still refer to it.
  public static let stillReferenced = ChangeReason("still-referenced")
}
