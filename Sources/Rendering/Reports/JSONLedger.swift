internal import Diffing
internal import ChangeHistory
internal import CivilDates
internal import JSONSyntax
internal import Reporting

/// The ledger of promises as a member of a report.
enum JSONLedger {
  /// Writes the member `ledger`.
  static func write(_ accounts: PromiseAccounts, to writer: inout JSONWriter) {
    writer.object("ledger") { ledger in
      ledger.object("total") { group(accounts.total, to: &$0) }
      for (key, groups) in [
        ("byOwner", accounts.byOwner), ("byTeam", accounts.byTeam), ("byPlan", accounts.byPlan),
      ] {
        ledger.array(key, of: groups) { writer, item in
          writer.object {
            $0.member("name", item.name)
            group(item, to: &$0)
          }
        }
      }
      ledger.array("promises", of: accounts.accounts) { writer, account in
        writer.object { promise(account, to: &$0) }
      }
    }
  }

  private static func group(_ group: PromiseAccounts.Group, to writer: inout JSONWriter) {
    writer.member("promises", group.promises)
    writer.member("slipped", group.slipped)
    writer.member("slips", group.slips)
    writer.member("lateSlips", group.lateSlips)
    writer.member("pullIns", group.pullIns)
    writer.member("days", group.days)
    writer.object("outcomes") { outcomes in
      for outcome in PromiseAccounts.Outcome.allCases {
        outcomes.member(outcome.rawValue, group.outcomes[outcome] ?? 0)
      }
    }
  }

  private static func promise(_ account: PromiseAccounts.Account, to writer: inout JSONWriter) {
    let record = account.record
    writer.member("definition", record.definition)
    writer.member("pointer", record.pointer)
    writer.member("outcome", account.outcome.rawValue)
    writer.member("ended", account.ended?.description)
    writer.member("slips", record.slips)
    writer.member("pullIns", record.pullIns)
    writer.member("lateSlips", record.lateSlips)
    writer.member("days", record.totalDays)
    writer.array("entries", of: record.entries) { writer, entry in
      writer.object {
        $0.member("rule", entry.idiom.rawValue)
        $0.member("value", entry.text)
        $0.member("last", entry.last?.description)
        $0.member("days", optional: entry.days)
        $0.member("notice", optional: entry.notice)
        $0.member("day", entry.step.day.description)
        $0.member("commit", entry.step.commit)
      }
    }
  }
}
