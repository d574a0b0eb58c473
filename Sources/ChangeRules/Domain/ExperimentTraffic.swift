internal import Diffing
internal import JSONSyntax

/// What a change of variants and weights does to those who come from then on.
enum ExperimentTraffic: Equatable {
  /// Nobody's share changes.
  case same
  /// Nobody new is let in.
  case enrolmentClosed
  /// People are let in again, or more than one variant is given out again.
  case reopened
  /// All get one variant, where there were several.
  case oneLeft(String)
  /// All get another variant than all got before.
  case swapped(from: String, to: String)
  /// A rollout goes on.
  case rampedUp
  /// A rollout goes back.
  case rampedDown
  /// The same variants get other shares.
  case reweighted
  /// Other variants than before.
  case variantsChanged

  /// What the change does.
  init(_ context: ChangeContext) {
    let (old, new) = (ExperimentShares(context.before?.root), ExperimentShares(context.after?.root))
    let (before, after) = (old.live, new.live)
    if old.portions == new.portions {
      self = Set(old.weights.map(\.id)) == Set(new.weights.map(\.id)) ? .same : .variantsChanged
    } else if after.isEmpty {
      self = .enrolmentClosed
    } else if before.isEmpty {
      self = .reopened
    } else if before.count == 1, after.count == 1 {
      self = .swapped(from: before[0], to: after[0])
    } else if after.count == 1, before.contains(after[0]) {
      self = .oneLeft(after[0])
    } else if Set(old.weights.map(\.id)) != Set(new.weights.map(\.id)) {
      self = .variantsChanged
    } else if context.isRollout, let control = new.control {
      self = (new.portions[control] ?? 0) < (old.portions[control] ?? 0) ? .rampedUp : .rampedDown
    } else {
      self = before.count == 1 ? .reopened : .reweighted
    }
  }
}

extension ChangeContext {
  /// The positions of changes of who gets which variant.
  var trafficPositions: [Int] {
    changes.indices.filter {
      let fields = changes[$0].fields
      return fields.first?.token == "variants" && (fields.count == 2 || fields.last?.token == "weight")
    }
  }

  /// `Traffic from old 50 %, new 50 % to …`.
  var trafficWords: String {
    "from \(ExperimentShares(before?.root).words) to \(ExperimentShares(after?.root).words)"
  }
}

extension ChangeContext {
  /// The one variant that went and the one that came; nil where more or fewer did, or only one is given out.
  var replacedVariant: (old: String, new: String)? {
    guard ExperimentTraffic(self) == .variantsChanged else { return nil }
    let items = changes.filter { $0.fields.first?.token == "variants" && $0.fields.count == 2 }
    let (gone, come) = (items.filter { $0.idiom == .itemRemoved }, items.filter { $0.idiom == .itemAdded })
    guard gone.count == 1, come.count == 1, let old = gone[0].fields.last?.token,
      let new = come[0].fields.last?.token
    else { return nil }
    return (old, new)
  }
}
