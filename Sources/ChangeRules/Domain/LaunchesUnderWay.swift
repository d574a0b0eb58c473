internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// The launches that follow a process at the moment.
struct LaunchesUnderWay {
  /// All of them.
  let all: [DefinitionVersion]
  private let context: DiffContext

  /// The launches that follow the process that is being judged.
  init(_ context: ChangeContext) {
    self.init(of: context.after, in: context.head, context.context)
  }

  /// The launches that are planned, on go or held.
  init(of process: DefinitionVersion?, in surroundings: any Surroundings, _ context: DiffContext) {
    self.context = context
    all =
      process.map { process in
        surroundings.referrers(of: process.name).filter {
          $0.version.kind == "launch" && $0.field == "process" && LiveUses.isLive($0.version)
        }.map(\.version)
      } ?? []
  }

  /// Whether there is none.
  var isEmpty: Bool { all.isEmpty }

  /// All of them, by name.
  var names: String { Clause.names(all) }

  /// Those for which a step is over: done or waived in their checklist, or due on a day that went by.
  func past(_ step: String, due: JSONValue?) -> [DefinitionVersion] {
    all.filter { launch in
      let item = launch.root.item("checklist", "step", step)
      if item?["status"]?.isOne(of: "done", "waived") == true { return true }
      return isPast(when(item?["due"])?.last ?? day(of: due, in: launch))
    }
  }

  /// Those in which a step that is still to do would have been due on a day that went by.
  func late(_ step: String, due: JSONValue?) -> [DefinitionVersion] {
    all.filter { launch in
      let item = launch.root.item("checklist", "step", step)
      if item?["status"]?.isOne(of: "done", "waived") == true || item?["due"] != nil { return false }
      return isPast(day(of: due, in: launch))
    }
  }

  /// Those in whose checklist a step stands and is still to do.
  func open(_ step: String) -> [DefinitionVersion] {
    all.filter { launch in
      guard let item = launch.root.item("checklist", "step", step) else { return false }
      return item["status"]?.isOne(of: "done", "waived") != true
    }
  }

  private func when(_ value: JSONValue?) -> When? {
    value?.content.flatMap { When($0, fiscalYearStart: context.fiscalYearStart) }
  }

  private func isPast(_ day: Day?) -> Bool {
    guard let day, let today = context.day else { return false }
    return day < today
  }

  /// The day of a step, which is due some days before or after the launch.
  private func day(of due: JSONValue?, in launch: DefinitionVersion) -> Day? {
    guard let date = when(launch.root["date"])?.last, let days = StepDue.days(due) else { return nil }
    return Day(number: date.number + days)
  }
}

/// When a step of a process is due, in days before (negative) or after the day that the process leads to.
enum StepDue {
  /// The days that `value`, such as "T-14", "T" or "T+7", spells; at most a hundred years.
  static func days(_ value: JSONValue?) -> Int? {
    guard let text = value?.content, text.first == 0x54 else { return nil }
    let rest = text.dropFirst()
    guard let sign = rest.first else { return 0 }
    guard sign == 0x2B || sign == 0x2D, let days = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
      (0...36_500).contains(days)
    else { return nil }
    return sign == 0x2D ? -days : days
  }
}
