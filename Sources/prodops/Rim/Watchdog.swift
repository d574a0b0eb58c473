import Glibc

/// Ends a run that takes too long: whatever a repository does to the tool, a build goes on.
///
/// A signal of the system does it, which interrupts any loop, in a library too.
enum Watchdog {
  private static let sentence: StaticString =
    "prodops: ended, since it took longer than --timeout allows (60 seconds where it is not given); allow more time, or look at fewer files\n"

  /// Ends the process with code 3 after so many seconds from now; 0 lets it run.
  static func start(seconds: Int) {
    signal(SIGALRM) { _ in
      // Only what is safe inside a signal handler.
      Watchdog.sentence.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
      _exit(Ending.couldNotWork.rawValue)
    }
    alarm(UInt32(clamping: seconds))
  }
}
