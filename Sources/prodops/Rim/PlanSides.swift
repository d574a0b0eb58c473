import CivilDates
import WorkspaceIO
import Workspaces

/// Two states whose plans are compared, as of one day: `--as-of`, else the day of the later commit, else the current one.
struct PlanSides {
  let base: Snapshot
  let head: Snapshot
  let names: (base: String, head: String)
  let asOf: Day

  /// Loads what `range` names, in the workspace that holds `path`.
  init(_ range: String, in path: String, _ shared: SharedOptions) async throws {
    let place = try WorkspacePlace.find(path)
    let repository = try place.repository()
    let sides = try repository.sides(of: range)
    base = try await place.snapshot(at: sides.base.id)
    head = try await place.snapshot(at: sides.head?.id)
    let zone = head.configuration.timezone
    if shared.asOf == nil, let commit = sides.head?.id {
      asOf = try repository.day(of: commit, zone: zone)
    } else {
      asOf = shared.day(in: zone)
    }
    names = (sides.base.name, sides.head?.name ?? "the files on disk")
  }
}
