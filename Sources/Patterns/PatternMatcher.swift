internal import CPCRE2

/// The working memory of matching: one for each thread, used again for every pattern.
@safe
public final class PatternMatcher {
  private let data: OpaquePointer?
  private let context: OpaquePointer?

  /// Takes the memory.
  public init() {
    unsafe data = pcre2_match_data_create_8(1, nil)
    unsafe context = pcre2_match_context_create_8(nil)
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
  }

  func match(
    _ pattern: Pattern, _ bytes: UnsafeBufferPointer<UInt8>, isUTF8: Bool
  ) -> Result<Bool, PatternError> {
    guard let data = unsafe data, let context = unsafe context else { return .failure(.limit) }
    let limits = pattern.limits
    unsafe pcre2_set_match_limit_8(context, limits.steps(forBytes: bytes.count))
    unsafe pcre2_set_depth_limit_8(context, limits.backtrackDepth)
    unsafe pcre2_set_heap_limit_8(context, limits.heapKibibytes)
    // An empty buffer may have no address, and PCRE2 wants one.
    var nothing: UInt8 = 0
    return unsafe withUnsafePointer(to: &nothing) { empty in
      let start = unsafe bytes.baseAddress ?? empty
      var status: Int32
      if pattern.hasJIT && isUTF8 {
        status = unsafe pcre2_jit_match_8(pattern.code, start, bytes.count, 0, 0, data, context)
      } else {
        let options = isUTF8 ? UInt32(PCRE2_NO_UTF_CHECK) : 0
        status = unsafe pcre2_match_8(pattern.code, start, bytes.count, 0, options, data, context)
      }
      if status == PCRE2_ERROR_JIT_STACKLIMIT {
        // Compiled code has a small stack; the interpreter takes its memory from the heap, up to the limit.
        let options = UInt32(PCRE2_NO_JIT) | (isUTF8 ? UInt32(PCRE2_NO_UTF_CHECK) : 0)
        status = unsafe pcre2_match_8(pattern.code, start, bytes.count, 0, options, data, context)
      }
      return outcome(status)
    }
  }

  private func outcome(_ status: Int32) -> Result<Bool, PatternError> {
    switch status {
    case 0...: .success(true)
    case PCRE2_ERROR_NOMATCH: .success(false)
    // Text that is not UTF-8 matches nothing.
    case PCRE2_ERROR_UTF8_ERR21...PCRE2_ERROR_UTF8_ERR1: .success(false)
    default: .failure(.limit)
    }
  }
}
