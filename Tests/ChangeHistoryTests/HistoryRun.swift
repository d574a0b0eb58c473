import ChangeHistory
import CivilDates
import Diffing
import TestSupport
import WorkspaceIO
import Workspaces

/// What the history of a repository comes to.
struct HistoryRun {
  var fold: HistoryFold
  var steps: [LandedStep] = []
  var start: HistoryStart

  /// Reads everything up to `tip`; what is after `base` belongs to the period.
  init(_ path: String, from base: String? = nil, to tip: String = "HEAD", keepsSteps: Bool = true)
    async throws
  {
    let repository = try WorkspacePlace.find(path).repository()
    let library = SchemaLibrary.builtIn
    let reader = HistoryReader(of: repository.location, configuration: Configuration(), library: library)
    var fold = HistoryFold(Configuration()) { library.shape(of: $0) }
    var steps: [LandedStep] = []
    let before = try base.map { try repository.resolve($0) }
    let chain = try repository.firstParentChain(from: repository.resolve(tip))
    start = try await reader.read(chain, after: before) { step, inPeriod in
      if keepsSteps, inPeriod { steps.append(step) }
      fold.take(step, inPeriod: inPeriod)
    }
    self.fold = fold
    self.steps = steps
  }
}

/// Texts of definitions.
enum Text {
  static func initiative(_ id: String, target: String, status: String = "committed", more: String = "")
    -> String
  {
    """
    {"kind": "initiative", "id": "\(id)", "title": "Title of \(id)", "status": "\(status)", "team": "t", \
    "milestones": [{"id": "beta", "target": "\(target)"}]\(more)}
    """
  }
}
