/* path_typed.h - paths that people type. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_PATH_TYPED_H
#define BASE_PATH_TYPED_H
#include <stdbool.h>

/* "~/x" as the shell has it; the caller frees. */
char *path_typed(const char *text);

/* text as far as there is one way to go on: with the only file that begins so, a folder with its slash;
 * with what several have in common. NULL: nothing to add. The caller frees. */
char *path_complete(const char *text);

/* Whether nothing is there, not even a link that leads nowhere. */
bool path_is_free(const char *path);

#endif
