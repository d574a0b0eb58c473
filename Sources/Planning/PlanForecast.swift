public import CivilDates
public import Distributions
public import Forecasting
internal import Scheduling

/// What becomes of a plan in many futures: when its initiatives ship, and how likely its promises are.
public struct PlanForecast: Sendable {
  /// The plan's schedule, whose order all futures follow.
  public let plan: PlanSchedule
  /// What the simulation says.
  public let forecast: Forecast
  /// What was promised, and what becomes of it: initiatives by id, their open milestones, objectives.
  public let promises: [Promise]
  /// When teams are through with everything, by estimates and by how many initiatives they finished each week before.
  public let checks: [ThroughputCheck]

  /// Something that was promised.
  public struct Promise: Sendable {
    /// What it is.
    public enum Subject: Sendable, Equatable {
      /// An initiative as a whole, by its position among the plan's items, with the milestone that it ends with.
      case initiative(Int, milestone: String?)
      /// A milestone on the way.
      case milestone(Int, id: String)
      /// An objective, as `plan/objective`, and the positions of those that serve it.
      case objective(String, served: [Int])
    }

    /// What it is.
    public let subject: Subject
    /// Its title.
    public let title: String
    /// When it was promised; nil where nothing was, and only dates are told.
    public let due: When?
    /// In how many futures it comes by then; nil without a promise.
    public let chance: Chance?
    /// The days by which it has shipped in 50, 80 and 95 of 100 futures; nil for later than the horizon.
    public let days: Quantiles
    /// The position of the simulation's target that tells it.
    public let target: Int
    /// Of a milestone on the way, the share of the way to the end at which the plan puts it.
    ///
    /// It has no effort of its own: the work up to it is reckoned to be that share, and so it is as likely as the end.
    public let share: Double?
  }

  /// Days of shipping.
  public struct Quantiles: Sendable, Equatable {
    /// As likely earlier as later.
    public let p50: Day?
    /// The day to promise: it holds four times in five.
    public let p80: Day?
    /// Nearly the latest.
    public let p95: Day?
  }

  /// Plays through the futures of `plan` on so many tasks; the result is the same for any number of them.
  public static func make(_ plan: PlanSchedule, tasks: Int = 2, runs: Int? = nil) async -> PlanForecast {
    let request = Request(plan, runs: runs)
    let forecast = await request.simulation.forecast(tasks: tasks)
    return PlanForecast(plan, forecast, request)
  }

  /// The same on one thread; chances and days only, without drivers and sensitivities, where `isBrief`.
  public init(_ plan: PlanSchedule, runs: Int? = nil, isBrief: Bool = false) {
    let request = Request(plan, runs: runs, isBrief: isBrief)
    self.init(plan, request.simulation.forecast(), request)
  }

  private init(_ plan: PlanSchedule, _ forecast: Forecast, _ request: Request) {
    self.plan = plan
    self.forecast = forecast
    promises = request.subjects.enumerated().flatMap { target, asked in
      Self.promises(plan, asked.subject, asked.due, target, forecast)
    }
    checks = request.teams.enumerated().compactMap { position, team in
      let end = forecast.targets[request.subjects.count + position].end
      return ThroughputCheck(
        plan.model, team: team.id, open: team.items.count,
        byEstimates: end.end(percent: 80).flatMap { plan.model.days[max($0 - 1, 0)] })
    }
  }

  /// The promise of the initiative at a position as a whole.
  public func promise(of item: Int) -> Promise? {
    promises.first { if case .initiative(item, _) = $0.subject { true } else { false } }
  }

  /// What the simulation says about a promise.
  public func target(of promise: Promise) -> TargetForecast { forecast.targets[promise.target] }

