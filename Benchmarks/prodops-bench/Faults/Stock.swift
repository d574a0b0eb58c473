import JSONSyntax

/// A corpus as it stands in files, with what a fault has to know about it.
struct Stock {
  static let kinds: Set<String> = [
    "team", "metric", "plan", "initiative", "tool", "process", "experiment", "study", "insight", "launch",
  ]

  private(set) var patients: [Patient] = []
  /// How often an id is mentioned.
  private var mentions: [String: Int] = [:]
  private var byKind: [String: [Int]] = [:]
  private var byName: [String: Int] = [:]
  /// The initiative that depends on another, by the other's id; the last where there are several.
  private(set) var dependents: [String: String] = [:]

  init(folder: String) throws {
    for path in try Files.below(folder) where path.hasSuffix(".json") && path != "prodops.json" {
      let document = JSONDocument.parse(try Files.read("\(folder)/\(path)"), dialect: .strict)
      guard let root = document.root.flatMap({ Item($0) }), let kind = root["kind"]?.text,
        let id = root["id"]?.text
      else { continue }
      byKind[kind, default: []].append(patients.count)
      byName["\(kind):\(id)"] = patients.count
      for dependency in root["dependsOn"]?.items ?? [] {
        if let other = dependency.text { dependents[other] = id }
      }
      patients.append(Patient(path: path, kind: kind, id: id, root: root))
      root.forEachString { text in
        if text.utf8.count > 160 { return }
        let whole = text.split(separator: "/").first ?? ""
        mentions[String(whole.split(separator: ":").last ?? ""), default: 0] += 1
      }
    }
  }

  /// Whether no other definition mentions this one.
  func isUnreferred(_ patient: Patient) -> Bool { mentions[patient.id, default: 0] <= 1 }

  /// One definition of a kind for which `condition` holds; nil where a good many tries find none.
  func draw(
    _ kind: String, _ random: inout SplitMix64, where condition: (Patient) -> Bool = { _ in true }
  ) -> Patient? {
    guard let numbers = byKind[kind] else { return nil }
    for _ in 0..<1000 {
      let patient = patients[random.pick(numbers)]
      if condition(patient) { return patient }
    }
    return nil
  }

  func patient(_ kind: String, _ id: String?) -> Patient? {
    id.flatMap { byName["\(kind):\($0)"] }.map { patients[$0] }
  }

  func has(_ kind: String, _ id: String) -> Bool { byName["\(kind):\(id)"] != nil }
}
