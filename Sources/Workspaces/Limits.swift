/// The bounds that the tool keeps so that no repository can make it slow, large or endless: the one table of them.
///
/// Each has a rule that tells when it is exceeded; `docs/limits.md` lists them.
public struct Limits: Sendable {
  /// The most bytes that one definition file may have.
  public var fileBytes = 1 << 20
  /// The most files and folders that are looked at under the roots.
  public var entries = 1_000_000
  /// The most definition files that one snapshot holds.
  public var definitions = 50_000
  /// The most bytes of all definition files together.
  public var totalBytes = 512 << 20
  /// The most bytes that the baseline may have.
  public var baselineBytes = 16 << 20
  /// How deep folders may nest.
  public var folderDepth = 64
  /// The most symbolic links whose targets are looked at.
  public var links = 10_000
  /// The most findings that are told of one file; the rest is counted.
  public var findingsPerFile = 100
  /// The most findings that one run shows, the most severe first; the rest is counted.
  public var findingsShown = 10_000
  /// The most commits that a history walk visits.
  public var commits = 1_000_000
  /// How many combining marks may follow each other (Unicode's stream-safe text format).
  public var combiningMarks = 30
  /// With more of them in a row a file is not read: to compare texts is quadratic in it.
  public var combiningMarksRead = 2_000

  /// The bounds in force.
  public init() {}
}
