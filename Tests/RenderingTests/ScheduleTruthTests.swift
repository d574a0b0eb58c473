import CivilDates
import Testing

@testable import Planning
@testable import Rendering

/// What a schedule says holds: of work under way, missing people, pins, orders and what was tried.
@Suite struct ScheduleTruthTests {
  private static func day(_ text: String) -> Day { Day(text) ?? .first }
  private static let monday = day("2026-01-05")

  private static func initiative(
    _ id: String, weeks: Double, people: Double = 1, rank: Int? = nil, start: String? = nil,
    progress: InitiativeFacts.Progress? = nil, target: String? = nil
  ) -> InitiativeFacts {
    InitiativeFacts(
      id: id, title: id.uppercased(), stage: progress == nil ? .ready : .running,
      work: [InitiativeFacts.Work(team: "web", effort: Effort(weeks), people: people)], rank: rank,
      start: start.flatMap { When($0.utf8) }, target: target.flatMap { When($0.utf8) }, progress: progress)
  }

  private static func plan(
    _ initiatives: [InitiativeFacts], people: Double = 3, timeOff: [TeamFacts.TimeOff] = [],
    _ change: (inout PlanFacts) -> Void = { _ in }
  ) -> PlanSchedule {
    var facts = PlanFacts(
      initiatives: initiatives,
      teams: ["web": TeamFacts(id: "web", title: "Web", capacity: [(nil, people)], timeOff: timeOff)])
    change(&facts)
    return PlanSchedule(PlanModel(facts, asOf: monday))
  }

  private static func explained(_ id: String, _ plan: PlanSchedule) throws -> String {
    let explanation = try #require(DateExplanation(plan, of: id, version: "1"))
    return HumanExplanation.render(explanation, style: TextStyle(isColoured: false), width: 1_000)
  }

  // MARK: What was tried

