internal import CivilDates
internal import Diffing
internal import JSONSyntax
public import Reporting

/// What a period means for one team as Markdown.
public enum MarkdownBrief {
  /// The text; `isUsualPeriod` says that nobody chose the period.
  public static func render(_ brief: Brief, isUsualPeriod: Bool) -> String {
    MarkdownPage(BriefPage(brief, isUsualPeriod: isUsualPeriod).page).render()
  }
}

/// What a period means for one team as one HTML file.
public enum HTMLBrief {
  /// The file; `isUsualPeriod` says that nobody chose the period.
  public static func render(_ brief: Brief, isUsualPeriod: Bool) -> String {
    HTMLPage(BriefPage(brief, isUsualPeriod: isUsualPeriod).page).render()
  }
}

/// What a period means for one team as one JSON document; `docs/output/brief.schema.json` describes it.
public enum JSONBrief {
  /// The document.
  public static func render(_ brief: Brief, version: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", version)
      }
      writer.member("team", brief.team.name)
      writer.member("title", brief.team.title)
      JSONReport.period(brief.report.source, to: &writer)
      writer.member("headline", BriefPage.sentence(of: brief))
      writer.array("decisionsNeeded", of: brief.asks) { writer, ask in
        writer.object {
          $0.member("wanted", ask.sort.rawValue)
          $0.member("definition", ask.subject.name)
          $0.member("title", ask.subject.title)
          $0.member("who", ask.who)
          $0.member("due", ask.due)
        }
      }
      writer.array("obligations", of: brief.obligations) { writer, obligation in
        writer.object { JSONStories.obligation(obligation, to: &$0) }
      }
      writer.array("launches", of: brief.launches) { writer, launch in
        writer.object {
          $0.member("definition", launch.subject.name)
          $0.member("title", launch.subject.title)
          $0.member("date", launch.date)
          $0.member("briefing", launch.briefing)
          $0.member("state", launch.state)
          $0.member("isChanged", launch.isChanged)
        }
      }
      JSONReport.moves("slips", brief.slips, to: &writer)
      JSONReport.moves("pulledIn", brief.pulledIn, to: &writer)
      changes(brief, to: &writer)
    }
    return writer.text
  }

  private static func changes(_ brief: Brief, to writer: inout JSONWriter) {
    writer.object("people") { people in
      people.member("joined", brief.people?.joined ?? [])
      people.member("left", brief.people?.left ?? [])
    }
    writer.array("processes", of: brief.processes) { writer, process in
      writer.object { JSONStories.process(process, to: &$0) }
    }
    writer.array("tools", of: brief.tools) { writer, tool in
      writer.object { JSONStories.tool(tool, to: &$0) }
    }
    writer.array("decisions", of: brief.decisions) { writer, decision in
      writer.object { JSONStories.decision(decision, to: &$0) }
    }
    writer.array("elapsed", of: brief.elapsed) { writer, entry in
      writer.object { JSONReport.entry(entry, to: &$0) }
    }
    writer.array("stale", of: brief.stale) { writer, stale in
      writer.object { JSONStories.stale(stale, to: &$0) }
    }
    writer.array("changes", of: brief.concerns) { writer, concern in
      writer.object { object in
        object.member("relation", concern.relation.rawValue)
        object.member("definition", concern.subject.name)
        object.member("title", concern.subject.title)
        object.array("entries", of: concern.entries) { writer, entry in
          writer.object { JSONReport.entry(entry, to: &$0) }
        }
      }
    }
  }
}
