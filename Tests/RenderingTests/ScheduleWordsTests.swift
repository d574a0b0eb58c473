import CivilDates
import Testing

@testable import Planning
@testable import Rendering

/// Every reason, obstacle and remark has its words.
@Suite struct ScheduleWordsTests {
  private static let monday = Day("2026-01-05") ?? .first
  private static let friday = Day("2026-01-16") ?? .first

  /// Two people do `first`, then `second`, for which nothing else is in the way; `third` waits for both.
  private static var plan: PlanSchedule {
    func work(_ weeks: Double) -> [InitiativeFacts.Work] {
      [InitiativeFacts.Work(team: "web", effort: Effort(weeks), people: 2)]
    }
    let facts = PlanFacts(
      initiatives: [
        InitiativeFacts(id: "first", title: "First things", work: work(2), rank: 1),
        InitiativeFacts(
          id: "second", title: "Second thoughts", work: work(2), rank: 2, target: When("2026-01-09".utf8)),
        InitiativeFacts(
          id: "third", title: "Third time", work: work(4),
          dependencies: [
            InitiativeFacts.Dependency(on: "first"), InitiativeFacts.Dependency(on: "second", lag: 2),
          ]),
      ], teams: ["web": TeamFacts(id: "web", title: "Web", capacity: [(nil, 2)])])
    return PlanSchedule(PlanModel(facts, asOf: monday))
  }

  private static let words = ScheduleWords(plan)

  private static func reason(_ cause: StartReason.Cause, tooShort: [Day] = []) -> StartReason {
    StartReason(
      team: "web", start: Day("2026-01-14") ?? .first, cause: cause, ready: Day("2026-01-07") ?? .first,
      waits: 5, runnerUp: nil, tooShort: tooShort)
  }

  @Test(
    arguments: [
      (StartReason.Cause.today, "at once", "Web starts on Wed 14 Jan 2026, the first working day"),
      (.running, "under way", "It is under way: what is left goes on from Wed 14 Jan 2026."),
      (
        .pinned(Day("2026-01-14") ?? .first), "pinned",
        "It starts on Wed 14 Jan 2026, as \"start\" says: a start on a day is kept"
      ),
      (
        .pinned(Day("2026-01-11") ?? .first), "pinned",
        "It starts on Wed 14 Jan 2026, the first working day from Sun 11 Jan 2026 on, which \"start\" says: a start"
      ),
      (.notBefore(Self.monday), "not to start earlier", "not to start before Mon 5 Jan 2026"),
      (
        .dependency(on: "first", bond: .finishStart, lag: 0), "after first",
        "after “First things” (ends Fri 9 Jan 2026), the last of the 3 that it waits for."
      ),
      (
        .dependency(on: "first", bond: .finishStart, lag: 3), "after first, with 3 working days in between",
        "after “First things” (ends Fri 9 Jan 2026), with 3 working days in between, the last of the 3"
      ),
      (
        .dependency(on: "first", bond: .finishStart, lag: -3), "overlapping the last 3 working days of first",
        "overlapping the last 3 working days of “First things” (ends Fri 9 Jan 2026)"
      ),
      (
        .afterFinished("first", lag: 3, ended: Self.friday), "after first, with 3 working days in between",
        "after “First things” (ended Fri 16 Jan 2026), with 3 working days in between."
      ),
      (
        .dependency(on: "first", bond: .finishFinish, lag: -3), "3 working days before the end of first",
        "3 working days before the end of “First things” (ends Fri 9 Jan 2026)"
      ),
      (
        .dependency(on: "first", bond: .startStart, lag: 0), "once first has started",
        "(starts Mon 5 Jan 2026)"
      ),
      (
        .dependency(on: "first", bond: .startStart, lag: 2), "2 working days after the start of first",
        "2 working days after the start of “First things”"
      ),
      (
        .dependency(on: "first", bond: .finishFinish, lag: 1), "1 working day after the end of first",
        "after the end of “First things”"
      ),
      (
        .people(team: "web", by: ["first"], needed: 2, free: 0.5, all: 2),
        "Web busy with first until 2026-01-13",
        "could start on Wed 7 Jan 2026 if it had the people, and waits 5 working days for them, until Wed 14 Jan "
          + "2026: the work needs 2 people, and of the 2 in Web 0.5 are free. Placed before it: “First things”"
      ),
      (
        .workInProgress(team: "web", by: ["first", "second", "third"], limit: 3),
        "Web at its limit of 3 with first and third until 2026-01-13, and with second",
        "works on no more than 3 at once"
      ),
      (
        .team("web", needed: 2, all: 1), "Web has too few people before",
        "before that Web has only 1 person, and the work needs 2 people at once."
      ),
      (.timeOff(team: "web"), "Web away before", "before that Web is away."),
    ] as [(StartReason.Cause, String, String)])
  func everyCause(_ cause: StartReason.Cause, _ clause: String, _ sentence: String) {
    let reason = Self.reason(cause)
    #expect(Self.words.clause(reason) == clause)
    let text = Self.words.sentence(reason, days: 8, dependencies: 3)
    #expect(text.contains(sentence), "\(text)")
    #expect(text.hasSuffix("."))
  }

