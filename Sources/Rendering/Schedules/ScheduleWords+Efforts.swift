internal import CivilDates
internal import Forecasting
internal import Planning

extension ScheduleWords {
  /// What a share's work comes to: `10 working days for 3 person-weeks by 2 people with 70 % of their time`.
  ///
  /// Of what "progress" states it says when that was, and which part of it is the team's.
  func effort(_ placed: PlanSchedule.PlacedShare, of facts: InitiativeFacts) -> String {
    let share = placed.share
    var text = "\(DayWords.working(placed.days)) for "
    if let rest = share.rest {
      text += "the \(DayWords.weeks(rest.left)) that are reckoned to be left"
      if facts.progress == nil { text += " of \(DayWords.weeks(share.effort.likely))" }
    } else {
      text += DayWords.weeks(share.effort.likely)
    }
    text += " by \(DayWords.people(share.people))"
    let focus = plan.model.facts.settings.focus
    if focus < 1 { text += " with \(DayWords.number(focus * 100, places: 0)) % of their time" }
    text += "."
    guard let rest = share.rest else { return text }
    if let progress = facts.progress {
      text += " Its \(said(progress))\(part(rest, of: facts, for: "its part"))."
    }
    if rest.spent < rest.effort.likely, rest.left > rest.effort.likely - rest.spent + 0.05 {
      text +=
        " \(DayWords.weeks(rest.spent)) went in \(facts.progress == nil ? "so far" : "since then"): what has taken "
        + "so long mostly takes longer than was likely."
    }
    return text
  }

  /// `"progress" said 3 person-weeks on Tue 16 Dec 2025`.
  private func said(_ progress: InitiativeFacts.Progress) -> String {
    "\"progress\" said \(DayWords.weeks(progress.remaining.likely)) on \(DayWords.day(progress.asOf))"
  }

  /// `; 0.43 of them are its part, by effort`: nothing where there is one share.
  private func part(_ rest: PlanModel.Rest, of facts: InitiativeFacts, for whose: String) -> String {
    guard facts.work.count > 1 else { return "" }
    return "; \(DayWords.number(rest.effort.likely, places: 2)) of them are \(whose), by effort"
  }

  // MARK: Efforts that are used up

  /// What was said to be left of an initiative; nil where it says nothing.
  func progress(of initiative: String) -> InitiativeFacts.Progress? { plan.facts(of: initiative)?.progress }

  /// That a team has worked on an initiative for as long as it was reckoned to take, and what is reckoned with since.
  func spent(_ initiative: String, _ team: String) -> String {
    let facts = plan.facts(of: initiative)
    let share = plan.model.position(of: initiative).flatMap { item in
      plan.model.items[item].shares.first { $0.team == team }
    }
    let source = share?.estimate.source ?? .stated
    let guess =
      "What is left is guessed from \(source == .stated ? "its range" : "the usual spread of estimates"); "
    guard let facts, let progress = facts.progress, let rest = share?.rest else {
      return
        "\(name(initiative)): \(self.team(team)) has worked on it for as long as it was reckoned to take. "
        + "\(guess)\"progress\" would tell."
    }
    return
      "\(name(initiative)): its \(said(progress))\(part(rest, of: facts, for: "the part of \(self.team(team))")), and "
      + "as much has been worked since. \(guess)a newer \"progress\" would tell."
  }

  // MARK: Ranges

  /// What stands for the low effort of shares that state one number: `its estimate has no range; the usual 0.75 times it is
  /// assumed`; nil where all state ranges, or what is assumed is no less than they state.
  func lowEffort(of initiative: String) -> String? {
    guard let item = plan.model.position(of: initiative) else { return nil }
    let shares = plan.model.items[item].shares
    guard
      let first = shares.first(where: {
        $0.estimate.source != .stated && $0.estimate.low < $0.estimate.likely
      })
    else { return nil }
    let whose = shares.count > 1 ? "the estimate for \(team(first.team))" : "its estimate"
    switch first.estimate.source {
    case .stated, .none: return nil
    case .assumed(let ratios):
      return "\(whose) has no range; the usual \(DayWords.number(ratios.low, places: 2)) times it is assumed"
    case .record(let record):
      return
        "\(whose) has no range; \(DayWords.number(record.ratios.low, places: 2)) times it is assumed, as of "
        + "\(Counting.words(record.items, "finished initiative"))"
    }
  }
}
