/// Where we decide otherwise than the hostile set expects: the table of `docs/hostile-input-policy.md`.
enum HostilePolicy {
  struct Choice: Sendable {
    let verdict: HostileCase.Verdict
    /// Whether there is a warning that the bare definition does not have.
    let warns: Bool
    let reason: String

    static func reject(_ reason: String) -> Choice { Choice(verdict: .reject, warns: false, reason: reason) }
    static func accept(warns: Bool, _ reason: String) -> Choice {
      Choice(verdict: .accept, warns: warns, reason: reason)
    }
  }

  static let choices: [String: Choice] = [
    "odd-keys/extension": .reject(closed),
    "numbers/big-int-roundtrip": .reject(closed),
    "paths/template-traversal": .reject(closed),
    "grapheme/keycap-ok": .accept(
      warns: true,
      "Letters stored apart from their accents are always warned about; the text is kept as it is."),
    "sets/name-mismatch": .accept(
      warns: false,
      "Identity is kind and id, never the path. `definition/id-file-mismatch` is there for those who turn it on."
    ),
    "repos/shallow": .accept(
      warns: false,
      "Checking one revision needs no history; commands that do need it say what a shallow clone lacks."),
    "repos/delta-shrink": .reject(
      "What reading an object may take is bounded, however small the object is: the file is told as unreadable."
    ),
  ]

  /// Names that a case expects to be suggested, where the set's own is that of another format.
  static let suggestions = ["odd-keys/typo": "team"]

  private static let closed =
    "Objects are closed: an `x-` key is a misspelt property like any other. `custom` and `labels` take what the format does not foresee, exactly as written."
}
