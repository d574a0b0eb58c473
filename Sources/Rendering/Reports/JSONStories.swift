internal import CivilDates
internal import Diffing
internal import JSONSyntax
internal import Reporting
internal import Workspaces

/// The parts of a report's JSON that tell of one thing each.
enum JSONStories {
  static func write(_ report: ChangeReport, to writer: inout JSONWriter) {
    experiments(report.experiments, to: &writer)
    tools(report, to: &writer)
    processes(report.processes, to: &writer)
    writer.array("metrics", of: report.metrics) { writer, metric in
      writer.object { object in
        head(metric.definition, to: &object)
        object.member("redefinedBy", metric.redefined.map(\.change.fingerprint))
        object.member("users", metric.users.map(\.name))
      }
    }
    writer.array("teams", of: report.teams) { writer, team in
      writer.object { object in
        head(team.definition, to: &object)
        object.member("joined", team.joined)
        object.member("left", team.left)
      }
    }
    writer.array("obligations", of: report.news.flatMap(\.obligations)) { writer, obligation in
      writer.object { JSONStories.obligation(obligation, to: &$0) }
    }
    writer.array("decisions", of: report.decisions) { writer, decision in
      writer.object { JSONStories.decision(decision, to: &$0) }
    }
    writer.array("stale", of: report.stale) { writer, stale in
      writer.object { JSONStories.stale(stale, to: &$0) }
    }
    pictures(report, to: &writer)
  }

  static func stale(_ stale: StaleDefinition, to writer: inout JSONWriter) {
    writer.member("definition", stale.subject.name)
    writer.member("title", stale.subject.title)
    writer.member("state", stale.state)
    writer.member("lastChanged", stale.touched?.description)
    writer.member("owner", stale.owner)
  }

  /// What every story begins with.
  static func head(_ definition: ChangedDefinition, to writer: inout JSONWriter) {
    writer.member("definition", definition.subject.name)
    writer.member("title", definition.subject.title)
    writer.member("stateBefore", definition.stateBefore)
    writer.member("stateAfter", definition.stateAfter)
    writer.member("changes", definition.entries.map(\.change.fingerprint))
  }

  static func obligation(_ obligation: Obligation, to writer: inout JSONWriter) {
    writer.member("team", "team:\(obligation.team)")
    writer.member("does", obligation.sort.rawValue)
    writer.member("definition", obligation.subject.name)
    writer.member("title", obligation.subject.title)
    writer.member("label", obligation.label)
    writer.member("day", obligation.day)
    writer.member("change", obligation.entry?.change.fingerprint)
  }

  static func decision(_ decision: DecisionRecord, to writer: inout JSONWriter) {
    writer.member("definition", decision.subject.name)
    writer.member("title", decision.subject.title)
    writer.member("label", decision.label)
    writer.member("on", decision.on)
    writer.member("by", decision.by)
    writer.member("what", decision.what)
    writer.member("why", decision.why)
    writer.member("change", decision.entry?.change.fingerprint)
  }

  private static func experiments(_ stories: [ExperimentStory], to writer: inout JSONWriter) {
    writer.array("experiments", of: stories) { writer, story in
      writer.object { object in
        head(story.definition, to: &object)
        object.array("phases", of: story.phases) { writer, phase in
          writer.object {
            $0.member("from", phase.from)
            decimal("share", phase.share, to: &$0)
            $0.member("closesEnrolment", phase.closesEnrolment)
            $0.member("reason", phase.reason)
          }
        }
        object.member("results", story.results)
        if let decision = story.decision {
          object.object("decision") { JSONStories.decision(decision, to: &$0) }
        } else {
          object.member("decision", nil as String?)
        }
        object.array("drift", of: story.drift) { writer, drift in
          writer.object {
            $0.member("metric", drift.entry.change.subject.name)
            $0.member("change", drift.entry.change.fingerprint)
            $0.member("isGuardrail", drift.isGuardrail)
          }
        }
      }
    }
  }

  // MARK: Tools

