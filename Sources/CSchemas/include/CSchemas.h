#pragma once
#include <stddef.h>

/* One schema that is built into the tool: its kind and its text. */
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} prodops_schema;

/* Every built-in schema; `count` receives how many there are. */
const prodops_schema *prodops_schemas(size_t *count);
