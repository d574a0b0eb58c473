/// Definitions that examples begin with.
enum ExampleExperiment {
  /// An A/B test of two variants in `status`, with further fields.
  static func text(_ status: String = "running", _ more: String = "{}") -> String {
    MergePatch.apply(
      more,
      to: #"""
        {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test", "status": "\#(status)",
         "hypothesis": "Fewer steps, more orders.",
         "variants": [{"id": "old", "control": true, "weight": 50}, {"id": "new", "weight": 50}]}
        """#)
  }

  /// The variants with these weights.
  static func weights(_ old: Int, _ new: Int) -> String {
    #"[{"id": "old", "control": true, "weight": \#(old)}, {"id": "new", "weight": \#(new)}]"#
  }

  /// Results of a metric, with so many participants in each variant.
  static func results(_ n: Int, _ metric: String = "conversion") -> String {
    #"""
    [{"metric": "\#(metric)", "asOf": "2026-01-12",
      "variants": [{"id": "old", "n": \#(n), "conversions": 300}, {"id": "new", "n": \#(n), "conversions": 330}]}]
    """#
  }

  /// A decision.
  static func decision(_ outcome: String, variant: String? = nil) -> String {
    let chosen = variant.map { #""variant": "\#($0)", "# } ?? ""
    return
      #"{"outcome": "\#(outcome)", \#(chosen)"on": "2026-01-15", "by": "@ana", "because": "Orders rose."}"#
  }
}

/// Metrics and who counts on them, for examples.
enum ExampleMetric {
  /// A conversion rate in `status`, with further fields.
  static func text(_ status: String = "active", _ more: String = "{}") -> String {
    MergePatch.apply(
      more,
      to: #"""
        {"kind": "metric", "id": "conversion", "title": "Conversion", "definition": "Orders by visits.",
         "formula": "orders / visits", "direction": "up", "type": "proportion", "status": "\#(status)"}
        """#)
  }

  /// An A/B test that measures conversion.
  static func experiment(_ status: String = "running") -> String {
    ExampleExperiment.text(status, #"{"primaryMetrics": ["conversion"]}"#)
  }

  /// A plan with one objective, which is measured by conversion.
  static func plan(_ status: String = "active") -> String {
    #"""
    {"kind": "plan", "id": "shop-2026", "title": "Shop 2026", "product": "Shop", "period": "2026", "status": "\#(status)",
     "objectives": [{"id": "orders", "title": "More orders", "metric": "conversion", "baseline": 0.31, "target": 0.36,
                     "by": "2026-12-31"}]}
    """#
  }

  /// An initiative that is to serve the plan's objective.
  static func initiative(_ status: String = "committed") -> String {
    #"""
    {"kind": "initiative", "id": "express", "title": "Express checkout", "team": "shop", "status": "\#(status)",
     "objectives": ["shop-2026/orders"]}
    """#
  }

  /// A launch whose success is measured by conversion.
  static func launch(_ status: String = "go") -> String {
    #"""
    {"kind": "launch", "id": "express-out", "title": "Express checkout for all", "initiative": "express",
     "date": "2026-03-01", "tier": 2, "status": "\#(status)",
     "success": [{"metric": "conversion", "target": 0.35, "by": "2026-05-01"}]}
    """#
  }
}
