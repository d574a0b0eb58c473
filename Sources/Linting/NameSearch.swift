internal import Diagnostics

/// Looks for the nearest names as long as that stays cheap: a tree in which everything is misspelt is no work.
struct NameSearch {
  private var comparisonsLeft = 2_000_000

  /// The names nearest to `name`; none once the search has become too long.
  mutating func candidates(for name: String, among names: [String]) -> [String] {
    guard comparisonsLeft >= names.count else { return [] }
    comparisonsLeft -= names.count
    return NearestNames.candidates(for: name, among: names)
  }
}
