// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

/// A library module and the modules it may import: the architecture, in one column.
@MainActor func module(
  _ name: String, _ uses: [Target.Dependency] = [], _ extra: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: uses, swiftSettings: strict + extra)
}

/// The tests of one module, with what they need beside it.
@MainActor func tests(_ name: String, _ uses: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + uses, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")

let package = Package(
  name: "prodops",
  products: [.executable(name: "prodops", targets: ["prodops"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // C layer
    .target(
      name: "CGitSupport", dependencies: ["CLibgit2"], linkerSettings: [.linkedLibrary("z")]),
    .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .target(name: "CSchemas"),

    // Ground
    module("CivilDates"),
    module("Diagnostics"),
    module("Distributions"),
    module("Graphs"),
    module("GitStore", ["CGitSupport", "CLibgit2"], [.strictMemorySafety()]),
    module("Patterns", ["CPCRE2"], [.strictMemorySafety()]),

    // Source
    module("EditorSchemas", ["JSONSyntax", "SchemaCatalog"]),
    module("JSONSyntax", ["Diagnostics"]),
    module("SchemaCatalog", ["CSchemas", "JSONSyntax", "SchemaChecking"], [.strictMemorySafety()]),
    module("SchemaChecking", ["CivilDates", "Diagnostics", "JSONSyntax", "Patterns"]),

    // Model
    module(
      "Workspaces",
      ["CivilDates", "Diagnostics", "JSONSyntax", "Patterns", "SchemaCatalog", "SchemaChecking"]),

    // Engines
    module(
      "Browsing", ["CivilDates", "Diagnostics", "JSONSyntax", "Linting", "SchemaChecking", "Workspaces"]),
    module(
      "ChangeHistory",
      [
        "ChangeRules", "CivilDates", "Diagnostics", "Diffing", "JSONSyntax", "SchemaChecking", "Workspaces",
      ]),
    module(
      "ChangeRules", ["CivilDates", "Diagnostics", "Diffing", "JSONSyntax", "SchemaChecking", "Workspaces"]),
    module("Diffing", ["CivilDates", "Diagnostics", "JSONSyntax", "SchemaChecking", "Workspaces"]),
    module("Forecasting", ["Distributions", "Scheduling"]),
    module(
      "Linting",
      ["CivilDates", "Diagnostics", "Graphs", "JSONSyntax", "Patterns", "SchemaChecking", "Workspaces"]),
    module(
      "Planning",
      [
        "CivilDates", "Diagnostics", "Distributions", "Forecasting", "JSONSyntax", "Linting",
        "SchemaChecking", "Scheduling", "Workspaces",
      ]),
    module(
      "Reporting",
      [
        "ChangeHistory", "CivilDates", "Diagnostics", "Diffing", "JSONSyntax", "Linting", "Planning",
        "SchemaChecking", "Workspaces",
      ]),
    module("Scheduling", ["Graphs", heap], [.strictMemorySafety()]),
    module(
      "Scaffolding",
      ["CivilDates", "Diagnostics", "EditorSchemas", "JSONSyntax", "SchemaChecking", "Workspaces"]),
    module("TrackRecords", ["ChangeHistory", "CivilDates", "Workspaces"]),

    // Surface
    module(
      "Rendering",
      [
        "Browsing", "ChangeHistory", "ChangeRules", "CivilDates", "Diagnostics", "Diffing", "JSONSyntax",
        "Distributions", "Forecasting", "Linting", "Planning", "Reporting", "Scaffolding", "SchemaChecking",
        "TrackRecords", "Workspaces",
      ]),

    // Rim
    module(
      "WorkspaceIO",
      [
        "ChangeHistory", "CivilDates", "Diagnostics", "Diffing", "GitStore", "JSONSyntax", "Patterns",
        "Planning", "SchemaChecking", "TrackRecords", "Workspaces",
      ]),
    .executableTarget(
      name: "prodops",
      dependencies: [
        "Browsing", "ChangeHistory", "ChangeRules", "CivilDates", "Diagnostics", "Diffing", "GitStore",
        "JSONSyntax", "Linting", "Planning", "Rendering", "Reporting", "SchemaCatalog", "Scaffolding",
        "SchemaChecking", "TrackRecords", "WorkspaceIO", "Workspaces", argumentParser,
      ],
      swiftSettings: strict),

    // Benchmarks
    .target(
      name: "PSPLIB", dependencies: ["Scheduling"], path: "Benchmarks/PSPLIB", swiftSettings: strict),
    .executableTarget(
      name: "prodops-bench",
      dependencies: [
        "CivilDates", "Distributions", "Forecasting", "JSONSyntax", "PSPLIB", "Scheduling", argumentParser,
      ],
      path: "Benchmarks/prodops-bench", swiftSettings: strict),
    .executableTarget(
      name: "prodops-dev",
      dependencies: [
        "ChangeRules", "Diagnostics", "JSONSyntax", "Linting", "Rendering", "SchemaCatalog", argumentParser,
      ],
      swiftSettings: strict),

    // Tests
    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    tests("CivilDates"),
    tests(
      "ChangeHistory",
      ["CivilDates", "Diagnostics", "Diffing", "GitStore", "JSONSyntax", "WorkspaceIO", "Workspaces"]),
    tests("Diagnostics"),
    tests(
      "ChangeRules", ["CivilDates", "Diagnostics", "Diffing", "JSONSyntax", "SchemaChecking", "Workspaces"]),
    tests("Diffing", ["CivilDates", "Diagnostics", "JSONSyntax", "Workspaces"]),
    tests("Distributions", ["JSONSyntax"]),
    tests("EditorSchemas", ["JSONSyntax", "SchemaCatalog", "SchemaChecking"]),
    tests("Forecasting", ["Distributions", "Scheduling"]),
    tests("GitStore"),
    tests("JSONSyntax", ["Diagnostics"]),
    tests("Linting", ["CivilDates", "Diagnostics", "JSONSyntax", "Workspaces"]),
    tests("Patterns"),
    tests("Planning", ["CivilDates", "Distributions", "Forecasting", "Scheduling"]),
    .testTarget(
      name: "ProdopsTests",
      dependencies: [
        "prodops", "TestSupport", "CivilDates", "Diagnostics", "GitStore", "JSONSyntax", "Linting",
        "Patterns",
        "SchemaChecking", "WorkspaceIO", "Workspaces",
      ],
      exclude: ["Goldens"], swiftSettings: strict),
    tests(
      "Rendering",
      [
        "ChangeHistory", "ChangeRules", "CivilDates", "Diagnostics", "Diffing", "GitStore", "JSONSyntax",
        "Linting", "Planning", "Reporting", "WorkspaceIO", "Workspaces",
      ]),
    tests("Scheduling", ["PSPLIB"]),
    tests("SchemaChecking", ["JSONSyntax"]),
    tests("TrackRecords", ["ChangeHistory", "CivilDates", "GitStore", "WorkspaceIO", "Workspaces"]),
    tests("Workspaces", ["Diagnostics", "JSONSyntax", "SchemaCatalog"]),
  ]
)
