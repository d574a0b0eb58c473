internal import Diagnostics
internal import Glibc
internal import JSONSyntax
internal import Workspaces

/// The folder that the last file stood in, kept open: files come by path, and the system finds each the sooner.
private struct OpenFolders {
  private let root: Int32
  private var inner: Int32 = -1
  private var path: ArraySlice<UInt8> = []

  init(_ root: String) { self.root = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

  /// An open folder, and the file's path from there.
  mutating func place(of file: RepositoryPath) -> (folder: Int32, name: ArraySlice<UInt8>) {
    guard let slash = file.bytes.lastIndex(of: 0x2F) else { return (root, file.bytes[...]) }
    let folder = file.bytes[..<slash]
    if folder != path {
      if inner >= 0 { Glibc.close(inner) }
      inner = (Array(folder) + [0]).withUnsafeBytes { buffer in
        buffer.bindMemory(to: CChar.self).baseAddress.map {
          openat(root, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        } ?? -1
      }
      path = folder
    }
    return inner >= 0 ? (inner, file.bytes[(slash + 1)...]) : (root, file.bytes[...])
  }

  func close() {
    for folder in [root, inner] where folder >= 0 { Glibc.close(folder) }
  }
}

/// Reads the files of one share of a folder.
struct FolderReader {
  let root: String
  let library: SchemaLibrary
  let limits: Limits
  let budget: ByteBudget

  func read(_ paths: ArraySlice<RepositoryPath>) -> ReadFiles {
    var result = ReadFiles()
    result.files.reserveCapacity(paths.count)
    var folders = OpenFolders(root)
    defer { folders.close() }
    let reader = SourceReader(library: library, limits: limits)
    for path in paths where path != Configuration.path && !DefinitionFiles.isOwnFile(path) {
      do throws(FileReading.Failure) {
        let (folder, name) = folders.place(of: path)
        let bytes = try FileReading.read(name, limit: limits.fileBytes, folder: folder)
        guard budget.take(bytes.count) else { return result }
        result.files.append(Snapshot.File(path: path, source: reader.read(bytes, name: path.name)))
      } catch {
        result.problems.append(FileProblem(Self.reason(error), at: path))
      }
    }
    return result
  }

  static func reason(_ failure: FileReading.Failure) -> FileProblem.Reason {
    switch failure {
    case .tooLarge(let bytes, let limit): .tooLarge(bytes: bytes, limit: limit)
    case .system(ELOOP): .symbolicLink
    case .system(let number): .unreadable(FileReading.words(number))
    case .notAFile: .unreadable("it is no regular file")
    }
  }
}
