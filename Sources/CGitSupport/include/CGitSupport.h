#pragma once
#include <stddef.h>
#include <stdint.h>

/* What reading git needs from C: an allocator with a budget for libgit2, an inflater that always ends, a search. */

/* Makes libgit2 allocate through the budget of the calling thread. Returns libgit2's status. */
int prodops_git_install_allocator(void);

/* From here until the next call the calling thread may hold at most `bytes` more of libgit2's memory; a request
 * beyond it fails as if memory were exhausted. 0 lifts the limit. */
void prodops_git_set_memory_budget(size_t bytes);

/* Whether the budget set last on this thread has refused a request. */
int prodops_git_memory_budget_hit(void);

typedef enum {
  PRODOPS_INFLATE_DONE = 0,      /* the stream ended within the output */
  PRODOPS_INFLATE_FULL = 1,      /* the output is full and the stream goes on */
  PRODOPS_INFLATE_TRUNCATED = 2, /* the input ended before the stream */
  PRODOPS_INFLATE_DAMAGED = 3,   /* the input is no zlib stream, or memory ran out */
} prodops_inflate_status;

/* Inflates one zlib stream into at most `capacity` bytes; `*written` tells how many came out. */
prodops_inflate_status prodops_inflate(
    const uint8_t *input, size_t input_size, uint8_t *output, size_t capacity, size_t *written);

/* Whether the bytes of `needle` stand in those of `hay`. */
int prodops_contains(const uint8_t *hay, size_t hay_size, const uint8_t *needle, size_t needle_size);
