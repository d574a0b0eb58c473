import CivilDates

/// When an experiment runs, on whom, and what it measures.
struct Trial {
  var start: Day
  var days: Int
  /// The share of the daily units, in hundredths.
  var share: Int
  var primary: Product.Metric
  var guardrail: Product.Metric
  var variants: [String]

  /// Its last day.
  var end: Day { start.advanced(by: days - 1) }
  /// How many units each variant gets.
  var unitsPerVariant: Int { primary.dailyUnits * share / 100 * days / variants.count }
}

extension Corpus {
  func phases(_ shape: ExperimentShape, _ trial: Trial) -> Item {
    func weights(_ weight: Int) -> Item {
      .object(trial.variants.map { Item.Member($0, .integer(weight)) })
    }
    let share: Item = .decimal(trial.share, places: 2)
    var items: [Item] = [
      ["from": trial.start.item, "weights": weights(1), "share": share, "reason": "Planned start"]
    ]
    if shape.status == "enrolment-closed" {
      items.append(
        [
          "from": "2026-01-12", "weights": weights(0), "share": share,
          "reason": "Enough people are in; they stay until the end",
        ])
    }
    return .array(items)
  }

  func ramp(_ trial: Trial) -> Item {
    [
      ["on": trial.start.item, "share": .decimal(5, places: 2), "holdDays": 7],
      ["on": trial.start.advanced(by: 7).item, "share": .decimal(25, places: 2), "holdDays": 7],
      ["on": trial.start.advanced(by: 14).item, "share": 1, "holdDays": 14],
    ]
  }

  mutating func results(_ shape: ExperimentShape, _ trial: Trial) -> Item {
    let lift = shape.outcome == "ship" ? 60 : shape.outcome == "abandon" ? -50 : 1
    return [
      result(trial.primary, liftInThousandths: lift, trial),
      result(trial.guardrail, liftInThousandths: -8, trial),
    ]
  }

  private mutating func result(_ metric: Product.Metric, liftInThousandths lift: Int, _ trial: Trial) -> Item
  {
    var arms: [Item] = []
    for (number, variant) in trial.variants.enumerated() {
      let units = trial.unitsPerVariant + random.below(101) - 50
      let level = metric.baseline * (1000 + (number == 0 ? 0 : lift)) / 1000
      if metric.isProportion {
        let conversions = units * level / 10_000
        arms.append(["id": .string(variant), "n": .integer(units), "conversions": .integer(conversions)])
      } else {
        arms.append(
          [
            "id": .string(variant), "n": .integer(units), "mean": .decimal(level, places: 4),
            "stddev": .decimal(metric.stddev, places: 4),
          ])
      }
    }
    return ["metric": .string(metric.id), "asOf": trial.end.advanced(by: 1).item, "variants": .array(arms)]
  }

  mutating func decision(_ outcome: String, _ trial: Trial, _ team: Product.Team) -> Item {
    var members: [Item.Member] = [.init("outcome", .string(outcome))]
    if outcome == "ship" {
      members.append(.init("variant", .string(trial.variants[trial.variants.count - 1])))
    }
    let reasons = [
      "ship": "The difference is clear, in the hoped-for direction, and no guardrail moved",
      "inconclusive": "The interval holds zero; a longer run would not pay",
      "abandon": "It does harm, and nobody in the interviews missed it",
    ]
    members += [
      .init("on", workday(trial.end, 3...12).item), .init("by", .string(someone(of: team))),
      .init("because", .string(reasons[outcome] ?? "")),
    ]
    return .object(members)
  }
}
