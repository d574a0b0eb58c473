internal import Diffing
internal import JSONSyntax

/// People as the teams name them.
enum TeamMember {
  /// Somebody's name, or their handle where no name is written down.
  static func name(_ context: ChangeContext, _ handle: String) -> String {
    let member =
      context.after?.root.item("members", "id", handle) ?? context.before?.root.item("members", "id", handle)
    return member?["name"]?.string ?? "@\(handle)"
  }
}
