internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// The last day on which notice can be given.
struct NoticeDay {
  let day: Day

  init?(_ contract: JSONValue?, _ context: ChangeContext) {
    guard let renews = context.when(contract?["renews"]), let days = contract?["noticeDays"]?.integer,
      (0...36_500).contains(days), let day = Day(number: max(0, renews.last.number - days))
    else { return nil }
    self.day = day
  }

  /// That the notice day was still to come before the change and is over after it, with nothing decided.
  static func lost(_ context: ChangeContext) -> ChangeReason? {
    guard let today = context.day, let contract = context.after?.root["contract"],
      contract["autoRenew"]?.bool == true, contract["decision"]?.string == nil,
      let new = NoticeDay(contract, context), new.day < today
    else { return nil }
    let before = context.before?.root["contract"]
    if before?["autoRenew"]?.bool == true, let old = NoticeDay(before, context), old.day < today {
      return nil
    }
    return ChangeReason("notice-day-gone", "notice had to be given by \(new.day), which is over")
  }
}
