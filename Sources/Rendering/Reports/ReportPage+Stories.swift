internal import CivilDates
internal import Diffing
internal import JSONSyntax
internal import Reporting
internal import Workspaces

extension ReportPage {
  // MARK: Decisions

  var decisions: Page.Section {
    let lines = report.decisions.map { DecisionWords.line($0, words) }
    return Page.Section(
      name: "decisions", title: "Decided", count: lines.count, blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  // MARK: Experiments

  var experiments: Page.Section {
    let stories = report.experiments.map { story in
      Page.Story(
        subject: story.definition.subject, state: StateWords.step(story.definition), lines: lines(of: story))
    }.enumerated().filter { position, story in
      !story.lines.isEmpty || StateWords.moved(report.experiments[position].definition) != nil
    }.map(\.element)
    return Page.Section(
      name: "experiments", title: "Experiments", count: stories.count,
      blocks: stories.isEmpty ? [] : [.stories(stories)])
  }

  private func lines(of story: ExperimentStory) -> [Page.Line] {
    var lines: [Page.Line] = []
    for phase in story.phases {
      let share = phase.share.map { " with \(ValueWords.percent($0)) of the audience" } ?? ""
      let deed = phase.closesEnrolment ? "nobody new is let in" : "runs\(share)"
      lines.append(
        Page.Line(
          "From \(ValueWords.cut(phase.from)) \(deed)"
            + (phase.reason.map { ": \(ValueWords.cut($0))" } ?? "")))
    }
    if story.results > 0 { lines.append(Page.Line("\(Counting.words(story.results, "result")) read")) }
    if let decision = story.decision {
      var line = DecisionWords.line(decision, words)
      line.parts.removeFirst()
      line.parts = [.strong("Decided")] + line.parts
      lines.append(line)
    }
    for drift in story.drift {
      let role = drift.isGuardrail ? "guardrail" : "metric"
      lines.append(
        Page.Line(
          [
            .text("Its \(role) changed under it: "), .subject(drift.entry.change.subject),
            .text(": \(ChangeWords.sentence(for: drift.entry.change))"),
          ], weight: .risky, trace: words.trace(drift.entry)))
    }
    return lines
  }

  // MARK: Tools

  var tools: Page.Section {
    var blocks: [Page.Block] = []
    if report.money.contains(where: { $0.before != $0.after || $0.toolsBefore != $0.toolsAfter }) {
      blocks += [.heading("What the tools in use cost a year"), .table(money)]
    }
    let stories = stories(of: report.tools.filter(\.isMoved))
    if !stories.isEmpty { blocks += [.heading("Came, went and changed"), .stories(stories)] }
    if !report.renewals.isEmpty {
      blocks += [
        .heading("Renewals and notices in the \(ChangeReport.renewalHorizon) days from \(report.source.day)"),
        .table(renewals),
      ]
    }
    return Page.Section(
      name: "tools", title: "Tools", count: stories.count + report.renewals.count, blocks: blocks)
  }

  /// What became of tools.
  func stories(of tools: [ToolStory]) -> [Page.Story] {
    tools.map { tool in
      Page.Story(
        subject: tool.definition.subject, state: StateWords.step(tool.definition), lines: lines(of: tool))
    }
  }

  private var money: Page.Table {
    Page.Table(
      columns: [
        Page.Table.Column(title: "Currency"), Page.Table.Column(title: "Before", isNumber: true),
        Page.Table.Column(title: "After", isNumber: true),
        Page.Table.Column(title: "Difference", isNumber: true),
        Page.Table.Column(title: "Tools", isNumber: true),
      ],
      rows: report.money.map { money in
        let difference = money.after - money.before
        let sign = difference.isNegative || difference.isZero ? "" : "+"
        return [
          Page.Line([.strong(ValueWords.cut(money.currency))]), Page.Line(ValueWords.amount(money.before)),
          Page.Line(ValueWords.amount(money.after)), Page.Line(sign + ValueWords.amount(difference)),
          Page.Line("\(money.toolsBefore) → \(money.toolsAfter)"),
        ]
      })
  }

  private func lines(of tool: ToolStory) -> [Page.Line] {
    var lines: [Page.Line] = []
    switch (tool.costBefore, tool.costAfter) {
    case (let before?, let after?) where before.amount != after.amount || before.currency != after.currency:
      lines.append(
        Page.Line("\(ValueWords.yearly(before)) became \(ValueWords.yearly(after)) a year"))
    case (let before?, nil): lines.append(Page.Line("\(ValueWords.yearly(before)) a year no longer paid"))
    case (nil, let after?): lines.append(Page.Line("\(ValueWords.yearly(after)) a year"))
    default: break
    }
    let status =
      tool.definition.entries(in: "status").first
      ?? tool.definition.entries.first { $0.change.fields.isEmpty }
    if let trace = words.trace(status) {
      if lines.isEmpty {
        lines.append(Page.Line([.text("What it costs did not change, or is not said")], trace: trace))
      } else {
        lines[lines.count - 1].trace = trace
      }
    }
    return lines
  }

  private var renewals: Page.Table {
    Page.Table(
      columns: ["Tool", "Notice until", "Renews", "A year", "Decision"].map { Page.Table.Column(title: $0) },
      rows: report.renewals.map { renewal in
        let left = report.source.day.days(until: renewal.notice)
        let notice =
          "\(renewal.notice), "
          + (left < 0
            ? "\(DayDistance.words(left)) ago" : left == 0 ? "today" : "in \(DayDistance.words(left))")
        let owner = renewal.owner.map { " (\(ValueWords.cut($0)))" } ?? ""
        return [
          Page.Line([.subject(renewal.subject), .text(owner)]), Page.Line(notice),
          Page.Line("\(renewal.renews)\(renewal.isAutomatic ? ", by itself" : "")"),
          Page.Line(renewal.cost.map(ValueWords.yearly) ?? "not known"),
          Page.Line(renewal.decision.map { [.text(ValueWords.cut($0))] } ?? [.strong("none yet")]),
        ]
      })
  }

  // MARK: Processes and metrics

  /// What changed of processes, and where they took hold.
  func processes(_ processes: [ProcessStory]) -> Page.Section {
    let stories = processes.compactMap { process -> Page.Story? in
      var lines: [Page.Line] = []
      func add(_ names: [String], _ verb: String) {
        guard !names.isEmpty else { return }
        let shown = names.prefix(5).map(ValueWords.quoted)
        let rest = names.count - shown.count
        lines.append(
          Page.Line(
            "\(names.count == 1 ? "Step" : "Steps") \(verb): "
              + Counting.list(shown + (rest > 0 ? ["\(rest) more"] : []))))
      }
      add(process.stepsAdded, "added")
      add(process.stepsRemoved, "removed")
      add(process.stepsChanged, "changed")
      var order: [String] = []
      var teams: [String: [String]] = [:]
      for adoption in process.adoption {
        let state = StateWords.step(adoption.from, adoption.to) ?? ""
        if teams[state] == nil { order.append(state) }
        teams[state, default: []].append(ValueWords.cut(adoption.team))
      }
      for state in order {
        lines.append(Page.Line("Adoption, \(state): \(Counting.list(teams[state] ?? []))"))
      }
      if process.feedbackSettled > 0 {
        lines.append(Page.Line("\(Counting.words(process.feedbackSettled, "note")) of feedback settled"))
      }
      let version = process.versions.map {
        "version \(ValueWords.cut($0.before)) → \(ValueWords.cut($0.after))"
      }
      let state = [StateWords.moved(process.definition), version].compactMap(\.self).joined(separator: ", ")
      guard !lines.isEmpty || !state.isEmpty else { return nil }
      if let last = process.definition.entries.last, !lines.isEmpty {
        lines[lines.count - 1].trace = words.trace(last)
      }
      return Page.Story(
        subject: process.definition.subject, state: state.isEmpty ? nil : state, lines: lines)
    }
    return Page.Section(
      name: "processes", title: "Processes", count: stories.count,
      blocks: stories.isEmpty ? [] : [.stories(stories)])
  }

  var metrics: Page.Section {
    let stories = report.metrics.map { metric in
      var lines = metric.redefined.map { words.inner($0) }
      if !metric.redefined.isEmpty, !metric.users.isEmpty {
        let names = metric.users.prefix(5).map { "\(ValueWords.quoted($0.title)) (\($0.name))" }
        let rest = metric.users.count - names.count
        lines.append(
          Page.Line("Used by " + Counting.list(names + (rest > 0 ? ["\(Counting.grouped(rest)) more"] : []))))
      }
      return Page.Story(
        subject: metric.definition.subject, state: StateWords.moved(metric.definition), lines: lines)
    }
    return Page.Section(
      name: "metrics", title: "Metrics redefined", count: stories.count,
      note: "Numbers from before such a change cannot be compared with those after it.",
      blocks: stories.isEmpty ? [] : [.stories(stories)])
  }
}

/// States of definitions in a word or two.
enum StateWords {
  /// `Running → Concluded`; `New, running`; nil where nothing can be said.
  static func step(_ definition: ChangedDefinition) -> String? {
    if definition.before == nil { return definition.stateAfter.map { "new, \(name($0))" } ?? "new" }
    if definition.after == nil { return "gone" }
    return step(definition.stateBefore, definition.stateAfter) ?? definition.stateAfter.map(name)
  }

  /// The step alone, where there was one.
  static func moved(_ definition: ChangedDefinition) -> String? {
    definition.stateBefore == definition.stateAfter
      ? nil : step(definition.stateBefore, definition.stateAfter)
  }

  /// `trial → adopted`; nil where both are the same.
  static func step(_ from: String?, _ to: String?) -> String? {
    switch (from, to) {
    case (let from?, let to?): from == to ? nil : "\(name(from)) → \(name(to))"
    case (nil, let to?): "now \(name(to))"
    case (let from?, nil): "no longer \(name(from))"
    default: nil
    }
  }

  static func name(_ state: String) -> String {
    FieldPhrase.lowered(FieldLabels.humanised(ValueWords.cut(state)))
  }
}

/// Decisions in words.
enum DecisionWords {
  static func line(_ decision: DecisionRecord, _ words: EntryWords) -> Page.Line {
    let label = decision.label.map { "\($0): " } ?? ""
    var text = label + ValueWords.capitalised(ValueWords.long(decision.what))
    if let why = decision.why { text += ". Reason: \(ValueWords.long(why))" }
    let who = [
      decision.by.map { "by \(ValueWords.cut($0))" }, decision.on.map { "on \(ValueWords.cut($0))" },
    ].compactMap(\.self).joined(separator: " ")
    if !who.isEmpty { text += (text.utf8.last == 0x2E ? "" : ".") + " Decided \(who)" }
    return Page.Line(
      [.subject(decision.subject), .text(": "), .text(text)], trace: words.trace(decision.entry))
  }
}
