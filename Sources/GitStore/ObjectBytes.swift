internal import CLibgit2

/// The raw content of one object, kept as long as someone refers to it.
@safe final class ObjectBytes {
  let kind: ObjectKind
  let buffer: UnsafeRawBufferPointer
  /// The libgit2 object that owns the buffer; nil where the buffer is our own.
  private let owner: OpaquePointer?

  /// Takes over an object that libgit2 has read.
  init?(owner: OpaquePointer) {
    guard let kind = unsafe ObjectKind(git_odb_object_type(owner)) else {
      unsafe git_odb_object_free(owner)
      return nil
    }
    self.kind = kind
    unsafe self.owner = owner
    unsafe buffer = UnsafeRawBufferPointer(
      start: git_odb_object_data(owner), count: git_odb_object_size(owner))
  }

  /// Takes a copy of bytes.
  init(_ kind: ObjectKind, copying bytes: ArraySlice<UInt8>) {
    self.kind = kind
    unsafe owner = nil
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    unsafe copy.copyBytes(from: bytes)
    unsafe buffer = UnsafeRawBufferPointer(copy)
  }

  deinit {
    if let owner = unsafe owner { unsafe git_odb_object_free(owner) } else { unsafe buffer.deallocate() }
  }

  var bytes: [UInt8] { unsafe [UInt8](buffer) }
}
