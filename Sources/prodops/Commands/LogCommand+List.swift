import ChangeHistory
import CivilDates
import GitStore
import Rendering
import WorkspaceIO
import Workspaces

/// The list of everything that landed.
extension LogCommand {
  /// How much is gathered before it is written.
  private static let chunk = 1 << 16

  func tellAll() async throws {
    // The schemas are compiled while the repository is opened.
    async let _ = SchemaLibrary.builtIn
    let place = try WorkspacePlace.find(".")
    let repository = try place.repository()
    let tip = try repository.resolve(Day(to) == nil ? to : "HEAD")
    let reader = try LifeReader(of: repository, at: tip)
    try checkKind(reader)
    let stretch = try stretch(repository, tip, reader.timezone)
    if summary {
      try await count(reader.history, stretch)
    } else {
      switch format {
      case .human: try await tellPeople(reader.history, stretch)
      case .json: try await tellPrograms(reader.history, stretch)
      case .markdown: try await tellPage(reader, stretch)
      }
    }
  }

  private var filter: ChangeFilter { ChangeFilter(least: least, kind: kind) }

  /// The steps that were asked for.
  private func stretch(
    _ repository: WorkspaceRepository, _ tip: ObjectID, _ zone: String
  ) throws -> HistoryStretch {
    if from == nil, Day(to) == nil { return .upTo(tip) }
    let period = try period(repository, zone)
    return .period(period.chain, after: from == nil ? nil : period.base.commit)
  }

  private func checkKind(_ reader: LifeReader) throws {
    guard let kind, !reader.kinds.contains(kind) else { return }
    let near = Counting.suggestion(reader.kinds(near: kind))
    throw Failure.usage("there is no kind '\(kind)'" + (near.isEmpty ? "" : "; \(near)"))
  }

  private func tellPeople(_ reader: HistoryReader, _ stretch: HistoryStretch) async throws {
    let style = Terminal.style(shared.color)
    let width = Terminal.isOutputTerminal ? Terminal.width : nil
    let end = try await tell(reader, stretch) { step, reference in
      Array(HumanChangeList.entry(step, reference, style: style, width: width).utf8)
    } piece: {
      $0
    }
    Output.write(HumanChangeList.end(end, style: style))
  }

  private func tellPage(_ reader: LifeReader, _ stretch: HistoryStretch) async throws {
    let link = reader.commitLink
    let end = try await tell(reader.history, stretch) { step, reference in
      Array(MarkdownChangeList.entry(step, reference, commitLink: link).utf8)
    } piece: {
      $0
    }
    Output.write(MarkdownChangeList.end(end))
  }

  private func tellPrograms(_ reader: HistoryReader, _ stretch: HistoryStretch)
    async throws
  {
    var list = JSONChangeList(version: Version.text, hasEntries: true)
    let end = try await tell(reader, stretch) {
      JSONChangeList.entry($0, $1)
    } piece: {
      list.piece($0)
    }
    Output.write(list.end(end))
  }

  private func count(_ reader: HistoryReader, _ stretch: HistoryStretch) async throws {
    var counts = ChangeCounts()
    let telling = StepTelling(by: reader.judge, filter, needsPeople: false) { step, _ in
      ChangeCounts(of: step)
    }
    let end = try await reader.list(stretch, limit: limit, telling) { counts.add($0) }
    CommandRun.hold(end.read)
    let all = whole(end, counts, stretch)
    switch format {
    case .human: Output.write(HumanChangeList.counts(all, style: Terminal.style(shared.color)))
    case .markdown: Output.write(MarkdownChangeList.counts(all))
    case .json:
      var list = JSONChangeList(version: Version.text, hasEntries: false)
      Output.write(list.end(all))
    }
  }

  /// Writes each step as soon as it is known, or all of them at the end where the oldest comes first.
  private func tell(
    _ reader: HistoryReader, _ stretch: HistoryStretch,
    entry: @escaping @Sendable (StepChanges, StepReference) -> [UInt8], piece: ([UInt8]) -> [UInt8]
  ) async throws -> ChangeListSummary {
    var counts = ChangeCounts()
    var kept: [[UInt8]] = []
    var buffer: [UInt8] = []
    func write(_ entry: [UInt8]) {
      buffer += piece(entry)
      guard buffer.count >= Self.chunk else { return }
      Output.write(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    let telling = StepTelling(by: reader.judge, filter, needsPeople: true) { step, reference in
      (ChangeCounts(of: step), entry(step, reference))
    }
    let end = try await reader.list(stretch, limit: limit, telling) { count, entry in
      counts.add(count)
      if reverse { kept.append(entry) } else { write(entry) }
    }
    while let entry = kept.popLast() { write(entry) }
    Output.write(buffer)
    return whole(end, counts, stretch)
  }

  private func whole(
    _ end: ChangeListEnd, _ counts: ChangeCounts, _ stretch: HistoryStretch
  ) -> ChangeListSummary {
    let head: ObjectID? =
      switch stretch {
      case .upTo(let tip): tip
      case .period(let chain, _): chain.commits.first?.id
      }
    return ChangeListSummary(
      head: head?.description ?? "", filter, counts, end.start, isLimited: end.isLimited,
      formatSteps: end.formatSteps)
  }
}
