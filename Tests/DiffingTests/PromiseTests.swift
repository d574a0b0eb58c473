import Diffing
import JSONSyntax
import Testing

/// Dates and states, which have rules of their own.
@Suite struct PromiseTests {
  func target(_ text: String) -> String { #""milestones": [{"id": "beta", "target": "\#(text)"}]"# }

  @Test func laterIsASlipAndEarlierIsPulledIn() {
    let slip = Trial.between(target("2024-01-10"), target("2024-02-14"), day: "2024-01-01")
    #expect(slip.map(\.idiom) == [.promiseSlipped])
    #expect(slip.first?.facts.days == 35)
    #expect(slip.first?.facts.notice == 9)
    #expect(slip.first?.reasons == [.shortNotice])
    let back = Trial.between(target("2024-02-14"), target("2024-01-10"))
    #expect(back.map(\.idiom) == [.promisePulledIn])
    #expect(back.first?.facts.days == -35)
  }

  @Test func anOldDateMayHavePassed() {
    let late = Trial.between(target("2024-01-10"), target("2024-02-14"), day: "2024-01-20")
    #expect(late.first?.reasons == [.oldDatePassed])
    #expect(late.first?.weight == .risky)
    let early = Trial.between(target("2024-06-30"), target("2024-07-31"), day: "2024-01-20")
    #expect(early.first?.weight == .notable)
  }

  @Test func vagueDatesMeanTheirLastDay() {
    #expect(Trial.between(target("2024-Q1"), target("2024-03-31")).map(\.idiom) == [.promiseReworded])
    #expect(Trial.between(target("2024-Q1"), target("2024-02-15")).map(\.idiom) == [.promiseReworded])
    #expect(Trial.between(target("2024-03"), target("2024-Q2")).first?.facts.days == 91)
    #expect(Trial.between(target("2024-H2"), target("2024-Q2")).map(\.idiom) == [.promisePulledIn])
  }

  @Test func promisesComeAndGo() {
    let none = #""milestones": [{"id": "beta"}]"#
    #expect(Trial.between(none, target("2024-Q1")).map(\.idiom) == [.promiseSet])
    let dropped = Trial.between(target("2024-Q1"), none)
    #expect(dropped.map(\.idiom) == [.promiseDropped])
    #expect(dropped.first?.weight == .risky)
  }

  @Test func withMilestonesTheTargetFollows() {
    let changes = Trial.between(
      #""target": "2024-Q1", "milestones": [{"id": "m"}]"#,
      #""target": "2024-Q2", "milestones": [{"id": "m"}]"#)
    #expect(changes.map(\.idiom) == [.dateLater])
    #expect(Trial.between(#""target": "2024-Q1""#, #""target": "2024-Q2""#).map(\.idiom) == [.promiseSlipped])
  }

  @Test func theReleaseIsToldWithItsDate() {
    let changes = Trial.between(
      #""target": "2024-01-10", "release": "1.1""#, #""target": "2024-02-10", "release": "1.2""#)
    #expect(changes.map(\.idiom) == [.promiseSlipped])
    #expect(changes.first?.facts.companion?.after == "1.2")
    #expect(Trial.between(#""release": "1.1""#, #""release": "1.2""#).map(\.idiom) == [.fieldChanged])
  }

  @Test(arguments: [
    ("committed", "in-progress", ChangeIdiom.lifecycleAdvanced, ChangeClass.notable),
    ("idea", "committed", .lifecycleSkipped, .notable),
    ("in-progress", "committed", .lifecycleReopened, .risky),
    ("launched", "committed", .lifecycleReopened, .risky),
    ("cancelled", "idea", .lifecycleReopened, .risky),
    ("committed", "cancelled", .lifecycleEnded, .risky),
    ("in-progress", "paused", .lifecyclePaused, .notable),
    ("paused", "in-progress", .lifecycleResumed, .notable),
    ("committed", "implemented (alpha)", .fieldChanged, .risky),
  ])
  func statesHaveAnOrder(_ before: String, _ after: String, _ idiom: ChangeIdiom, _ weight: ChangeClass) {
    let changes = Trial.between("", "", status: (before, after))
    #expect(changes.map(\.idiom) == [idiom])
    #expect(changes.first?.weight == weight)
  }

  @Test func whatGoesWithTheEndIsRoutine() {
    let changes = Trial.between(target("2024-01-10"), "", status: ("committed", "cancelled"))
    #expect(changes.map(\.idiom) == [.lifecycleEnded, .itemRemoved])
    #expect(changes.last?.weight == .routine)
    #expect(changes.last?.reasons == [.endedWithIt])
  }
}