  private static func promises(
    _ plan: PlanSchedule, _ subject: Promise.Subject, _ due: When?, _ target: Int, _ forecast: Forecast
  ) -> [Promise] {
    let model = plan.model
    let end = forecast.targets[target].end
    func day(_ delivered: Int) -> Day { model.days[max(delivered - 1, 0)] ?? model.asOf }
    switch subject {
    case .initiative(let item, let milestone):
      let facts = model.items[item].facts
      var promises = [
        Promise(
          subject: subject, title: facts.title, due: due, chance: due == nil ? nil : end.onTime,
          days: quantiles(end, day), target: target, share: nil)
      ]
      guard let due, let start = plan.schedule.activities[item].span?.start else { return promises }
      for step in facts.milestones where step.isOpen && step.id != milestone {
        guard let wanted = step.target else { continue }
        let from = model.days[start] ?? model.asOf
        let whole = max(model.days.working(from: from, to: due.last.advanced(by: 1)), 1)
        let way = model.days.working(from: from, to: wanted.last.advanced(by: 1))
        let share = min(max(Double(way) / Double(whole), 0), 1)
        let isPast = wanted.last < model.asOf
        promises.append(
          Promise(
            subject: .milestone(item, id: step.id), title: step.title, due: wanted,
            chance: isPast ? Chance(hits: 0, tries: end.ends.count) : end.onTime,
            days: quantiles(forecast.activities[item]) { last in
              let reached = start + Int((Double(max(last - start, 0)) * share).rounded(.up))
              return model.shipping(max(reached, start), of: item).day
            }, target: target, share: share))
      }
      return promises
    case .milestone: return []
    case .objective(let name, _):
      let title = model.facts.objectives.first { $0.name == name }?.title ?? name
      return [
        Promise(
          subject: subject, title: title, due: due, chance: due == nil ? nil : end.onTime,
          days: quantiles(end, day), target: target, share: nil)
      ]
    }
  }

  private static func quantiles(_ end: EndForecast, _ day: (Int) -> Day) -> Quantiles {
    Quantiles(
      p50: end.end(percent: 50).map(day), p80: end.end(percent: 80).map(day),
      p95: end.end(percent: 95).map(day))
  }

  /// What is asked of the simulation.
  private struct Request {
    let simulation: Simulation
    let subjects: [(subject: Promise.Subject, due: When?)]
    /// The teams in charge, with their items.
    let teams: [(id: String, items: [Int])]

    init(_ plan: PlanSchedule, runs: Int?, isBrief: Bool = false) {
      let model = plan.model
      var targets: [ForecastTarget] = []
      var subjects: [(subject: Promise.Subject, due: When?)] = []
      var serving: [String: [Int]] = [:]
      for (position, item) in model.items.enumerated() {
        let promise = item.facts.promise
        subjects.append((.initiative(position, milestone: promise?.milestone?.id), promise?.when))
        targets.append(
          ForecastTarget(
            key: "initiative:\(item.facts.id)", activities: [position],
            due: model.problem.activities[position].due))
        for objective in item.facts.objectives { serving[objective, default: []].append(position) }
      }
      for objective in model.facts.objectives {
        guard let served = serving[objective.name], let by = objective.by, by.last >= model.asOf else {
          continue
        }
        subjects.append((.objective(objective.name, served: served), by))
        targets.append(
          ForecastTarget(
            key: "plan:\(objective.name)", activities: served, due: model.days.number(after: by.last)))
      }
      let open = model.items.indices.filter { model.items[$0].facts.team != nil }
      teams = Dictionary(grouping: open) { model.items[$0].facts.team ?? "" }
        .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      targets += teams.map { ForecastTarget(key: "team:\($0.id)", activities: $0.items) }
      let settings = model.facts.settings
      let items = model.items.indices.flatMap { item in
        model.items[item].shares.indices.map { model.workItem(item, $0) }
      }
      simulation = Simulation(
        model.problem, in: plan.order, items: items, targets: targets,
        options: SimulationOptions(
          runs: runs ?? settings.simulations, seed: UInt64(max(settings.seed, 0)),
          correlation: DrawCorrelation(
            common: settings.correlation.shared, team: settings.correlation.team),
          sensitivities: isBrief ? [] : [.none, .strong], sensitivityRuns: min(runs ?? 2000, 2000),
          driverRuns: isBrief ? 0 : min(runs ?? 10_000, 10_000)))
      self.subjects = subjects
    }
  }
}

extension PlanModel {
  /// What is known of the effort of an item's share.
  func workItem(_ item: Int, _ share: Int) -> WorkItem {
    let known = items[item].shares[share]
    return WorkItem(
      key: "\(items[item].facts.id)/\(known.team)", team: known.team, activity: item, part: share,
      estimate: known.estimate, spent: known.rest?.spent ?? 0,
      workPerEffort: Double(facts.settings.calendar.daysPerWeek) * 1000 / known.people)
  }
}
