import ArgumentParser

/// The developers' tool: makes what is generated, and checks that it is true.
@main struct ProdopsDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prodops-dev", abstract: "Generate documentation and scaffold rules.",
    subcommands: [GenerateCommand.self, NewRuleCommand.self])
}