  @Test func aGapThatIsTooShortIsTold() {
    let cause = StartReason.Cause.people(team: "web", by: ["first"], needed: 2, free: 0, all: 2)
    let text = Self.words.sentence(Self.reason(cause, tooShort: [Self.monday]), days: 8, dependencies: 0)
    #expect(text.hasSuffix("A gap from Mon 5 Jan 2026 is too short for its 8 working days."), "\(text)")
    #expect(text.contains("nobody is free"))
  }

  @Test(
    arguments: [
      (
        PlanSchedule.Conflict.overload(
          team: "web", from: Self.monday, to: Self.friday, people: 3.5, there: 2,
          initiatives: ["first", "second"]),
        "Web has 2 people from Mon 5 Jan 2026 to Fri 16 Jan 2026, and 3.5 are needed: “First things” (first) and"
      ),
      (
        .aboveLimit(
          team: "web", from: Self.monday, to: Self.monday, limit: 1, initiatives: ["first", "second"]),
        "no more than 1 at once, and on Mon 5 Jan 2026 2 are under way or pinned"
      ),
      (
        .pinnedTooEarly(
          initiative: "third", start: Self.monday, on: ["first"],
          way: .init(unpinned: Self.friday, pinned: Self.friday)),
        "which comes later. Without the pin it would start on Fri 16 Jan 2026."
      ),
      (
        .startsAfterStated(
          initiative: "first", stated: When("2026-01".utf8) ?? When(Self.monday), start: Self.friday),
        "says that it starts by Sat 31 Jan 2026, and cannot before Fri 16 Jan 2026."
      ),
      (
        .pinnedBeforeEarliest(initiative: "third", start: Self.monday, notBefore: When(Self.friday)),
        "is pinned to Mon 5 Jan 2026 by \"start\", but \"notBefore\" says Fri 16 Jan 2026: the pinned day is kept."
      ),
      (.cycle(["first"]), "“First things” (first) waits for itself, so that it can never begin."),
      (.cycle(["first", "third"]), "in a circle: first waits for third waits for first."),
      (
        .understaffed(initiative: "first", team: "web", needed: 3, most: 1),
        "needs 3 people of Web at once, which has 1 person at most."
      ),
      (.beyondHorizon(initiative: "first", last: Self.friday), "up to Fri 16 Jan 2026."),
      (.waits(initiative: "third", on: "first"), "waits for “First things” (first), which has no dates."),
    ] as [(PlanSchedule.Conflict, String)])
  func everyConflict(_ conflict: PlanSchedule.Conflict, _ words: String) {
    #expect(Self.words.sentence(conflict).contains(words), "\(Self.words.sentence(conflict))")
    #expect(Self.words.remedy(conflict).hasSuffix("."))
    #expect(!conflict.initiatives.isEmpty)
  }

