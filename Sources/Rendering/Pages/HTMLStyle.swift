/// The look of pages: one column that a phone shows as well as paper does, in light and in dark.
enum HTMLStyle {
  /// The SHA-256 of the sheet in base64, by which pages allow it and no other style; a test computes it.
  static let digest = "FDqO/lyUwtX2x7++I4WPo2wc/nCNdME/nm8nse5dDUc="

  /// The sheet, in parts.
  static let sheets = [PictureStyle.palette, page, PictureStyle.sheet]

  /// The sheet as a page has it.
  static var sheet: String { sheets.map { "\($0)" }.joined() }

  private static let page: StaticString = """

    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
    body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: break-word; }
    h1, h2, h3 { line-height: 1.2; text-wrap: balance; overflow-wrap: break-word; }
    h1 { font-size: 2.1rem; letter-spacing: -0.02em; margin: 0 0 1rem; }
    h2 { font-size: 1.35rem; letter-spacing: -0.01em; margin: 0 0 0.75rem; }
    h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
    p { margin: 0 0 0.75rem; }
    a { color: var(--accent); text-underline-offset: 0.15em; }
    a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    code { font: 0.85em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem; }
    .eyebrow { color: var(--soft); font-size: 0.85rem; font-weight: 600; letter-spacing: 0.04em; margin: 0 0 0.5rem; }
    .period { color: var(--soft); font-size: 1.1rem; margin: -0.6rem 0 1rem; }
    .lead { font-size: 1.2rem; line-height: 1.5; max-width: 48rem; }
    .note, footer { color: var(--soft); font-size: 0.9rem; max-width: 48rem; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.75rem; margin: 1.5rem 0; }
    .fact { background: var(--tint); border-radius: 0.6rem; padding: 0.8rem 1rem; display: flex;
      flex-direction: column-reverse; justify-content: flex-end; }
    .fact dt { color: var(--soft); font-size: 0.85rem; line-height: 1.3; }
    .fact dd { margin: 0; font-size: 1.8rem; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .fact.bad dd { color: var(--bad); }
    nav { margin: 1.5rem 0 0; border-block: 1px solid var(--line); padding: 0.75rem 0; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; list-style: none; margin: 0; padding: 0; font-size: 0.9rem; }
    nav li { margin: 0; } time { white-space: nowrap; }
    nav a { text-decoration: none; display: inline-block; padding: 0.15rem 0; }
    nav a:hover { text-decoration: underline; }
    .count { color: var(--soft); margin-left: 0.35em; font-variant-numeric: tabular-nums; }
    section { margin-top: 2.75rem; scroll-margin-top: 1rem; }
    ul { margin: 0 0 0.75rem; padding-left: 1.1rem; }
    li { margin: 0.3rem 0; }
    .lines { list-style: none; padding: 0; margin: 0; }
    .lines > li { border-top: 1px solid var(--line); margin: 0; padding: 0.55rem 0; }
    .lines > li:first-child { border-top: 0; }
    .stories { display: grid; gap: 0.75rem; }
    article { border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.85rem 1.1rem; break-inside: avoid; }
    article h3 { margin: 0; }
    article ul { margin: 0.5rem 0 0; }
    article > .name { margin: 0; }
    .title { font-weight: 600; }
    .name { color: var(--soft); font-size: 0.8rem; }
    .state { display: inline-block; margin-left: 0.6em; color: var(--soft); font-size: 0.85rem; font-weight: 500; }
    .badge { border-radius: 0.3rem; padding: 0.05rem 0.4rem; font-size: 0.75rem; font-weight: 650; }
    .badge.breaking { color: var(--bad); background: var(--bad-tint); }
    .badge.risky { color: var(--warn); background: var(--warn-tint); }
    .why { display: block; color: var(--ink); font-size: 0.9rem; border-left: 3px solid var(--line); padding-left: 0.6rem;
      margin: 0.2rem 0; }
    .trace { display: block; color: var(--soft); font-size: 0.82rem; }
    .trace a { color: inherit; }
    td .trace { display: block; }
    table { border-collapse: collapse; width: 100%; margin: 0 0 0.75rem; font-size: 0.93rem; }
    th { text-align: left; color: var(--soft); font-size: 0.8rem; font-weight: 600; }
    th, td { padding: 0.55rem 0.75rem 0.55rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    td.short { white-space: nowrap; }
    td:last-child, th:last-child { padding-right: 0; }
    details { margin: 0.5rem 0; }
    summary { cursor: pointer; color: var(--accent); padding: 0.4rem 0; }
    .more { margin: 0; } .more > summary { color: inherit; padding: 0; }
    .more > p { color: var(--soft); font-size: 0.9rem; margin: 0.4rem 0 0; max-width: 48rem; }
    td .more { min-width: 12rem; } td.text:first-child { min-width: 10rem; overflow-wrap: anywhere; }
    figure { margin: 1.5rem 0 0; }
    figcaption { margin-bottom: 0.5rem; }
    figcaption h3 { margin: 0 0 0.2rem; font-size: 1.05rem; }
    figcaption p { color: var(--soft); font-size: 0.9rem; margin: 0; max-width: 48rem; }
    .legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; list-style: none; padding: 0; margin: 0.4rem 0 0;
      color: var(--soft); font-size: 0.85rem; }
    .legend li { margin: 0; display: flex; align-items: center; gap: 0.4rem; }
    .mark { display: inline-block; width: 0.9rem; height: 0.6rem; border: 1.5px solid var(--accent); border-radius: 2px; }
    .mark.after { background: var(--accent); }
    .mark.early { border-color: var(--bad); } .mark.late { background: var(--bad); border-color: var(--bad); }
    .mark.before { border-color: var(--soft); }
    .mark.diamond { width: 0.55rem; height: 0.55rem; transform: rotate(45deg); background: var(--accent); border-radius: 0; }
    .mark.now { width: 0; height: 0.9rem; border: 0; border-left: 2px dashed var(--bad); }
    svg { display: block; width: 100%; height: auto; overflow: hidden; }
    svg.wide { max-width: 60rem; } svg.narrow { display: none; }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
    @media (max-width: 40rem) {
      body { padding: 1.5rem 1.1rem 3rem; }
      h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; } .lead { font-size: 1.05rem; }
      .facts { grid-template-columns: repeat(2, 1fr); gap: 0.5rem; } .fact { padding: 0.6rem 0.8rem; }
      section { margin-top: 2.25rem; }
      svg.wide { display: none; } svg.narrow { display: block; }
      thead { position: absolute; left: -100rem; }
      table, tbody, tr, td { display: block; }
      tr { border: 1px solid var(--line); border-radius: 0.6rem; padding: 0.6rem 0.9rem; margin: 0 0 0.6rem; }
      td, td.number, td.short { border: 0; padding: 0.1rem 0; text-align: left; white-space: normal; }
      td + td::before { content: attr(data-label) ": "; color: var(--soft); font-size: 0.85rem; }
      td:empty { display: none; }
    }
    @media print {
      @page { margin: 15mm; }
      html { font-size: 9.5pt; }
      body { max-width: none; padding: 0; }
      details::details-content { content-visibility: visible; block-size: auto; }
      nav, .skip, summary { display: none; } .more > summary { display: block; } a { color: inherit; text-decoration: none; }
      h2, h3 { break-after: avoid; } figure, tr, li { break-inside: avoid; }
      .bar, .mark, .badge, .fact { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
