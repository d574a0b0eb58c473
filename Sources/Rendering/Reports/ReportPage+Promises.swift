internal import CivilDates
internal import Reporting

extension ReportPage {
  /// More owners, teams or plans than these are counted.
  private static let longest = 12

  /// What came of promises, by those who made them.
  var promises: Page.Section {
    let accounts = report.accounts
    var section = Page.Section(
      name: "promises", title: "How promises hold", count: accounts.total.promises,
      note: "Every date that was ever promised up to the end of the period, and what came of it.")
    guard accounts.total.slips > 0 else { return section }
    let all = accounts.total
    section.blocks.append(
      .paragraph(
        Page.Line(
          "\(Counting.words(all.slipped, "promise")) of \(Counting.grouped(all.promises)) slipped at least once, "
            + "\(Counting.words(all.slips, "time")) altogether; \(Counting.grouped(all.lateSlips)) of these slips were "
            + "told after the old date had passed.")))
    for (title, groups) in [
      ("By team", accounts.byTeam), ("By plan", accounts.byPlan), ("By owner", accounts.byOwner),
    ] where !groups.isEmpty {
      section.blocks.append(.heading(title))
      section.blocks.append(.table(table(Array(groups.prefix(Self.longest)))))
      if groups.count > Self.longest {
        section.blocks.append(
          .paragraph(Page.Line("\(Counting.grouped(groups.count - Self.longest)) more with fewer slips.")))
      }
    }
    return section
  }

  private func table(_ groups: [PromiseAccounts.Group]) -> Page.Table {
    let columns =
      [Page.Table.Column(title: "Who")]
      + ["Promises", "Slips", "Told late", "Kept", "Late", "Missed", "Open"].map {
        Page.Table.Column(title: $0, isShort: true)
      } + [Page.Table.Column(title: "Later, on average", isShort: true)]
    let rows = groups.map { group -> [Page.Line] in
      let name = group.name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? group.name
      let numbers = [
        group.promises, group.slips, group.lateSlips, group.outcomes[.kept] ?? 0, group.outcomes[.late] ?? 0,
        group.outcomes[.missed] ?? 0, group.outcomes[.open] ?? 0,
      ]
      return [Page.Line(ValueWords.cut(name))] + numbers.map { Page.Line(Counting.grouped($0)) }
        + [Page.Line(average(group))]
    }
    return Page.Table(columns: columns, rows: rows)
  }

  /// How much later than first said a promise that slipped is, on average.
  private func average(_ group: PromiseAccounts.Group) -> String {
    guard group.slipped > 0, group.days > 0 else { return "" }
    return DayDistance.words(group.days / group.slipped)
  }
}
