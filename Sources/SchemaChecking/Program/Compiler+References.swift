internal import JSONSyntax

extension SchemaCompiler {
  /// Compiles `$ref` and `$dynamicRef`.
  mutating func compileReferences(_ parts: SchemaParts, _ record: inout SubschemaRecord, _ context: Context) {
    if let value = parts[.ref], let target = target(of: value, .ref, context) {
      record.reference = schema(at: target.location, resource: target.resource)
    }
    if let value = parts[.recursiveRef] { report(.unsupportedKeyword("$recursiveRef"), value, context) }
    if let value = parts[.dynamicRef], let target = target(of: value, .dynamicRef, context) {
      let index = schema(at: target.location, resource: target.resource)
      if let name = target.dynamicName {
        var rules = LogicRules()
        rules.dynamicName = dynamicName(name)
        rules.dynamicFallback = index
        record.logic = Int32(clamping: tables.logic.count)
        tables.logic.append(rules)
      } else if record.reference < 0 {
        record.reference = index
      } else {
        var rules = LogicRules()
        rules.allOf = tables.append(list: [index])
        record.logic = Int32(clamping: tables.logic.count)
        tables.logic.append(rules)
      }
    }
  }

  /// A reference and where it stands: the same one leads to the same place.
  struct Reference: Hashable {
    let resource: Int
    let text: [UInt8]
  }

  private mutating func target(
    of value: JSONValue, _ keyword: Keyword, _ context: Context
  ) -> SchemaSet.Target? {
    guard let text = value.content else {
      report(.badKeyword(keyword.name, takes: "a text"), value, context)
      return nil
    }
    let reference = Reference(resource: context.resource, text: Array(text))
    if let known = resolved[reference] { return known }
    do throws(SchemaSet.ResolutionFailure) {
      let target = try set.resolve(text, from: context.resource)
      resolved[reference] = target
      return target
    } catch {
      switch error {
      case .unknownDocument(let uri): report(.unknownDocument(uri), value, context)
      case .unknownTarget(let uri): report(.unknownTarget(uri), value, context)
      }
      return nil
    }
  }
}

extension SchemaSet {
  /// Finds what an absolute URI names.
  func resolve(_ reference: some Sequence<UInt8>, from base: SchemaURI) throws(ResolutionFailure) -> Target {
    guard let resource = byURI[base.withoutFragment] else { throw .unknownDocument(base.text) }
    return try resolve(reference, from: resource)
  }
}
