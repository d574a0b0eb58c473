internal import CivilDates
internal import Diagnostics
internal import TrackRecords

/// The words of forecasts and of what they are made from.
enum ForecastWords {
  /// `35 %`, to the nearest 5 %, or words where that would say more than is known: the one way to write a chance.
  static func chance(_ share: Double) -> String {
    if !(share >= 0.05) { return "very unlikely" }
    if share > 0.95 { return "very likely" }
    return "\(Int((share * 20).rounded()) * 5) %"
  }

  /// Chances of one thing that stand beside each other for their difference: in whole percent where that tells two of
  /// them apart, as `chance` has them where it does not.
  static func compared(_ shares: [Double]) -> [String] {
    let exact = shares.map(wholePercent)
    guard exact.contains(where: { $0 != exact[0] }) else {
      return shares.map { _ in chance(shares[0]) }
    }
    return exact
  }

  /// In how many of the futures that were played through: `40 % of futures`.
  static func futures(_ share: Double) -> String {
    if share > 0.95 { return "nearly all futures" }
    return share < 0.05 ? "few futures" : "\(chance(share)) of futures"
  }

  /// `41 %`: of what was counted, never of a chance by itself.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// `41 %` of a chance that is compared; none that is open is told as certain.
  private static func wholePercent(_ share: Double) -> String {
    guard share > 0 else { return "0 %" }
    if share > 0.995, share < 1 { return "more than 99 %" }
    if share < 0.005 { return "less than 1 %" }
    return percent(share)
  }

  /// One decimal.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  /// Two decimals.
  static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = String(hundredths.magnitude % 100 + 100).dropFirst()
    return "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100).\(rest)"
  }

  /// The class and how it did, in one sentence.
  ///
  /// Of 84 milestones of initiatives such as this one (9 weeks before their date, moved later before), 41 % held their date; half came at most 16 weeks late, four in five at most 31 weeks.
  static func sentence(_ reference: ReferenceClass, _ slips: SlipDistribution) -> String {
    var traits = [time(reference.weeksLeft)]
    if let hadSlipped = reference.hadSlipped {
      traits.append(hadSlipped ? "moved later before" : "never moved later before")
    }
    if reference.isShorter { traits.append("the past knows too few with more time left") }
    if reference.recentDays == nil { traits.append("from the whole history") }
    var text = "Of \(Counting.grouped(reference.size)) \(noun(reference.family)) such as this one"
    text += " (\(traits.joined(separator: ", "))), \(percent(slips.share(upTo: 0))) held their date"
    var last = ""
    var later: [String] = []
    for (level, words) in [(0.5, "half"), (0.8, "four in five"), (0.95, "19 in 20")] where later.count < 2 {
      let days = slips.quantile(level)
      let distance = DayDistance.words(days)
      guard days > 0, distance != last else { continue }
      later.append(words + (later.isEmpty ? " came at most \(distance) late" : " at most \(distance)"))
      last = distance
    }
    if !later.isEmpty { text += "; " + later.joined(separator: ", ") }
    return text + "."
  }

  /// `milestones of initiatives`, `launches`.
  static func noun(_ family: ReferenceClass.Family?) -> String {
    guard let family else { return "dates of every kind" }
    guard let part = family.part else { return Plural.of(family.kind) }
    return "\(part) of \(Plural.of(family.kind))"
  }

  private static func time(_ weeks: Int) -> String {
    switch weeks {
    case 0: "in the week of their date"
    case 1...: "\(Counting.words(weeks, "week")) before their date"
    default: "\(Counting.words(-weeks, "week")) after their date"
    }
  }

  /// The part that holds the date, such as `beta`; nil where the definition itself does.
  static func part(of pointer: String) -> String? {
    let tokens = pointer.split(separator: "/", omittingEmptySubsequences: true)
    return tokens.count > 2 ? String(tokens[tokens.count - 2]) : nil
  }

  /// How it is known what came when.
  static func rule(_ rule: OutcomeRule) -> String {
    switch rule {
    case .settled(let days):
      "this repository does not record when promised things came: a date counts as met once it lies "
        + "\(Counting.words(days, "day")) back without another word"
    case .recorded: "things came on the day on which their last state landed"
    }
  }

  /// How long before its day a date was said.
  static func notice(_ notice: Calibration.Notice) -> String {
    switch notice {
    case .short: "less than 4 weeks"
    case .weeks: "4 to 13 weeks"
    case .months: "13 to 26 weeks"
    case .long: "26 weeks and more"
    }
  }
}
