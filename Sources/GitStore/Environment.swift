internal import Glibc

/// What the git layer reads of the process it runs in.
struct Environment: Sendable {
  private let lookUp: @Sendable (String) -> String?
  /// The effective user.
  let user: UInt32

  /// The environment of this process.
  static let process = Environment(user: geteuid()) { name in
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  init(user: UInt32, lookUp: @escaping @Sendable (String) -> String?) {
    self.user = user
    self.lookUp = lookUp
  }

  subscript(name: String) -> String? { lookUp(name) }

  /// Whether a variable holds one of the words that git takes for true.
  func isTrue(_ name: String) -> Bool {
    guard let value = lookUp(name)?.lowercased() else { return false }
    return value == "true" || value == "yes" || value == "on" || decimal(value.utf8, as: Int.self) ?? 0 > 0
  }
}
