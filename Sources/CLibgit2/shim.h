#pragma once
#include <git2.h>

/* Swift imports no variadic functions: each option that is set stands here as a function of its own. */
static inline int prodops_git_set_owner_validation(int enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}
