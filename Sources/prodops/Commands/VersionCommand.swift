import ArgumentParser
import Rendering

/// `prodops version`.
struct VersionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

  func run() { Output.write("prodops \(Version.text)\n") }
}

/// `prodops completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script that completes commands and options in your shell.",
    discussion: """
      Examples:
        prodops completions bash > ~/.local/share/bash-completion/completions/prodops
        prodops completions zsh > ~/.zfunc/_prodops
        prodops completions fish > ~/.config/fish/completions/prodops.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var kind: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell: \(Shell.allValueStrings.joined(separator: ", ")).")
  var shell: Shell

  func run() { Output.write(Prodops.completionScript(for: shell.kind) + "\n") }
}
