internal import CivilDates
internal import JSONSyntax
internal import Planning

/// Why an initiative has its dates, as one JSON document; `docs/output/explain.schema.json` describes it.
public enum JSONExplanation {
  /// The document.
  public static func render(_ explanation: DateExplanation) -> String {
    let words = ScheduleWords(explanation.plan)
    let page = ExplanationPage(explanation)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      JSONSchedule.tool(explanation.version, to: &writer)
      StateNote.write(explanation.note, to: &writer)
      writer.member("asOf", explanation.plan.model.asOf.description)
      writer.member("definition", "initiative:\(explanation.initiative)")
      writer.member("title", explanation.facts.title)
      writer.member("words", page.lead)
      if let row = ScheduleView(explanation.plan, version: "").row(of: explanation.initiative) {
        writer.object("dates") { JSONSchedule.initiative(row, words, to: &$0) }
        writer.member("place", words.place(row.item))
      } else {
        writer.member("dates", nil as String?)
      }
      if let why = explanation.leftOut {
        writer.object("leftOut") { JSONSchedule.leftOut(explanation.facts, why, words, to: &$0) }
      }
      writer.array("chain", of: explanation.chain) { writer, link in
        writer.object {
          $0.member("from", link.from.description)
          $0.member("to", link.to.description)
          $0.member("days", link.days)
          $0.member("words", words.sentence(link))
        }
      }
      writer.member("days", explanation.daysToShip.map { $0.chain })
      writer.array("fixes", of: explanation.fixes) { writer, fix in
        writer.object { JSONExplanation.fix(fix, words, to: &$0) }
      }
      JSONSchedule.conflicts("conflicts", explanation.conflicts, words, to: &writer)
      JSONSchedule.remarks(explanation.remarks, words, to: &writer)
    }
    return writer.text
  }

  private static func fix(_ fix: DateFix, _ words: ScheduleWords, to object: inout JSONWriter) {
    object.member("what", words.sentence(fix.action))
    object.member("ships", fix.end?.description)
    object.member("effect", code(fix.effect))
    object.member("gain", fix.gain)
    if let isOnTime = fix.isOnTime { object.member("isOnTime", isOnTime) }
    object.array("moves", of: fix.moves) { writer, move in
      writer.object {
        $0.member("initiative", move.initiative)
        $0.member("days", move.days)
      }
    }
    object.member("lost", fix.lost)
    object.member("words", words.sentence(fix))
  }

  private static func code(_ effect: DateFix.Effect) -> String {
    switch effect {
    case .earlier: "earlier"
    case .nothing: "nothing"
    case .othersOnly: "others-only"
    case .later: "later"
    case .noDate: "no-date"
    }
  }
}
