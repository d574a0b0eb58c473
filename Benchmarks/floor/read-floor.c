/* The floor of every reader: one thread opens each .json file below a folder and reads it whole. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long long files, bytes;
static char *buffer;
static size_t room = 1 << 16;

static void stop(const char *name) {
  fprintf(stderr, "read-floor: %s: %s\n", name, strerror(errno));
  exit(3);
}

static void read_file(int folder, const char *name) {
  int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
  struct stat facts;
  if (file < 0 || fstat(file, &facts) < 0) stop(name);
  if ((size_t)facts.st_size + 1 > room) {
    room = (size_t)facts.st_size + 1;
    free(buffer);
    buffer = malloc(room);
    if (!buffer) stop(name);
  }
  size_t filled = 0;
  while (filled < room) {
    ssize_t got = read(file, buffer + filled, room - filled);
    if (got < 0) stop(name);
    if (got == 0) break;
    filled += (size_t)got;
  }
  close(file);
  files += 1;
  bytes += filled;
}

static void read_folder(int parent, const char *name) {
  int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) stop(name);
  DIR *entries = fdopendir(folder);
  if (!entries) stop(name);
  for (struct dirent *entry; (entry = readdir(entries));) {
    if (entry->d_name[0] == '.') continue;
    if (entry->d_type == DT_DIR) {
      read_folder(folder, entry->d_name);
      continue;
    }
    size_t length = strlen(entry->d_name);
    if (length > 5 && !strcmp(entry->d_name + length - 5, ".json")) read_file(folder, entry->d_name);
  }
  closedir(entries);
}

int main(int count, char **arguments) {
  if (count != 2) {
    fprintf(stderr, "usage: read-floor DIR\n");
    return 2;
  }
  buffer = malloc(room);
  if (!buffer) stop("buffer");
  read_folder(AT_FDCWD, arguments[1]);
  printf("%llu files, %llu bytes\n", files, bytes);
  return 0;
}
