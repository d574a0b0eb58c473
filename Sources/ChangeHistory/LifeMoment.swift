public import CivilDates
public import Diagnostics
public import Diffing

/// A landed step, as cheap to keep as can be: its people are looked up only where it is told.
public struct LifeStep: Hashable, Sendable {
  /// The commit, in 40 hexadecimal digits.
  public let commit: String
  /// The day on which it landed.
  public let day: Day

  /// A step by its commit and day.
  public init(commit: String, day: Day) {
    self.commit = commit
    self.day = day
  }
}

/// What one tree has of a definition.
public enum LifeState: Sendable {
  /// Nothing.
  case absent
  /// A version of it.
  case version(DefinitionVersion)
  /// A file in which it stood, and that cannot be read.
  case unreadable(RepositoryPath, reason: String)
}

/// A step that touched the file of a definition, as the trees on both its sides have it.
public struct LifeMoment: Sendable {
  /// The step.
  public let step: LifeStep
  /// What was there before.
  public let before: LifeState
  /// What is there after.
  public let after: LifeState
  /// What the definition came from, or what became of it, where that is another one.
  public let kin: Kin?

  /// A moment by its two sides.
  public init(_ step: LifeStep, before: LifeState, after: LifeState, kin: Kin? = nil) {
    self.step = step
    self.before = before
    self.after = after
    self.kin = kin
  }
}

/// What a step did to a definition, versions that cannot be read stepped over.
public struct LifeEvent: Sendable {
  /// What can happen.
  public enum Deed: Sendable {
    /// It came, went or changed; one of the sides is there.
    case changed(before: DefinitionVersion?, after: DefinitionVersion?)
    /// Its file became one that cannot be read.
    case unreadable(RepositoryPath, reason: String)
  }

  /// The step.
  public let step: LifeStep
  /// What it did.
  public let deed: Deed
  /// What the definition came from, or what became of it, where that is another one.
  public let kin: Kin?
  /// Whether versions that cannot be read, or are not there, lie between the two sides: what the step did may have
  /// been done in those.
  public let followsUnreadable: Bool

  /// An event that a step brought about.
  public init(_ step: LifeStep, _ deed: Deed, kin: Kin? = nil, followsUnreadable: Bool = false) {
    self.step = step
    self.deed = deed
    self.kin = kin
    self.followsUnreadable = followsUnreadable
  }
}

/// Joins the moments around versions that cannot be read; works from the newest moment to the oldest.
public struct LifeBridge: Sendable {
  /// The step that made the file readable again, with what it holds.
  private var mended: (step: LifeStep, after: DefinitionVersion?, kin: Kin?)?
  private var broken: [LifeEvent] = []

  /// Nothing to join yet.
  public init() {}

  /// Takes the next older moment, and gives the events that are complete with it, newest first.
  public mutating func take(_ moment: LifeMoment) -> [LifeEvent] {
    if case .unreadable(let path, let reason) = moment.after {
      broken.append(
        LifeEvent(moment.step, .unreadable(path, reason: reason)))
      switch moment.before {
      case .unreadable: return []
      case .absent: return finish()
      case .version(let before): return close(before)
      }
    }
    let after: DefinitionVersion? = if case .version(let version) = moment.after { version } else { nil }
    switch moment.before {
    case .unreadable:
      let events = finish()
      mended = (moment.step, after, moment.kin)
      return events
    case .absent: return finish() + Self.event(moment, nil, after)
    case .version(let before): return finish() + Self.event(moment, before, after)
    }
  }

  /// Gives what is left where the history ends.
  public mutating func finish() -> [LifeEvent] { close(nil) }

  private mutating func close(_ before: DefinitionVersion?) -> [LifeEvent] {
    defer {
      mended = nil
      broken = []
    }
    guard let mended, before != nil || mended.after != nil else { return broken }
    let deed = LifeEvent.Deed.changed(before: before, after: mended.after)
    return [LifeEvent(mended.step, deed, kin: mended.kin, followsUnreadable: true)] + broken
  }

  private static func event(
    _ moment: LifeMoment, _ before: DefinitionVersion?, _ after: DefinitionVersion?
  ) -> [LifeEvent] {
    guard before != nil || after != nil else { return [] }
    return [LifeEvent(moment.step, .changed(before: before, after: after), kin: moment.kin)]
  }
}
