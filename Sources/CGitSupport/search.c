#define _GNU_SOURCE
#include "CGitSupport.h"

#include <string.h>

int prodops_contains(const uint8_t *hay, size_t hay_size, const uint8_t *needle, size_t needle_size) {
  return memmem(hay, hay_size, needle, needle_size) != NULL;
}