  @Test(
    arguments: [
      (PlanModel.LeftOut.done, "is finished", nil), (.dropped, "was given up", nil),
      (.paused, "is paused", "It gets dates as soon as its status says that it goes on."),
      (.noEffort, "says nothing about its work", "schedule.effort"),
      (.waits(for: "first"), "waits for “First things”, which has no place either", "initiative:first"),
    ] as [(PlanModel.LeftOut, String, String?)])
  func everyReasonToLeaveOut(_ why: PlanModel.LeftOut, _ clause: String, _ remedy: String?) {
    #expect(Self.words.clause(why) == clause)
    let told = Self.words.remedy(why, InitiativeFacts(id: "x"))
    #expect((told == nil) == (remedy == nil))
    if let remedy { #expect(told?.contains(remedy) == true, "\(told ?? "")") }
    // Of what nobody has decided yet, the configuration assumes nothing.
    let idea = Self.words.remedy(.noEffort, InitiativeFacts(id: "x", stage: .tentative))
    #expect(idea?.contains("schedule.effort") == false)
  }

  private static let remarks: [(PlanModel.Remark, String)] = [
    (
      .startAhead(initiative: "first", start: monday),
      "“First things” (first) is under way, although its \"start\" has not come yet (Mon 5 Jan 2026): its whole work is "
        + "reckoned with from today on."
    ),
    (
      .progressAhead(initiative: "first", asOf: monday),
      "what is left is stated as of a day that has not come yet (Mon 5 Jan 2026), and is reckoned with from today on."
    ),
    (.assumedEffort(initiative: "first", team: "web", source: .settings), "schedule.effort"),
    (
      .assumedEffort(initiative: "first", team: "web", source: .record(3)),
      "what 3 finished initiatives of Web took"
    ),
    (.assumedEffort(initiative: "first", team: "web", source: .stated), "states its effort"),
    (.assumedPeople(initiative: "first", team: "web", people: 1.5), "1.5 people are reckoned with."),
    (.unknownCapacity(team: "web"), "Web names neither members nor capacity"),
    (.unknownTeam(initiative: "first", team: "gone"), "the team 'gone', which is not there"),
    (
      .startPassed(initiative: "first", start: When(Self.monday)),
      "should have started by Mon 5 Jan 2026"
    ),
    (.effortSpent(initiative: "first", team: "web"), "for as long as it was reckoned to take"),
    (.noProgress(initiative: "first"), "neither \"start\" nor \"progress\""),
    (.oldProgress(initiative: "first", asOf: Self.monday), "was said on Mon 5 Jan 2026"),
    (.dependsOnDropped(initiative: "first", on: "second"), "was given up and is not waited for."),
    (.dependsOnUnknown(initiative: "first", on: "gone"), "depends on 'gone', which no initiative is called"),
    (.lostOrder, "schedule.lock.json cannot be read, so that the order is that of ranks"),
    (.notInLock(initiative: "first"), "at least as important, or first where there is none."),
    (.unknownInLock(entry: "gone"), "names 'gone', which no open initiative is called."),
  ]

  @Test func everyRemark() {
    for (remark, words) in Self.remarks {
      #expect(Self.words.sentence(remark).contains(words), "\(Self.words.sentence(remark))")
      #expect(Self.words.sentences([remark]) == [Self.words.sentence(remark)])
      // The same of many is one sentence.
      let many = Self.words.sentences([remark, remark, remark])
      #expect(many.count == 1 && many[0].hasSuffix("."), "\(many)")
    }
    #expect(Set(Self.remarks.map(\.0.code)).count == 15)
  }

  @Test(
    arguments: [
      (ChainLink.Content.work(initiative: "first", team: "web"), "Web works on “First things”"),
      (
        .lag(initiative: "third", on: "first", bond: .startStart),
        "“Third time” waits, as its dependency says, after the start of “First things”"
      ),
      (.notBefore(initiative: "first"), "“First things” is not to start earlier"),
      (.pinned(initiative: "first"), "the start of “First things” is pinned"),
      (.idle(initiative: "first", team: "web"), "nobody of Web is there for “First things”"),
      (.away(initiative: "first", team: "web"), "Web is away, so that “First things” cannot start"),
      (.short(initiative: "first", team: "web"), "Web has fewer people than “First things” needs"),
    ] as [(ChainLink.Content, String)])
  func everyLinkOfAChain(_ content: ChainLink.Content, _ words: String) {
    #expect(Self.words.sentence(content) == words)
  }

  @Test(
    arguments: [
      (DateFix.Action.goBefore("first"), "placed before “First things”"),
      (.person(team: "web"), "1 more person in Web"),
      (.raiseLimit(team: "web"), "Web works on 1 more at once"),
      (.helper(team: "web"), "1 more person of Web on it"),
      (.dropDependency(on: "first"), "not waiting for “First things”"),
      (.startWhenPossible, "starting as soon as it can"),
      (
        .lowEffort(of: "first"),
        "“First things” takes no more than its low effort (its estimate has no range; the usual 0.75 times it is assumed)"
      ),
    ] as [(DateFix.Action, String)])
  func everyFix(_ action: DateFix.Action, _ words: String) {
    #expect(Self.words.sentence(action) == words)
  }

  @Test func aLateInitiativeIsToldWithWhatWouldHelp() throws {
    let explanation = try #require(DateExplanation(Self.plan, of: "second", version: "1"))
    let text = HumanExplanation.render(explanation, style: TextStyle(isColoured: false), width: 1_000)
    #expect(text.contains("Promised for Fri 9 Jan 2026: 5 working days late."), "\(text)")
    #expect(
      text.contains(
        "Placed before “First things”: ships Fri 9 Jan 2026, 5 working days earlier, in time; “First things” moves "
          + "5 working days later"), "\(text)")
    #expect(text.contains("10    working days in all"), "\(text)")
  }

