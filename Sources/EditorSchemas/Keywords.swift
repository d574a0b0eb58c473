internal import JSONSyntax

/// What becomes of each keyword of 2020-12 in draft-07.
enum Keywords {
  enum Treatment {
    case drop, keep, dependencies, hint
    case schema(String)
    case list(String)
    case map(String)
  }

  /// What becomes of the keyword `name` of `schema`.
  static func treatment(of name: String, in schema: JSONValue) -> Treatment {
    switch name {
    case "properties", "patternProperties": .map(name)
    case "additionalProperties", "propertyNames", "not", "if", "then", "else": .schema(name)
    case "allOf", "anyOf", "oneOf": .list(name)
    case "prefixItems": .list("items")
    case "items": .schema(schema["prefixItems"] == nil ? "items" : "additionalItems")
    // Without a lower bound of 0, "contains" means the same in both.
    case "contains": schema["minContains"]?.integer == 0 ? .drop : .schema(name)
    case "dependentRequired", "dependentSchemas": .dependencies
    case "format": standardFormats.contains(schema.string("format") ?? "") ? .keep : .drop
    case "x-hint": schema["pattern"] == nil ? .drop : .hint
    case "minContains", "maxContains", "contentSchema": .drop
    case "unevaluatedItems", "unevaluatedProperties", "deprecated": .drop
    default: name.hasPrefix("$") || name.hasPrefix("x-") ? .drop : .keep
    }
  }

  private static let standardFormats: Set<String> = [
    "date", "date-time", "time", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "regex",
    "json-pointer",
  ]

  /// Keywords that only tell people something: of two, the nearer one is shown.
  private static let words: Set<String> = [
    "title", "description", "default", "examples", "patternErrorMessage", "readOnly", "writeOnly",
  ]

  /// `site` and `target` as one schema; nil where both restrict the same thing differently, so that only both
  /// together mean what was written.
  static func merge(_ site: [JSONTree.Member], over target: [JSONTree.Member]) -> [JSONTree.Member]? {
    var merged = target
    for member in site {
      guard let position = merged.firstIndex(where: { $0.name == member.name }) else {
        merged.append(member)
        continue
      }
      guard words.contains(member.name) || merged[position].value.compactText == member.value.compactText
      else { return nil }
      merged[position] = member
    }
    // Rules about the rest of an object or list speak of the properties and items that stand beside them.
    for (rest, known) in [("additionalProperties", "properties"), ("additionalItems", "items")] {
      func has(_ members: [JSONTree.Member], _ name: String) -> Bool {
        members.contains { $0.name == name }
      }
      if has(target, rest) != has(site, rest), has(target, known) || has(site, known),
        has(site, rest) || has(site, known)
      {
        return nil
      }
    }
    return merged
  }
}
