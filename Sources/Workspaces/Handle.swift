/// People's handles: compared without case, with or without the `@`.
public enum Handle {
  /// The handle without the `@`.
  public static func plain(_ handle: String) -> String {
    handle.hasPrefix("@") ? String(handle.dropFirst()) : handle
  }

  /// The handle in lower case, without the `@`.
  public static func folded(_ handle: String) -> String {
    let bytes = handle.utf8.first == 0x40 ? handle.utf8.dropFirst() : handle.utf8[...]
    return String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