  private static func tools(_ report: ChangeReport, to writer: inout JSONWriter) {
    writer.object("tools") { tools in
      tools.array("changed", of: report.tools) { writer, tool in
        writer.object { JSONStories.tool(tool, to: &$0) }
      }
      tools.array("yearlyCost", of: report.money) { writer, money in
        writer.object {
          $0.member("currency", money.currency)
          decimal("before", money.before, to: &$0)
          decimal("after", money.after, to: &$0)
          $0.member("toolsBefore", money.toolsBefore)
          $0.member("toolsAfter", money.toolsAfter)
        }
      }
      tools.array("renewals", of: report.renewals) { writer, renewal in
        writer.object {
          $0.member("definition", renewal.subject.name)
          $0.member("title", renewal.subject.title)
          $0.member("notice", renewal.notice.description)
          $0.member("renews", renewal.renews.description)
          $0.member("isAutomatic", renewal.isAutomatic)
          $0.member("decision", renewal.decision)
          $0.member("owner", renewal.owner)
          cost("yearlyCost", renewal.cost, to: &$0)
        }
      }
    }
  }

  static func tool(_ tool: ToolStory, to writer: inout JSONWriter) {
    head(tool.definition, to: &writer)
    cost("yearlyCostBefore", tool.costBefore, to: &writer)
    cost("yearlyCostAfter", tool.costAfter, to: &writer)
  }

  private static func cost(_ key: String, _ cost: YearlyCost?, to writer: inout JSONWriter) {
    guard let cost else { return writer.member(key, nil as String?) }
    writer.object(key) {
      decimal("amount", cost.amount, to: &$0)
      $0.member("currency", cost.currency)
    }
  }

  private static func decimal(_ key: String, _ number: ExactDecimal?, to writer: inout JSONWriter) {
    guard let number else { return writer.member(key, nil as String?) }
    writer.key(key)
    writer.raw(Array(number.description.utf8))
  }

  // MARK: Processes

  private static func processes(_ stories: [ProcessStory], to writer: inout JSONWriter) {
    writer.array("processes", of: stories) { writer, story in
      writer.object { JSONStories.process(story, to: &$0) }
    }
  }

  static func process(_ story: ProcessStory, to writer: inout JSONWriter) {
    head(story.definition, to: &writer)
    writer.member("stepsAdded", story.stepsAdded)
    writer.member("stepsRemoved", story.stepsRemoved)
    writer.member("stepsChanged", story.stepsChanged)
    writer.array("adoption", of: story.adoption) { writer, adoption in
      writer.object {
        $0.member("team", "team:\(adoption.team)")
        $0.member("from", adoption.from)
        $0.member("to", adoption.to)
      }
    }
    writer.member("feedbackSettled", story.feedbackSettled)
  }

  // MARK: What pictures are made from

  private static func pictures(_ report: ChangeReport, to writer: inout JSONWriter) {
    writer.array("trends", of: report.trends(atMost: TrendChart.lines)) { writer, trend in
      writer.object { object in
        object.member("definition", trend.subject.name)
        object.member("pointer", trend.fields.pointer)
        object.member("slips", trend.slips)
        object.array("points", of: trend.points) { writer, point in
          writer.object {
            $0.member("said", point.said.description)
            $0.member("promised", point.promised.description)
          }
        }
      }
    }
    writer.array("slipCounts", of: report.slipCounts(atMost: SlipBars.bars)) { writer, count in
      writer.object {
        $0.member("from", count.first.description)
        $0.member("to", count.last.description)
        $0.member("slips", count.slips)
        $0.member("late", count.late)
      }
    }
    writer.array("timeline", of: report.timeline()) { writer, row in
      writer.object { object in
        object.member("definition", row.subject.name)
        plan("before", row.before, to: &object)
        plan("after", row.after, to: &object)
        object.member("days", row.days)
      }
    }
  }

  private static func plan(_ key: String, _ plan: TimelineRow.Plan?, to writer: inout JSONWriter) {
    guard let plan else { return writer.member(key, nil as String?) }
    writer.object(key) {
      $0.member("start", plan.start?.description)
      $0.member("end", plan.end.description)
      $0.member("milestones", plan.milestones.map(\.description))
    }
  }
}