  @Test func dependenciesAreToldWithTheNextOne() throws {
    let explanation = try #require(DateExplanation(Self.plan, of: "third", version: "1"))
    let text = HumanExplanation.render(explanation, style: TextStyle(isColoured: false), width: 1_000)
    #expect(
      text.contains(
        "after “Second thoughts” (ends Fri 16 Jan 2026), with 2 working days in between, the last of the 2 that it waits "
          + "for. The next one, “First things”, would let it start 7 working days earlier."), "\(text)")
    #expect(text.contains("“Third time” waits, as its dependency says, after the end of “Second thoughts”"))
  }

  @Test func anEndSaysWhatHoldsIt() throws {
    var facts = PlanFacts(
      initiatives: [
        InitiativeFacts(
          id: "a", work: [InitiativeFacts.Work(team: "web", effort: Effort(2), people: 1)], rank: 1),
        InitiativeFacts(
          id: "b", work: [InitiativeFacts.Work(team: "web", effort: Effort(0.4), people: 1)],
          dependencies: [InitiativeFacts.Dependency(on: "a", bond: .finishFinish, lag: 1)], rank: 2),
      ],
      teams: [
        "web": TeamFacts(
          id: "web", title: "Web", capacity: [(nil, 2)],
          timeOff: [TeamFacts.TimeOff(from: Self.monday, to: Self.monday, people: 1)])
      ])
    facts.settings.calendar = WorkCalendar(holidays: [Self.monday.advanced(by: 1)])
    facts.settings.freezes = [
      PlanSettings.Freeze(
        from: Day("2026-01-19") ?? .first, to: Day("2026-01-25") ?? .first, title: "Inventory")
    ]
    let plan = PlanSchedule(PlanModel(facts, asOf: Self.monday))
    let words = ScheduleWords(plan)
    let a = words.ends(0).joined(separator: " ")
    #expect(a.contains("1 holiday lies between and does not count."), "\(a)")
    #expect(a.contains("On 1 working day Web gets less done than usual: people are away."), "\(a)")
    let b = words.ends(1).joined(separator: " ")
    #expect(b.contains("Its work is done earlier, but it ends on"), "\(b)")
    #expect(b.contains("1 working day after the end of “a”") || b.contains("after the end of"), "\(b)")
    #expect(
      b.contains("It ships on Mon 26 Jan 2026: nothing ships from Mon 19 Jan 2026 to Sun 25 Jan 2026"), "\(b)"
    )
  }

  @Test func numbersNeedNoLibrary() {
    #expect(DayWords.decimal(0.1 + 0.2) == "0.3")
    #expect(DayWords.decimal(12.0625) == "12.063" && DayWords.decimal(-0.05) == "-0.05")
    #expect(DayWords.decimal(.nan) == "0" && DayWords.decimal(1e300) == "1000000000")
    #expect(DayWords.people(1) == "1 person" && DayWords.weeks(0.04) == "0.04 person-weeks")
    #expect(DayWords.lateness(-1) == "1 day early" && DayWords.lateness(0) == "on the day")
  }

  @Test func aNewOrderIsToldByWhatMoved() {
    let old = ScheduleLock(order: ["a", "b", "c", "gone", "d"])
    #expect(LockText.differences(old, old).isEmpty)
    #expect(
      LockText.differences(old, ScheduleLock(order: ["d", "a", "b", "new", "c"])) == [
        "5 initiatives in the order in which they start.", "New in it: new.", "No longer in it: gone.",
        "Moved: d forward.",
      ])
  }
}
