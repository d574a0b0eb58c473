#include "CGitSupport.h"

#include <git2.h>
#include <git2/sys/alloc.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* A signed count: memory taken before the budget was set may be given back under it. */
static _Thread_local int64_t held, limit;
static _Thread_local int refused;

void prodops_git_set_memory_budget(size_t bytes) {
  held = 0;
  limit = bytes > INT64_MAX ? INT64_MAX : (int64_t)bytes;
  refused = 0;
}

int prodops_git_memory_budget_hit(void) { return refused; }

static int within_budget(size_t bytes) {
  if (limit == 0) return 1;
  if (bytes <= (size_t)INT64_MAX && (held <= 0 || (int64_t)bytes <= limit - held)) {
    if ((int64_t)bytes <= limit) return 1;
  }
  refused = 1;
  return 0;
}

static void *counted(void *pointer) {
  if (pointer && limit) held += (int64_t)malloc_usable_size(pointer);
  return pointer;
}

static void *budget_malloc(size_t size, const char *file, int line) {
  (void)file, (void)line;
  return within_budget(size) ? counted(malloc(size)) : NULL;
}

static void *budget_realloc(void *pointer, size_t size, const char *file, int line) {
  (void)file, (void)line;
  size_t before = pointer ? malloc_usable_size(pointer) : 0;
  if (size > before && !within_budget(size - before)) return NULL;
  void *moved = realloc(pointer, size);
  if (moved && limit) held += (int64_t)malloc_usable_size(moved) - (int64_t)before;
  return moved;
}

static void budget_free(void *pointer) {
  if (pointer && limit) held -= (int64_t)malloc_usable_size(pointer);
  free(pointer);
}

/* Until 1.7 the library asks its allocator for arrays and copies of text too. */
#define ASKS_FOR_ARRAYS (LIBGIT2_VER_MAJOR < 1 || (LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 7))

#if ASKS_FOR_ARRAYS
static void *budget_mallocarray(size_t count, size_t size, const char *file, int line) {
  size_t bytes;
  return __builtin_mul_overflow(count, size, &bytes) ? NULL : budget_malloc(bytes, file, line);
}

static void *budget_calloc(size_t count, size_t size, const char *file, int line) {
  size_t bytes;
  (void)file, (void)line;
  if (__builtin_mul_overflow(count, size, &bytes) || !within_budget(bytes)) return NULL;
  return counted(calloc(count, size));
}

static void *budget_reallocarray(void *pointer, size_t count, size_t size, const char *file, int line) {
  size_t bytes;
  return __builtin_mul_overflow(count, size, &bytes) ? NULL : budget_realloc(pointer, bytes, file, line);
}

static char *budget_substrdup(const char *text, size_t size, const char *file, int line) {
  size_t bytes;
  if (__builtin_add_overflow(size, (size_t)1, &bytes)) return NULL;
  char *copy = budget_malloc(bytes, file, line);
  if (!copy) return NULL;
  memcpy(copy, text, size);
  copy[size] = 0;
  return copy;
}

static char *budget_strndup(const char *text, size_t size, const char *file, int line) {
  return budget_substrdup(text, strnlen(text, size), file, line);
}

static char *budget_strdup(const char *text, const char *file, int line) {
  return budget_substrdup(text, strlen(text), file, line);
}
#endif

int prodops_git_install_allocator(void) {
  static git_allocator allocator = {
    .gmalloc = budget_malloc,
    .grealloc = budget_realloc,
    .gfree = budget_free,
#if ASKS_FOR_ARRAYS
    .gcalloc = budget_calloc,
    .gmallocarray = budget_mallocarray,
    .greallocarray = budget_reallocarray,
    .gstrdup = budget_strdup,
    .gstrndup = budget_strndup,
    .gsubstrdup = budget_substrdup,
#endif
  };
  /* Each thread that reads has a heap of its own, which would grow page by page, each by a system call. */
  mallopt(M_TOP_PAD, 16 << 20);
  return git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator);
}
