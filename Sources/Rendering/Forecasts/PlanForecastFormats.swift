internal import Diagnostics
public import Planning

/// A plan's forecast for people: at a terminal, and in Markdown.
public enum HumanPlanForecast {
  /// The table of promises, what decides them and what that rests on; `width` is how many columns there are.
  public static func render(_ forecast: PlanForecast, style: TextStyle, width: Int?) -> String {
    let words = PlanForecastWords(forecast: forecast)
    var rows = words.rows.map { row in
      row.cells.enumerated().map { column, cell in
        (column == 0 && row.isPart ? "  " : "") + TerminalText.escaping(cell)
      }
    }
    let header = PlanForecastWords.header
    if let width { rows = TextTable.cutting(1, of: rows, header: header, to: width) }
    var text = TextTable.render(header: header, rows: rows, style: style)
    text += "\n\(PlanForecastWords.legend)\n"
    let decisions = words.decisions
    if !decisions.isEmpty {
      text += "\n" + style.paint("What decides", .strong) + "\n"
      for line in decisions { text += "  \(TerminalText.escaping(line))\n" }
    }
    text += "\n"
    for note in words.notes { text += "note: \(TerminalText.escaping(note))\n" }
    return text
  }
}

/// A plan's forecast in Markdown.
public enum MarkdownPlanForecast {
  /// The table of promises, what decides them and what that rests on.
  public static func render(_ forecast: PlanForecast) -> String {
    let words = PlanForecastWords(forecast: forecast)
    let titles = PlanForecastWords.header.map {
      $0.count > 3 ? $0.prefix(1) + $0.dropFirst().lowercased() : $0
    }
    var text = "# Forecast as of \(forecast.plan.model.asOf)\n\n"
    let rows = words.rows.map { row in
      row.cells.enumerated().map { column, cell in
        (column == 0 && row.isPart ? "… " : "") + MarkdownText.escaping(cell)
      }
    }
    text += MarkdownText.table(header: titles, rows: rows)
    text += "\n\(PlanForecastWords.legend)\n"
    let decisions = words.decisions
    if !decisions.isEmpty {
      text += "\n## What decides\n\n"
      for line in decisions { text += "- \(MarkdownText.escaping(line))\n" }
    }
    text += "\n## What this rests on\n\n"
    for note in words.notes { text += "- \(MarkdownText.escaping(note))\n" }
    return text
  }
}
