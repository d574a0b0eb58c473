internal import Diagnostics
internal import Glibc
internal import Patterns
internal import Workspaces

/// The definition files of a folder on disk, found without following a single link.
///
/// Hidden folders, `node_modules` and what `.gitignore` names are passed over, as are files that the configuration
/// leaves out.
struct DirectoryListing {
  /// The definition files, by path.
  private(set) var files: [RepositoryPath] = []
  /// What was not taken, and why.
  private(set) var problems: [FileProblem] = []

  private let root: String
  private let configuration: Configuration
  private let limits: Limits
  private var entries = 0
  private var links = 0
  /// Whether a limit has ended the walk.
  private var isFull = false

  /// Lists the folder `root`.
  init(root: String, configuration: Configuration, limits: Limits) {
    self.root = root
    self.configuration = configuration
    self.limits = limits
    var ignores = IgnoreRules()
    if let exclude = try? FileReading.read(root + "/.git/info/exclude", limit: 1 << 20) {
      ignores.append(contentsOf: exclude, base: [])
    }
    list([], depth: 0, ignores)
    files.sort()
  }

  private mutating func list(_ folder: [UInt8], depth: Int, _ outer: IgnoreRules) {
    guard depth <= limits.folderDepth else {
      problems.append(
        FileProblem(
          .tooMany(what: "nested folders", limit: limits.folderDepth), at: RepositoryPath(bytes: folder)))
      return
    }
    guard let names = read(folder) else { return }
    var ignores = outer
    if names.contains(where: { $0.name.elementsEqual(".gitignore".utf8) && !$0.isLink }),
      let file = try? FileReading.read(absolute(folder) + "/.gitignore", limit: 1 << 20)
    {
      ignores.append(contentsOf: file, base: folder)
    }
    for entry in names {
      if isFull { return }
      let path = folder.isEmpty ? entry.name : folder + [0x2F] + entry.name
      guard entries < limits.entries else { return stop(at: path, "files and folders", limits.entries) }
      entries += 1
      if entry.isDirectory {
        guard entry.name.first != 0x2E, !entry.name.elementsEqual("node_modules".utf8),
          ignores.isEmpty || !ignores.ignores(path, isDirectory: true)
        else { continue }
        list(path, depth: depth + 1, ignores)
      } else if DefinitionFiles.isDefinitionFile(entry.name) {
        take(RepositoryPath(bytes: path), entry, ignores)
      } else if entry.isLink {
        look(at: path, ignores)
      }
    }
  }

  /// Ends the walk where a limit is reached, and says so once.
  private mutating func stop(at path: [UInt8], _ what: String, _ limit: Int) {
    isFull = true
    problems.append(FileProblem(.tooMany(what: what, limit: limit), at: RepositoryPath(bytes: path)))
  }

  private mutating func take(_ path: RepositoryPath, _ entry: Entry, _ ignores: IgnoreRules) {
    guard configuration.includes(path), ignores.isEmpty || !ignores.ignores(path.bytes, isDirectory: false)
    else { return }
    if entry.isLink {
      problems.append(FileProblem(.symbolicLink, at: path))
    } else if files.count >= limits.definitions {
      stop(at: path.bytes, "definition files", limits.definitions)
    } else {
      files.append(path)
    }
  }

  /// Tells of a link that does not lead to a file of the workspace: nobody else would know that it is not followed.
  private mutating func look(at path: [UInt8], _ ignores: IgnoreRules) {
    guard !DefinitionFiles.isPassedOver(path), configuration.mayHoldDefinitions(path),
      ignores.isEmpty
        || !ignores.ignores(path, isDirectory: true) && !ignores.ignores(path, isDirectory: false)
    else { return }
    links += 1
    guard links <= limits.links else {
      if links == limits.links + 1 {
        problems.append(
          FileProblem(.tooMany(what: "symbolic links", limit: limits.links), at: RepositoryPath(bytes: path)))
      }
      return
    }
    let target = FileReading.linkTarget(Array(root.utf8) + [0x2F] + path) ?? []
    if let real = LinkTarget.path(of: target, at: path), !real.isEmpty,
      FileReading.isPlainFile(Array(root.utf8) + [0x2F] + real)
    {
      return
    }
    problems.append(FileProblem(.linkedFolder(target: target), at: RepositoryPath(bytes: path)))
  }

  // MARK: Reading a folder

  private struct Entry {
    var name: [UInt8]
    var isDirectory: Bool
    var isLink: Bool
  }

  private func absolute(_ folder: [UInt8]) -> String {
    folder.isEmpty ? root : root + "/" + String(decoding: folder, as: UTF8.self)
  }

  private mutating func read(_ folder: [UInt8]) -> [Entry]? {
    let bytes = Array(root.utf8) + (folder.isEmpty ? [] : [0x2F] + folder) + [0]
    let descriptor = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        open($0.baseAddress ?? emptyPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
    }
    guard descriptor >= 0, let stream = fdopendir(descriptor) else {
      problems.append(
        FileProblem(.unreadable(FileReading.words(errno)), at: RepositoryPath(bytes: folder)))
      return nil
    }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let length = withUnsafePointer(to: &entry.pointee.d_name.0) { strlen($0) }
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { start in
        start.withMemoryRebound(to: UInt8.self, capacity: length) {
          Array(UnsafeBufferPointer(start: $0, count: length))
        }
      }
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      var type = Int32(entry.pointee.d_type)
      if type == 0 {
        var status = stat()
        let found = withUnsafePointer(to: &entry.pointee.d_name.0) {
          fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW)
        }
        guard found == 0 else { continue }
        type =
          status.st_mode & S_IFMT == S_IFDIR
          ? 4 : status.st_mode & S_IFMT == S_IFLNK ? 10 : status.st_mode & S_IFMT == S_IFREG ? 8 : 1
      }
      guard type == 4 || type == 8 || type == 10 else {
        if DefinitionFiles.isDefinitionFile(name) {
          let path = RepositoryPath(bytes: folder.isEmpty ? name : folder + [0x2F] + name)
          problems.append(FileProblem(.unreadable("it is no regular file"), at: path))
        }
        continue
      }
      entries.append(Entry(name: name, isDirectory: type == 4, isLink: type == 10))
    }
    return entries
  }
}

nonisolated(unsafe) let emptyPath: UnsafePointer<CChar> = {
  let path = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  path.pointee = 0
  return UnsafePointer(path)
}()
