internal import CivilDates
internal import Diagnostics
internal import Distributions
internal import Forecasting
public import Planning

/// What edits make of a plan's chances, for people at a terminal and in Markdown.
public enum ForecastChangesText {
  /// The promises that differ, a line each, with the edits that move them.
  public static func human(
    _ comparison: ForecastComparison, sides: (base: String, head: String), style: TextStyle
  ) -> String {
    let lines = lines(comparison)
    var text = style.paint(TerminalText.escaping(headline(comparison, sides)), .strong) + "\n"
    for line in lines { text += "  \(TerminalText.escaping(line))\n" }
    if !lines.isEmpty { text += "\n" }
    for note in notes(comparison, sides) { text += "note: \(TerminalText.escaping(note))\n" }
    return text
  }

  /// The same in Markdown.
  public static func markdown(
    _ comparison: ForecastComparison, sides: (base: String, head: String)
  ) -> String {
    var text =
      "# Chances from \(MarkdownText.escaping(sides.base)) to \(MarkdownText.escaping(sides.head))\n\n"
    text += "\(MarkdownText.escaping(headline(comparison, sides)))\n\n"
    for line in lines(comparison) { text += "- \(MarkdownText.escaping(line))\n" }
    for note in notes(comparison, sides) { text += "\n\(MarkdownText.escaping(note))\n" }
    return text
  }

  static func headline(_ comparison: ForecastComparison, _ sides: (base: String, head: String))
    -> String
  {
    let moved = comparison.changes.count { $0.before != nil && $0.after != nil }
    let new = comparison.changes.count { $0.before == nil }
    let gone = comparison.changes.count { $0.after == nil }
    var text =
      "\(moved == 0 ? "None" : Counting.grouped(moved)) of \(Counting.words(comparison.common, "promise"))"
    text += " \(moved > 1 ? "come" : "comes") with another chance or day"
    if new > 0 { text += ", \(new) new" }
    if gone > 0 { text += ", \(gone) gone" }
    return text + " (\(sides.base) → \(sides.head), both as of \(comparison.after.plan.model.asOf))"
  }

  private static func lines(_ comparison: ForecastComparison) -> [String] {
    comparison.changes.map { change in
      guard let before = change.before else {
        return "\(change.name): new" + (change.after.map { ", " + state($0) } ?? "")
      }
      guard let after = change.after else { return "\(change.name): gone" }
      var parts: [String] = []
      if let was = before.chance, let now = after.chance, change.points ?? 0 != 0 {
        let chances = ForecastWords.compared([was.share, now.share])
        parts.append("\(chances[0]) → \(chances[1]) by its promise")
      }
      if let days = change.days, days != 0, let day = after.days.p80 {
        parts.append(
          "P80 \(Counting.words(abs(days), "working day")) \(days > 0 ? "later" : "earlier") (\(day))")
      }
      var text = "\(change.name): \(parts.joined(separator: ", "))"
      let causes = change.causes.map { cause in
        let name = EditWords.short(cause.edit)
        if change.causes.count == 1 { return name }
        return cause.points != 0
          ? "\(name) (\(signed(cause.points)) points)" : "\(name) (\(signed(cause.days)) days)"
      }
      if !causes.isEmpty { text += ", because of \(Enumeration.list(causes, limit: 5))" }
      return text
    }
  }

  private static func state(_ promise: PlanForecast.Promise) -> String {
    let chance = promise.chance.map { "\(ForecastWords.chance($0.share)) by its promise, " } ?? ""
    return "\(chance)P80 \(promise.days.p80?.description ?? "after the horizon")"
  }

  private static func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "−\(number.magnitude)" }

  /// What the chances rest on, and what speaks against them on one of the sides.
  static func notes(_ comparison: ForecastComparison, _ sides: (base: String, head: String)) -> [String] {
    var notes: [String] = []
    for (side, forecast) in [(sides.base, comparison.before), (sides.head, comparison.after)] {
      notes += PlanForecastWords.doubts(forecast.plan, in: side)
    }
    notes.append(futures(comparison))
    guard !comparison.edits.isEmpty else { return notes + ["Nothing that decides dates was edited."] }
    return notes + [
      "The edits were applied one at a time: \(Enumeration.list(comparison.edits.map(EditWords.short), limit: 12)). "
        + "Both sides are drawn alike, so that neither time nor chance moves anything."
    ]
  }
  /// In how many futures, and that a forecast of one state plays another number.
  private static func futures(_ comparison: ForecastComparison) -> String {
    let runs = comparison.after.forecast.runs
    let usual = comparison.after.plan.model.facts.settings.simulations
    let text = "Each side was played through in \(Counting.words(runs, "future"))"
    guard runs != usual else { return text + "." }
    return text
      + ", and 'prodops forecast' goes by \(Counting.grouped(usual)): its chances may differ from these by a point or two."
  }
}
