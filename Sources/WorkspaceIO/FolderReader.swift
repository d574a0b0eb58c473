internal import Diagnostics
internal import Glibc
internal import JSONSyntax
internal import Workspaces

/// Reads the files of one share of a folder.
struct FolderReader {
  let root: String
  let library: SchemaLibrary
  let limits: Limits
  let budget: ByteBudget

  func read(_ paths: ArraySlice<RepositoryPath>) -> ReadFiles {
    var result = ReadFiles()
    result.files.reserveCapacity(paths.count)
    let folder = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    let reader = SourceReader(library: library, limits: limits)
    for path in paths where path != Configuration.path && !DefinitionFiles.isOwnFile(path) {
      do throws(FileReading.Failure) {
        let bytes = try FileReading.read(path.bytes, limit: limits.fileBytes, folder: folder)
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