  @Test func whatDoesHarmIsToldAsSuch() throws {
    let plan = Self.plan([
      Self.initiative("k", weeks: 4, people: 2, rank: 1),
      Self.initiative("x", weeks: 1, rank: 2, target: "2026-01-30"),
    ])
    let text = try Self.explained("x", plan)
    #expect(
      text.contains(
        "- 1 more person of Web on it: worse, ships Wed 21 Jan 2026, 8 working days later, still in time."),
      "\(text)")
    let explanation = try #require(DateExplanation(plan, of: "x", version: "1"))
    #expect(JSONExplanation.render(explanation).contains("\"effect\": \"later\""))
  }

  @Test func everyEffectHasItsWords() {
    let words = ScheduleWords(Self.plan([Self.initiative("x", weeks: 1)]))
    func fix(_ end: Day?, gain: Int, _ moves: [DateFix.Move] = [], lost: [String] = []) -> DateFix {
      DateFix(
        action: .person(team: "web"), end: end, gain: gain, isOnTime: end.map { _ in true }, moves: moves,
        lost: lost)
    }
    let others = [DateFix.Move(initiative: "x", days: -1)]
    let fixes = [
      fix(Self.monday, gain: 2), fix(Self.monday, gain: 0), fix(Self.monday, gain: 0, others),
      fix(Self.monday, gain: -2), fix(nil, gain: 0),
    ]
    #expect(fixes.map(\.effect) == [.earlier, .nothing, .othersOnly, .later, .noDate])
    #expect(
      words.sentences(fixes, atMost: 1) == [
        "1 more person in Web: ships Mon 5 Jan 2026, 2 working days earlier, in time.",
        "1 more person in Web: ships Mon 5 Jan 2026, on the same day, still in time; 1 other comes earlier.",
        "1 more person in Web: worse, ships Mon 5 Jan 2026, 2 working days later, still in time.",
        "1 more thing would make it worse.", "These would change nothing: 1 more person in Web.",
      ])
    #expect(fix(Self.monday, gain: 0, lost: ["x"]).effect == .othersOnly)
    #expect(
      words.sentence(fix(Self.monday, gain: 2, lost: ["x"])).hasSuffix(
        "in time; “X” would have no dates any more."))
    #expect(words.sentence(fixes[4]) == "1 more person in Web: worse, it would have no dates.")
  }

  // MARK: Its place

  @Test func thePlaceSaysWhatGivesIt() {
    let rest = InitiativeFacts.Progress(remaining: Effort(1), asOf: Self.monday)
    let plan = Self.plan([
      Self.initiative("a", weeks: 1, rank: 3, progress: rest),
      Self.initiative("b", weeks: 1, rank: 2, start: "2026-01-12"), Self.initiative("c", weeks: 1, rank: 1),
      Self.initiative("d", weeks: 1),
    ])
    let words = ScheduleWords(plan)
    #expect(
      words.place(0).contains("in the order: under way, and what is under way or pinned is placed first."))
    #expect(words.place(1).contains("in the order: pinned by its \"start\", and what is under way or pinned"))
    #expect(
      words.place(2).contains("in the order: by its rank (1), after what is under way or pinned. Nothing"))
    #expect(
      words.place(3).contains("or else by its id, as it has neither rank nor promise, after what is under"))
    let alone = ScheduleWords(Self.plan([Self.initiative("c", weeks: 1, rank: 1)]))
    #expect(alone.place(0).hasPrefix("Number 1 of 1 in the order: by its rank (1). Nothing"))
  }

  @Test func eachOfThoseInTheWayHasItsDay() {
    let plan = Self.plan([
      Self.initiative("a", weeks: 4, rank: 1), Self.initiative("b", weeks: 1, rank: 2),
      Self.initiative("c", weeks: 1, people: 2, rank: 3),
    ])
    let clause = plan.startReasons(of: 2).map(ScheduleWords(plan).clause)
    #expect(clause == ["Web busy with b until 2026-01-09, and with a"])
  }

  // MARK: Missing people

  @Test func fewerPeopleAreNotPeopleAway() {
    let plan = Self.plan([Self.initiative("a", weeks: 8, people: 3)]) { facts in
      facts.teams["web"]?.capacity = [(nil, 4), (Self.day("2026-01-12"), 2)]
    }
    let ends = ScheduleWords(plan).ends(0).joined(separator: " ")
    #expect(
      ends.contains(
        "On 13 working days Web gets less done than usual: the team has fewer people than the work"),
      "\(ends)")
    #expect(!ends.contains("away"))
  }

  @Test func daysOnWhichNobodyIsThereAreToldApart() throws {
    let away = TeamFacts.TimeOff(from: Self.day("2026-01-12"), to: Self.day("2026-01-23"))
    let plan = Self.plan([Self.initiative("a", weeks: 2)], people: 1, timeOff: [away])
    let text = try Self.explained("a", plan)
    #expect(text.contains("On 10 working days Web does nothing: everybody is away."), "\(text)")
    #expect(text.contains("10    nobody of Web is there for “A”"), "\(text)")
    #expect(text.contains("20    working days in all"))
  }

  @Test(arguments: [true, false]) func theChainSaysWhetherPeopleAreAwayOrTooFew(_ isAway: Bool) throws {
    let plan = Self.plan([Self.initiative("a", weeks: 2, people: 3)]) { facts in
      if isAway {
        facts.teams["web"]?.timeOff = [.init(from: Self.monday, to: Self.monday.advanced(by: 4))]
      } else {
        facts.teams["web"]?.capacity = [(nil, 1), (Self.monday.advanced(by: 7), 3)]
      }
    }
    let text = try Self.explained("a", plan)
    #expect(
      text.contains(isAway ? "before that Web is away." : "before that Web has only 1 person"), "\(text)")
    #expect(
      text.contains(isAway ? "5     Web is away, so that “A” cannot" : "5     Web has fewer people than “A”"),
      "\(text)")
  }

  // MARK: Work under way

  @Test func daysAheadOfTodayAreRemarked() throws {
    let ahead = InitiativeFacts.Progress(remaining: Effort(1), asOf: Self.day("2026-03-01"))
    let plan = Self.plan([
      Self.initiative("a", weeks: 2, start: "2026-02-02", progress: ahead),
      Self.initiative(
        "b", weeks: 2, start: "2026-01",
        progress: InitiativeFacts.Progress(remaining: Effort(1), asOf: Self.monday)),
    ])
    #expect(
      plan.model.remarks == [
        .startAhead(initiative: "a", start: Self.day("2026-02-02")),
        .progressAhead(initiative: "a", asOf: Self.day("2026-03-01")),
      ])
    #expect(try Self.explained("a", plan).contains("it goes on from today all the same."))
  }

  @Test func everyFormatTellsWhenWorkUnderWayBegan() throws {
    let rest = InitiativeFacts.Progress(remaining: Effort(2), asOf: Self.monday)
    let old = Self.plan([Self.initiative("a", weeks: 9, start: "2025-10-09", progress: rest)])
    let view = ScheduleView(old, version: "1")
    let csv = CSVSchedule.render(view)
    #expect(
      csv.contains("effort_high,left_person_weeks,start") && csv.contains(",9,2,2025-10-09,2026-01-16,10,"),
      "\(csv)")
    #expect(MermaidSchedule.render(view).contains("active, 2025-10-09, 2026-01-16"))
    #expect(JSONSchedule.render(view).contains("\"begun\": \"2025-10-09\""))
    #expect(HTMLSchedule.render(view).contains("2025-10-09"))
    #expect(MarkdownSchedule.render(view).contains("2025-10-09"))
    #expect(try Self.explained("a", old).contains("Under way since Thu 9 Oct 2025, and ends on"))
    let new = old.model.facts.initiatives.map { facts in
      var facts = facts
      facts.progress?.remaining = Effort(3)
      return facts
    }
    let comparison = ScheduleComparison(
      old.model.facts, PlanFacts(initiatives: new, teams: old.model.facts.teams), asOf: Self.monday)
    let sides = ComparisonView(comparison, sides: ("main", "files"), asOf: Self.monday, version: "1")
    let text = HumanComparison.render(sides, style: TextStyle(isColoured: false), width: 1_000)
    #expect(text.contains("a           2025-10-09  2026-01-16 → 2026-01-23"), "\(text)")
    #expect(JSONComparison.render(sides).contains("\"begun\": \"2025-10-09\""))
  }

  @Test func aUsedUpPartOfWhatIsLeftIsTold() {
    let rest = InitiativeFacts.Progress(
      remaining: Effort(low: 2, likely: 3, high: 6), asOf: Self.day("2025-12-15"))
    var shared = Self.initiative("a", weeks: 8, progress: rest)
    shared.work.append(InitiativeFacts.Work(team: "app", effort: Effort(4), people: 1))
    let single = Self.initiative("b", weeks: 2, people: 2, start: "2025-12-01")
    let plan = Self.plan([shared, single]) { $0.initiatives[1].stage = .running }
    let words = ScheduleWords(plan)
    let remarks = plan.model.remarks.filter { if case .effortSpent = $0 { true } else { false } }.map(
      words.sentence)
    #expect(
      remarks == [
        "“A” (a): its \"progress\" said 3 person-weeks on Mon 15 Dec 2025; 2 of them are the part of Web, by effort, and as "
          + "much has been worked since. What is left is guessed from its range; a newer \"progress\" would tell.",
        "“A” (a): its \"progress\" said 3 person-weeks on Mon 15 Dec 2025; 1 of them are the part of app, by effort, and as "
          + "much has been worked since. What is left is guessed from its range; a newer \"progress\" would tell.",
        "“B” (b): Web has worked on it for as long as it was reckoned to take. What is left is guessed from the usual "
          + "spread of estimates; \"progress\" would tell.",
      ])
    let ends = words.ends(0).joined(separator: " ")
    #expect(
      ends.contains(
        "are reckoned to be left by 1 person. Its \"progress\" said 3 person-weeks on Mon 15 Dec"), "\(ends)")
    // Used up rests and used up efforts are not told together.
    let spent = PlanModel.Remark.effortSpent(initiative: "b", team: "web")
    #expect(words.sentences(plan.model.remarks + [spent, spent]).contains { $0.contains("“A” (a)") })
  }

  @Test func theEarliestDayIsTheOneThatIsStated() {
    let plan = Self.plan([Self.initiative("a", weeks: 1)]) {
      $0.initiatives[0].notBefore = When("2026-01-17".utf8)
    }
    #expect(
      ScheduleWords(plan).starts(0, plan.placedShares(of: 0)) == [
        "Web starts on Mon 19 Jan 2026: it is not to start before Sat 17 Jan 2026, as the definition says."
      ])
  }

  // MARK: Conflicts

  @Test func theRemedyFitsTheReason() {
    let plan = Self.plan([
      Self.initiative("a", weeks: 1, start: "2029-01-01"), Self.initiative("b", weeks: 1),
      Self.initiative("c", weeks: 1, start: "2026-01-12"), Self.initiative("d", weeks: 1),
    ]) { facts in
      facts.teams["gone"] = TeamFacts(
        id: "gone", title: "Gone", members: [TeamFacts.Member()], isDisbanded: true)
      facts.initiatives[1].work[0].team = "gone"
      facts.initiatives[2].notBefore = When("2026-02-02".utf8)
      facts.initiatives[3].notBefore = When("2029-01-01".utf8)
    }
    let words = ScheduleWords(plan)
    let told = plan.conflicts.map { "\(words.sentence($0)) \(words.remedy($0))" }
    #expect(told.count == 4, "\(told)")
    #expect(
      told.contains {
        $0.hasPrefix("“A” (a) is not to start before Mon 1 Jan 2029, as \"start\" says, and the schedule")
          && $0.hasSuffix(
            "Move \"start\" forward, or let schedule.horizonDays in prodops.json look further ahead.")
      }, "\(told)")
    #expect(
      told.contains(
        "“B” (b) needs 1 person of Gone, which is disbanded. Give the work to another team, or correct the team's "
          + "\"status\"."), "\(told)")
    #expect(
      told.contains(
        "“C” (c) is pinned to Mon 12 Jan 2026 by \"start\", but \"notBefore\" says Mon 2 Feb 2026: the pinned day is "
          + "kept. Move \"start\", or take \"notBefore\" out."), "\(told)")
    #expect(told.contains { $0.contains("as \"notBefore\" says, and the schedule looks ahead") }, "\(told)")
  }
}
