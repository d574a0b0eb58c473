internal import CLibgit2

/// How one kind of libgit2 object is freed.
protocol HandleKind {
  static func free(_ pointer: OpaquePointer)
}

enum RepositoryHandle: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_repository_free(pointer) }
}

enum DatabaseHandle: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_odb_free(pointer) }
}

enum ConfigurationHandle: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_config_free(pointer) }
}

enum ReferenceHandle: HandleKind {
  static func free(_ pointer: OpaquePointer) { unsafe git_reference_free(pointer) }
}

/// The sole owner of one libgit2 object; frees it once.
@safe struct Handle<Kind: HandleKind>: ~Copyable {
  let pointer: OpaquePointer

  init(_ function: StaticString, _ open: (inout OpaquePointer?) -> Int32) throws(GitError) {
    var out: OpaquePointer?
    try check(function, unsafe open(&out))
    guard let opened = unsafe out else {
      throw .other(function: "\(function)", rawCode: 0, message: "no object")
    }
    unsafe pointer = opened
  }

  deinit { unsafe Kind.free(pointer) }
}
