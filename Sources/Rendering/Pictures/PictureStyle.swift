/// The look of pictures, on pages and where they stand alone, in light, in dark and on paper.
enum PictureStyle {
  /// The colours, by what they are for.
  static let palette: StaticString = """

    :root { --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --paper: #ffffff; --tint: #f6f8fa; --accent: #0b5cad;
      --accent-tint: #d3e4f6; --accent-half: #7fb0e0;
      --bad: #b3261e; --bad-tint: #fdeceb; --warn: #8a4b00; --warn-tint: #fff1dc; --good: #1a6b35;
      --s1: #0b5cad; --s2: #b3261e; --s3: #1a6b35; --s4: #7a3e9d; --s5: #8a4b00; --s6: #00727a; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ed; --soft: #9aa5b1; --line: #353c45; --paper: #14171b; --tint: #1d2127; --accent: #7ab8ff;
        --accent-tint: #1e3a57; --accent-half: #4379af;
        --bad: #ff9a91; --bad-tint: #44201e; --warn: #f2b866; --warn-tint: #3d2d14; --good: #7fd198;
        --s1: #7ab8ff; --s2: #ff9a91; --s3: #7fd198; --s4: #d0a2f0; --s5: #f2b866; --s6: #64cfd6; }
    }
    @media print {
      :root { --ink: #000000; --soft: #444444; --line: #bbbbbb; --paper: #ffffff; --tint: #f3f3f3; --accent: #0b5cad;
        --accent-tint: #d3e4f6; --accent-half: #7fb0e0;
        --bad: #a01810; --bad-tint: #fdeceb; --warn: #6e3c00; --warn-tint: #fff1dc; --good: #1a6b35;
        --s1: #0b5cad; --s2: #b3261e; --s3: #1a6b35; --s4: #7a3e9d; --s5: #8a4b00; --s6: #00727a; }
    }
    """

  /// What the marks of pictures look like, by their roles.
  static let sheet: StaticString = """
    svg text { fill: var(--soft); font: 12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
    svg text { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
    svg text.strong { fill: var(--ink); } svg text.key { fill: var(--ink); font-weight: 700; }
    .grid { stroke: var(--line); stroke-width: 1; } .axis { stroke: var(--soft); stroke-width: 1; }
    .today { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 2 5; }
    .now { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 4 4; }
    .backing { fill: var(--paper); stroke: none; rx: 0; }
    polyline { fill: none; }
    .series { stroke-width: 2; stroke-linejoin: round; } .dot { stroke: var(--paper); stroke-width: 1; }
    .series.s1 { stroke: var(--s1); } .dot.s1 { fill: var(--s1); }
    .series.s2 { stroke: var(--s2); stroke-dasharray: 7 3; } .dot.s2 { fill: var(--s2); }
    .series.s3 { stroke: var(--s3); } .dot.s3 { fill: var(--s3); }
    .series.s4 { stroke: var(--s4); stroke-dasharray: 7 3; } .dot.s4 { fill: var(--s4); }
    .series.s5 { stroke: var(--s5); } .dot.s5 { fill: var(--s5); }
    .series.s6 { stroke: var(--s6); stroke-dasharray: 7 3; } .dot.s6 { fill: var(--s6); }
    .bar.early { fill: var(--bad-tint); stroke: var(--bad); } .bar.late { fill: var(--bad); stroke: var(--bad); }
    .bar.before { fill: var(--paper); stroke: var(--soft); } .bar.after { fill: var(--accent); stroke: var(--accent); }
    .arrow.before { stroke: var(--soft); } .arrow.after { stroke: var(--accent); } .arrow.late { stroke: var(--warn); }
    .diamond.before { fill: var(--paper); stroke: var(--soft); }
    .diamond.after { fill: var(--accent); stroke: var(--paper); }
    .link { stroke: var(--soft); stroke-width: 1.2; stroke-linejoin: round; }
    .link.chain { stroke: var(--ink); stroke-width: 2; }
    .bar.running { fill: var(--accent); stroke: var(--accent); }
    .bar.ready { fill: var(--accent-tint); stroke: var(--accent); }
    .bar.tentative { fill: var(--paper); stroke: var(--accent); stroke-dasharray: 3 2; }
    .bar.past { fill: var(--accent); opacity: 0.45; }
    .band { fill: var(--warn-tint); stroke: var(--warn); stroke-width: 0.8; }
    .p80 { stroke: var(--warn); stroke-width: 2; }
    .held { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 2 3; }
    .ship { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
    .underline { stroke: var(--ink); stroke-width: 3; } .underline.often { stroke-dasharray: 4 3; }
    .overrun { stroke: var(--bad); stroke-width: 2; }
    .target { stroke: var(--paper); stroke-width: 1; }
    .target.met { fill: var(--paper); stroke: var(--good); stroke-width: 2; } .target.late { fill: var(--bad); }
    svg text.late { fill: var(--bad); font-weight: 600; }
    .shade.freeze { fill: var(--warn-tint); opacity: 0.6; } .shade.away { fill: var(--tint); }
    .hatch { fill: none; stroke-width: 0.8; }
    .hatch.freeze { stroke: var(--warn); opacity: 0.35; } .hatch.away { stroke: var(--soft); opacity: 0.6; }
    .rest { stroke: var(--paper); stroke-width: 8; opacity: 0.7; }
    .rest.half { stroke-width: 4; } .rest.third { stroke-width: 2; }
    .use { fill: var(--accent-tint); stroke: var(--paper); stroke-width: 0.7; } .use, .atonce, .shade { rx: 0; }
    .use.u2 { fill: var(--accent-half); } .use.u3 { fill: var(--accent); }
    .over { fill: var(--bad); } .hatch.over { stroke: var(--paper); stroke-width: 1.5; }
    .capacity { stroke: var(--ink); stroke-width: 1.8; }
    .limit { stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 4 3; }
    .atonce { fill: var(--soft); } .atonce.beyond { fill: var(--bad); }
    @media print { svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

    """

  /// What pictures that stand alone need besides.
  static let alone: StaticString = """

    svg { background: var(--paper); }
    """
}
