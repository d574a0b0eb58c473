internal import Patterns

/// The formats that can be checked; others only inform.
enum TextFormat: UInt8, BitwiseCopyable, Sendable, CaseIterable {
  case date, time, dateTime, duration
  case email, idnEmail, hostname, idnHostname, ipv4, ipv6
  case uri, uriReference, iri, iriReference, uriTemplate
  case uuid, regex, jsonPointer, relativeJSONPointer
  /// Not of the standard: a day, a month, a quarter, a half or a year.
  case when

  init?(name: String) {
    guard let format = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The name as schemas write it.
  var name: String {
    switch self {
    case .date: "date"
    case .time: "time"
    case .dateTime: "date-time"
    case .duration: "duration"
    case .email: "email"
    case .idnEmail: "idn-email"
    case .hostname: "hostname"
    case .idnHostname: "idn-hostname"
    case .ipv4: "ipv4"
    case .ipv6: "ipv6"
    case .uri: "uri"
    case .uriReference: "uri-reference"
    case .iri: "iri"
    case .iriReference: "iri-reference"
    case .uriTemplate: "uri-template"
    case .uuid: "uuid"
    case .regex: "regex"
    case .jsonPointer: "json-pointer"
    case .relativeJSONPointer: "relative-json-pointer"
    case .when: "when"
    }
  }

  /// Whether a text has the format.
  func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = TextScanner(text)
    switch self {
    case .date: return scanner.readDate() && scanner.isAtEnd
    case .time: return scanner.readTime() && scanner.isAtEnd
    case .dateTime:
      return scanner.readDate() && (scanner.take("T") || scanner.take("t")) && scanner.readTime()
        && scanner.isAtEnd
    case .duration: return scanner.readDuration() && scanner.isAtEnd
    case .email: return scanner.readEmail(allowsUnicode: false)
    case .idnEmail: return scanner.readEmail(allowsUnicode: true)
    case .hostname: return HostName.accepts(text, allowsUnicode: false)
    case .idnHostname: return HostName.accepts(text, allowsUnicode: true)
    case .ipv4: return scanner.readIPv4() && scanner.isAtEnd
    case .ipv6: return scanner.readIPv6() && scanner.isAtEnd
    case .uri: return scanner.readURI(isAbsolute: true, allowsUnicode: false)
    case .uriReference: return scanner.readURI(isAbsolute: false, allowsUnicode: false)
    case .iri: return scanner.readURI(isAbsolute: true, allowsUnicode: true)
    case .iriReference: return scanner.readURI(isAbsolute: false, allowsUnicode: true)
    case .uriTemplate: return scanner.readURITemplate()
    case .uuid: return scanner.readUUID() && scanner.isAtEnd
    case .regex: return (try? Pattern.check(ecma: text)) != nil
    case .jsonPointer: return scanner.readPointer()
    case .relativeJSONPointer: return scanner.readRelativePointer()
    case .when: return scanner.readWhen() && scanner.isAtEnd
    }
  }
}
